import { shorten } from '../../core/text/text.ts'
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

/** All items in printed order, each with the title of its section. */
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

/**
 * Where items that stand in both editions have changed places within their section, by how they begin: whoever reads it
 * knows no numbers. An item whose days changed moves with them.
 */
function orderChanges(before: readonly Placed[], after: readonly Placed[]): readonly ItemChange[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const kept = after.filter(({ id, section, start, end }) => {
    const was = old.get(id)
    return was?.section === section && was.start === start && was.end === end
  })
  const stays = new Set(kept.map(({ id }) => id))
  return [...Map.groupBy(kept, ({ section }) => section)].flatMap(([section, items]) => {
    const former = before.filter((one) => one.section === section && stays.has(one.id))
    const differs = items.map(({ id }, at) => id !== former[at]?.id)
    const [from, to] = [differs.indexOf(true), differs.lastIndexOf(true) + 1]
    if (from < 0) return []
    const order = (of: readonly Placed[]) =>
      `${section}: ${of
        .slice(from, to)
        .map(({ text }) => shorten(text))
        .join(' / ')}`
    return [{ kind: 'changed', before: order(former), after: order(items) } as const]
  })
}
