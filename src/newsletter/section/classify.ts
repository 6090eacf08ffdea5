import { type SectionKey, subsections } from '../sections.ts'
import { cues, type Features, type Seen } from './cues.ts'
import { findCountries, findRegion } from './where.ts'

export interface Classification {
  readonly section: SectionKey
  /** From 0 to 1: how far the chosen section is ahead of the next one. */
  readonly confidence: number
  /** The cues that spoke for it, in words. */
  readonly why: string
}

/** The section in which an item is most at home, by general cues of its wording. */
export function classify(features: Features): Classification {
  const seen: Seen = {
    ...features,
    countries: findCountries(features.text),
    region: findRegion(features.text),
    joined: joinedPartners(features.text),
  }
  const spoke = cues.filter((one) => one.holds(seen))
  const scores = subsections.map(({ key }) => ({
    key,
    score: spoke.filter((one) => one.section === key).reduce((sum, one) => sum + one.weight, 0),
  }))
  const [best, next] = scores.sort((a, b) => b.score - a.score)
  if (!best || best.score === 0)
    return { section: 'what-is-new', confidence: 0, why: 'nothing in it says where it belongs' }
  const why = spoke.filter((one) => one.section === best.key).map((one) => one.why)
  const confidence = (best.score - (next?.score ?? 0)) / best.score
  return { section: best.key, confidence: Math.round(confidence * 100) / 100, why: why.join('; ') }
}

/** `UNOCT-GCTF-Canada workshop` → its partners; a hyphen within a word parts nothing. */
function joinedPartners(text: string): readonly string[] {
  const first =
    /^(?:the )?((?:\p{Lu}[\p{L}0-9]*(?: \p{Lu}[\p{L}]+)?)(?:\s?-\s?(?:\p{Lu}[\p{L}0-9]*(?: \p{Lu}[\p{L}]+)?))+)/u.exec(
      text,
    )?.[1]
  const parts = first?.split(/\s?-\s?/) ?? []
  return parts.some((part) => /^\p{Lu}{2,}/u.test(part)) ? parts : []
}
