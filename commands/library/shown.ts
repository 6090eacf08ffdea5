import type { LibraryItem } from '../../db/library/items.ts'
import {
  type Block,
  type Button,
  block,
  bold,
  button,
  link,
  type Message,
  type Rich,
  rich,
  titled,
} from '../../src/core/message.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import type { Context } from '../define.ts'
import { undoButton } from '../records/undoChange.ts'
import { mayChangeItem } from './rights.ts'

/** `LIB3 Manual on borders (guide, UNODC, March 2023)`. */
export function itemLine(item: LibraryItem, today: Day): Rich {
  const published = publishedOf(item)
  const facts = [item.kind, item.entity, item.group, published === undefined ? null : formatPeriod(published)]
  const retired = isRetired(item, today) ? ', retired' : ''
  const text = facts.filter((fact) => fact !== null).join(', ')
  return rich`LIB${item.id} ${link(item.title, item.link)} (${text}${retired})`
}

/** An item with all that is known of it, and what its reader may do with it. */
export function itemCard(
  { caller, today }: Pick<Context, 'caller' | 'today'>,
  item: LibraryItem,
  {
    done: text,
    change,
    told,
  }: { readonly done?: string; readonly change?: number; readonly told?: Block | undefined } = {},
): Message {
  const published = publishedOf(item)
  const fields: [string, Rich | string][] = [
    ['Link', rich`${link(item.link, item.link)}`],
    ['Kind', item.kind],
    ['Issued by', item.entity ?? 'not on record'],
  ]
  if (item.group !== null) fields.push(['Working group', item.group])
  if (published) fields.push(['Published', formatPeriod(published)])
  if (item.topics.length > 0) fields.push(['Topics', item.topics.join(', ')])
  if (item.purpose !== null) fields.push(['Purpose', item.purpose])
  if (item.retiredOn !== null) fields.push(['Retired', `from ${formatDay(item.retiredOn)} on`])
  fields.push(['Newsletter', newsletterWords(item)], ['Added by', item.adder])
  return titled(`Library item LIB${item.id}`, {
    summary: rich`${text ?? `LIB${item.id}`}: ${item.title}`,
    blocks: [
      ...(text === undefined ? [] : [block.text(text)]),
      block.text([bold(item.title)]),
      block.fields(fields),
      ...(told === undefined ? [] : [told]),
      block.buttons(
        ...(!item.removed && mayChangeItem(caller, item) ? ownButtons(item, today) : []),
        ...(!item.removed && caller.isSecretariat ? decisions(item) : []),
        ...(change === undefined ? [] : [undoButton('library undo', { item: `LIB${item.id}` }, change)]),
      ),
    ],
  })
}

function isRetired({ retiredOn }: LibraryItem, today: Day): boolean {
  return retiredOn !== null && retiredOn <= today
}

/** The months in which it was published, where that is known. */
export function publishedOf({ publishedFrom: from, publishedTo: to }: LibraryItem) {
  return from === null || to === null ? undefined : { from, to }
}

/** What the newsletter does with it. */
export function newsletterWords({ inNewsletter }: LibraryItem): string {
  if (inNewsletter === null) return 'waits for the secretariat'
  return inNewsletter ? 'printed among the publications of its months' : 'left out'
}

function ownButtons(item: LibraryItem, today: Day): readonly Button[] {
  const values = { item: `LIB${item.id}` }
  return [
    { ...button('Edit', 'library edit', { item: `LIB${item.id}` }), ask: true },
    ...(isRetired(item, today)
      ? [button('Bring it back', 'library restore', values)]
      : [button('Retire', 'library retire', values)]),
  ]
}

/** What the secretariat may decide of an item. */
function decisions({ id, inNewsletter }: LibraryItem): readonly Button[] {
  const item = `LIB${id}`
  return [
    ...(inNewsletter === true
      ? []
      : [button('Print in the newsletter', 'library edit', { item, newsletter: 'yes' }, 'primary')]),
    ...(inNewsletter === false
      ? []
      : [button('Leave out of the newsletter', 'library edit', { item, newsletter: 'no' })]),
  ]
}

/** What stands there now, as the options of `library edit` take it. */
export function itemTexts(item: LibraryItem): Readonly<Record<string, string>> {
  const published = publishedOf(item)
  return {
    title: item.title,
    link: item.link,
    kind: item.kind,
    ...(item.entity === null ? {} : { entity: item.entity }),
    ...(item.group === null ? {} : { wg: item.group }),
    ...(published ? { date: `${published.from}..${published.to}` } : {}),
    ...(item.topics.length > 0 ? { topics: item.topics.join(', ') } : {}),
    ...(item.purpose === null ? {} : { purpose: item.purpose }),
  }
}
