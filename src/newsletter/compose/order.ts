import type { NewsletterItem } from './compose.ts'

/** Those named first, in that order; the others by their days. */
export function inOrder<I extends NewsletterItem>(
  items: readonly I[],
  first: readonly string[],
): readonly I[] {
  const placeOf = new Map(first.map((id, place) => [id, place]))
  const place = ({ id }: I) => placeOf.get(id) ?? first.length
  return items.toSorted((one, other) => place(one) - place(other) || byDay(one, other))
}

function byDay(a: NewsletterItem, b: NewsletterItem): number {
  // Who is new opens “What is new”.
  const roles = Number(b.source === 'role') - Number(a.source === 'role')
  const first =
    roles ||
    (a.start ?? '9999').localeCompare(b.start ?? '9999') ||
    (a.end ?? '9999').localeCompare(b.end ?? '9999')
  return first || a.id.localeCompare(b.id, 'en', { numeric: true })
}
