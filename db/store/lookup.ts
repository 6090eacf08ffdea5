/** What a typed name means: one record, several candidates, or none with the nearest known name. */
export type Lookup<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'several'; readonly candidates: readonly T[] }
  | { readonly kind: 'none'; readonly nearest: string | null }

/**
 * Judges rows by rank, the best first: 1 to 3 are a whole name, 4 to 8 a part of one, 9 only resembles one. A single
 * row of the best rank is meant; several are candidates.
 */
export function lookupOf<T extends { readonly rank: number }>(
  rows: readonly T[],
  name: (row: T) => string,
): Lookup<T> {
  const [first] = rows
  if (!first) return { kind: 'none', nearest: null }
  if (first.rank >= 9) return { kind: 'none', nearest: name(first) }
  const best = rows.filter((row) => row.rank === first.rank || (first.rank > 3 && row.rank < 9))
  return best.length === 1 ? { kind: 'one', value: first } : { kind: 'several', candidates: best }
}
