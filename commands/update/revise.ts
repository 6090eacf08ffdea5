import { isDeepStrictEqual } from 'node:util'

import type { UpdateContent } from '../../db/updates.ts'

/** What each option of an update sets, all of it together. */
const parts = {
  section: ['section'],
  date: ['startOn', 'endOn', 'precision', 'printedDate', 'dates'],
  entities: ['entities'],
  wg: ['wg'],
  place: ['place'],
  link: ['links'],
} as const satisfies Readonly<Record<string, readonly (keyof UpdateContent)[]>>

/**
 * An edited update: what is named now goes first, then what an option had set before, then what the text says.
 * An option had set what differs from `asRead`, the former text read by itself.
 */
export function revise(
  before: UpdateContent,
  asRead: UpdateContent,
  now: UpdateContent,
  given: Readonly<Record<string, unknown>>,
): UpdateContent {
  const kept = Object.entries(parts)
    .filter(
      ([option, [first]]) => given[option] === undefined && !isDeepStrictEqual(before[first], asRead[first]),
    )
    .flatMap(([, keys]) => keys.map((key) => [key, before[key]] as const))
  return { ...now, ...Object.fromEntries(kept) }
}
