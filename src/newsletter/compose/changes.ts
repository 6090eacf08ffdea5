import type { Newsletter, NewsletterItem } from './compose.ts'
import { frameChanges } from './frame.ts'
import type { ItemChange } from './itemChange.ts'

/** What differs between two editions: item by item, in the order of the later one, then what stands around the items. */
export function changesBetween(before: Newsletter, after: Newsletter): readonly ItemChange[] {
  const old = new Map(itemsOf(before).map((item) => [item.id, item]))
  const now = new Map(itemsOf(after).map((item) => [item.id, item]))
  const changed = [...now.values()].flatMap((item): readonly ItemChange[] => {
    const was = old.get(item.id)
    if (!was) return [{ kind: 'added', before: null, after: line(item) }]
    return same(was, item) ? [] : [{ kind: 'changed', before: line(was), after: line(item) }]
  })
  const removed = [...old.values()]
    .filter(({ id }) => !now.has(id))
    .map((item): ItemChange => ({ kind: 'removed', before: line(item), after: null }))
  const moved = orderChanges(itemsOf(before), itemsOf(after))
  return [...changed, ...removed, ...moved, ...frameChanges(before, after)]
}

type Placed = NewsletterItem & { readonly section: string }

export function itemsOf(newsletter: Newsletter): readonly Placed[] {
  return newsletter.sections.flatMap(({ subsections }) =>
    subsections.flatMap(({ title, items }) => items.map((item) => ({ ...item, section: title }))),
  )
}

/** An item as it is printed, without its links. */
export function line({ text, printedDate }: Pick<NewsletterItem, 'text' | 'printedDate'>): string {
  return printedDate === null ? text : `${text} (${printedDate})`
}

/** Whether two editions print an item alike. */
export function same(one: Placed, other: Placed): boolean {
  const printed = ({ section, links, bold }: Placed) => JSON.stringify([section, links, bold])
  return line(one) === line(other) && printed(one) === printed(other)
}

/** Where items that stand in both editions have changed places within their section. */
function orderChanges(before: readonly Placed[], after: readonly Placed[]): readonly ItemChange[] {
  const sectionOf = new Map(before.map(({ id, section }) => [id, section]))
  const kept = after.filter(({ id, section }) => sectionOf.get(id) === section)
  const stays = new Set(kept.map(({ id }) => id))
  return [...Map.groupBy(kept, ({ section }) => section)].flatMap(([section, items]) => {
    const order = (of: readonly Placed[]) => `${section}: ${of.map(({ id }) => id).join(', ')}`
    const was = order(before.filter((one) => one.section === section && stays.has(one.id)))
    return was === order(items) ? [] : [{ kind: 'changed', before: was, after: order(items) } as const]
  })
}
