import { UserError } from '../core/errors.ts'
import { fold, match, nearest } from '../core/text/nearest.ts'
import { shorten } from '../core/text/text.ts'
import { sections } from './sections.ts'

/** A part of the newsletter, which holds sections under a heading; a deployment has as many as it likes. */
export interface IssuePart {
  /** What the part is called in commands and in the store. */
  readonly key: string
  readonly title: string
}

/** What has a heading of its own before and after the parts. */
export const figuresPart: IssuePart = { key: 'figures', title: 'In numbers' }
export const closingPart: IssuePart = { key: 'closing', title: 'For more information' }

/** What a deployment set otherwise than the standing plan has its parts. */
export interface PartChanges {
  /** By the key of a part or section. */
  readonly titles?: Readonly<Record<string, string>>
  /** Its own, in the order in which they were added. */
  readonly parts?: readonly IssuePart[]
  /** Keys in the order in which the parts are printed; the others follow. */
  readonly partOrder?: readonly string[]
  /** The keys of parts that are not printed any more. */
  readonly removedParts?: readonly string[]
}

/** The parts of a deployment in printed order, also those without a section, which are not printed. */
export function partsOf({
  titles = {},
  parts = [],
  partOrder = [],
  removedParts = [],
}: PartChanges): readonly IssuePart[] {
  const known = [...sections.map(({ key, title }) => ({ key, title })), ...parts].map(({ key, title }) => ({
    key,
    title: titles[key] ?? title,
  }))
  const placeOf = new Map(partOrder.map((key, place) => [key, place]))
  const place = ({ key }: IssuePart) => placeOf.get(key) ?? partOrder.length
  return known.filter(({ key }) => !removedParts.includes(key)).toSorted((a, b) => place(a) - place(b))
}

/** The part of a typed key or title, or of an unambiguous beginning. Raises `UserError`, with the parts as choices. */
export function readPart(typed: string, parts: readonly IssuePart[], option = 'part'): IssuePart {
  const byName = new Map(parts.flatMap((part) => [part.title, part.key].map((name) => [fold(name), part])))
  const found = [
    ...new Set(match(typed.trim(), [...byName.keys()]).flatMap((name) => byName.get(name) ?? [])),
  ]
  const [only] = found
  if (only && found.length === 1) return only
  const near = byName.get(nearest(typed, [...byName.keys()]) ?? '')
  const choices = found.length > 1 ? found : near ? [near] : parts
  throw new UserError(
    `“${shorten(typed)}” ${found.length > 1 ? 'may be several parts' : 'is not a part of the newsletter'}. There are: ${parts
      .map(({ key, title }) => `${title} (${key})`)
      .join('; ')}.`,
    { option, choices: choices.slice(0, 9).map(({ key, title }) => ({ label: title, value: key })) },
  )
}
