import type { Day } from '../../../../src/core/time/day.ts'
import type { ImportRecord } from '../../../../src/directory/import/records.ts'

/** Somebody of whom a list says when they leave. */
export interface Departure {
  readonly row: number
  readonly name: string
  /** The last day. */
  readonly until: Day
  readonly hasLeft: boolean
  /** Undefined for whoever is not in the directory. */
  readonly id?: number
}

interface Standing<K> {
  readonly current: ReadonlyMap<string, K>
  readonly today: Day
}

/** Those who leave, but for whoever is retired already. */
export function departuresIn<K extends { readonly id: number; readonly name?: string }>(
  records: readonly ImportRecord[],
  { current, today }: Standing<K>,
  isRetired: (known: K) => boolean,
): readonly Departure[] {
  return records.flatMap(({ row, key, fields: { until, name } }) => {
    const known = current.get(key)
    if (typeof until !== 'string' || (known && isRetired(known))) return []
    const called = known?.name ?? (typeof name === 'string' ? name : key)
    return [{ row, name: called, until, hasLeft: until < today, ...(known ? { id: known.id } : {}) }]
  })
}
