/** A change, with the one that it takes back. */
interface Numbered {
  readonly id: number
  readonly reverts: number | null
}

/** The changes in force: without those that were taken back, and those that took them back. */
export function inForce<T extends Numbered>(changes: readonly T[]): readonly T[] {
  const known = new Set(changes.map(({ id }) => id))
  const undone = new Set<number>()
  for (const { id, reverts } of changes.toReversed()) {
    if (reverts !== null && known.has(reverts) && !undone.has(id)) undone.add(reverts).add(id)
  }
  return changes.filter(({ id }) => !undone.has(id))
}
