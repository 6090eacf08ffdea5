import { always, sharesOf, type Weights } from './learn.ts'
import { reasons } from './reasons.ts'

export interface Proposal {
  /** The likeliest section. */
  readonly section: string
  /** Whether it may be taken without asking. */
  readonly sure: boolean
  /** All sections that are offered, the likeliest first. */
  readonly ranked: readonly string[]
  /** What speaks for it, in a few words. */
  readonly why: string
}

/**
 * How many times likelier than the next a section must be to be taken without asking, and how likely at least. On
 * issues kept back from learning, that took half of the items, nearly all of them rightly.
 */
const sureTimes = 6
const sureShare = 0.5

/**
 * The section in which an item with these features is most at home, and whether that is sure; only among those that
 * are offered, where they are named.
 */
export function proposeSection(
  features: readonly string[],
  weights: Weights,
  offered: readonly string[] = weights.sections,
): Proposal {
  const shares = sharesOf(weights, features)
  const all = weights.sections.map((section, at) => ({ section, at, share: shares[at] ?? 0 }))
  const open = all.filter(({ section }) => offered.includes(section))
  const whole = open.reduce((total, { share }) => total + share, 0)
  const ranked = open
    .map((one) => ({ ...one, share: whole > 0 ? one.share / whole : 1 / open.length }))
    .sort((a, b) => b.share - a.share)
  const [best, next] = ranked
  if (!best) throw new RangeError('no section to propose')
  return {
    section: best.section,
    sure:
      next === undefined ||
      (hasKnownWords(features) && best.share >= Math.max(sureShare, sureTimes * next.share)),
    ranked: ranked.map(({ section }) => section),
    why: reasonsFor(features, weights, best.at).join(', '),
  }
}

/** Whether any word of the item was known, and not its length, date, place and entities alone. */
function hasKnownWords(features: readonly string[]): boolean {
  return !['verb none', 'noun none'].every((name) => features.includes(name)) || features.some(isOfWords)
}

function isOfWords(feature: string): boolean {
  return /^(?:has|office|group|title) /.test(feature)
}

/** The two features that speak most for a section against the others. */
function reasonsFor(
  features: readonly string[],
  { features: weights }: Weights,
  at: number,
): readonly string[] {
  const told = features.flatMap((feature) => {
    const row = weights[feature] ?? []
    const mean = row.reduce((total, one) => total + one, 0) / Math.max(1, row.length)
    const reason = reasons[feature]
    return feature === always || reason === undefined ? [] : [{ reason, speaks: (row[at] ?? 0) - mean }]
  })
  const speaking = told.filter(({ speaks }) => speaks > 0.3).sort((a, b) => b.speaks - a.speaks)
  return [...new Set(speaking.map(({ reason }) => reason))].slice(0, 2)
}
