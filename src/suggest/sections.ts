import type { Choice } from '../core/errors.ts'
import { fold, nearest } from '../core/text/nearest.ts'
import type { NamedSection } from '../newsletter/sections.ts'

/** Sections whose name starts with the typed text, then those that contain it; all of them for no text. */
export function sectionChoices(typed: string, sections: readonly NamedSection[]): readonly Choice[] {
  const word = fold(typed)
  const open = sections.filter(({ isRemoved }) => isRemoved !== true)
  const named = open.map((section) => ({
    choice: { label: section.title, value: section.key },
    names: [section.key, section.title, ...section.aliases].map(fold),
  }))
  const begins = named.filter(({ names }) => names.some((name) => name.startsWith(word)))
  const holds = named.filter((one) => !begins.includes(one) && one.names.some((name) => name.includes(word)))
  const found = [...begins, ...holds]
  if (found.length > 0) return found.map(({ choice }) => choice)
  const near = nearest(
    word,
    named.flatMap(({ names }) => names),
  )
  return named.filter(({ names }) => near !== undefined && names.includes(near)).map(({ choice }) => choice)
}
