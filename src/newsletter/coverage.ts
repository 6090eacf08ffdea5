/** What an item counts for: the names of entities, of groups, or whatever is looked at. */
export interface CoveredItem {
  /** The issue, counted back: 0 for the one looked at, 1 for the one before. */
  readonly ago: number
  readonly names: readonly string[]
}

export interface Coverage {
  readonly name: string
  /** Items in the issue looked at. */
  readonly now: number
  /** For how many issues in a row there has been nothing, this one among them; 0 where there is something now. */
  readonly silentFor: number
  /** Whether nothing about it is in any of the issues looked at. */
  readonly never: boolean
  /** In what share of the issues there was something, from 0 to 1. */
  readonly share: number
}

/**
 * How often each name is covered, the longest silent first. `issues` is how many issues were looked at, this one among
 * them; names that no item has are listed too.
 */
export function coverageOf(
  names: readonly string[],
  items: readonly CoveredItem[],
  issues: number,
): readonly Coverage[] {
  const counts = new Map<string, number[]>()
  for (const { ago, names: covered } of items) {
    for (const name of new Set(covered)) {
      const of = counts.get(name) ?? []
      of[ago] = (of[ago] ?? 0) + 1
      counts.set(name, of)
    }
  }
  return names
    .map((name): Coverage => {
      const of = counts.get(name) ?? []
      const told = Array.from({ length: issues }, (_, ago) => of[ago] ?? 0)
      const last = told.findIndex((count) => count > 0)
      return {
        name,
        now: told[0] ?? 0,
        silentFor: last < 0 ? issues : last,
        never: last < 0,
        share: issues === 0 ? 0 : told.filter((count) => count > 0).length / issues,
      }
    })
    .toSorted(
      (one, other) =>
        other.silentFor - one.silentFor || one.now - other.now || one.name.localeCompare(other.name, 'en'),
    )
}
