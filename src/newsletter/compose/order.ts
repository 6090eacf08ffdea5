import type { Day } from '../../core/time/day.ts'

/** What decides the place of an item. */
interface Ordered {
  readonly id: string
  readonly start: Day | null
  readonly end: Day | null
  readonly source: 'update' | 'meeting' | 'role' | 'library'
}

/** Those named first, in that order; the others by their days. */
export function inOrder<I extends Ordered>(items: readonly I[], first: readonly string[]): readonly I[] {
  const placeOf = new Map(first.map((id, place) => [id, place]))
  const place = ({ id }: I) => placeOf.get(id) ?? first.length
  return items.toSorted((one, other) => place(one) - place(other) || byDay(one, other))
}

function byDay(a: Ordered, b: Ordered): number {
  // Who is new opens “What is new”.
  const roles = Number(b.source === 'role') - Number(a.source === 'role')
  const first =
    roles ||
    (a.start ?? '9999').localeCompare(b.start ?? '9999') ||
    (a.end ?? '9999').localeCompare(b.end ?? '9999')
  return first || a.id.localeCompare(b.id, 'en', { numeric: true })
}
