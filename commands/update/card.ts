import type { UpdateContent } from '../../db/newsletter/updates.ts'
import { type Block, type Button, block, button, link, type Rich, rich } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { type NamedSection, sectionTitle } from '../../src/newsletter/sections.ts'
import { details } from './options.ts'

/** What was understood of an update. */
export function updateFields(content: UpdateContent, sections: readonly NamedSection[]): Block {
  const fields: [string, Rich | string][] = [
    ['Section', sectionTitle(sections, content.section)],
    ['Date', printedSpan(content)],
    ['Entities', content.entities.join(', ') || 'none named'],
  ]
  if (content.wg) fields.push(['Working group', content.wg])
  if (content.place) fields.push(['Place', content.place])
  if (content.embargoUntil) fields.push(['Embargo', `until ${formatDay(content.embargoUntil)}`])
  for (const { text, url } of content.links) fields.push(['Link', url ? rich`${link(text, url)}` : text])
  return block.fields(fields)
}

/** What a line that tells of an update says of its embargo; empty where it has none. */
export function embargoBehind({ embargoUntil }: Pick<UpdateContent, 'embargoUntil'>): string {
  return embargoUntil === null ? '' : `, embargo until ${formatDay(embargoUntil)}`
}

/**
 * Opens the form of `update edit` with what the update says by then; where an answer shows the update, the button tells
 * programs what it was read as.
 */
export function editButton(id: number, content?: UpdateContent): Button {
  const told = content ? { text: content.originalText, ...detailsOf(content) } : {}
  return { label: 'Edit', command: 'update edit', values: { update: `U${id}`, ...told }, ask: true }
}

/** The likeliest of the other sections beside one another, and all the rest to choose from. */
export function sectionsInstead(
  id: number,
  { section: taken }: Pick<UpdateContent, 'section'>,
  { ranked, sections }: { readonly ranked: readonly string[]; readonly sections: readonly NamedSection[] },
): readonly Block[] {
  const others = ranked
    .filter((section) => section !== taken)
    .map((section) => button(sectionTitle(sections, section), 'update edit', { update: `U${id}`, section }))
  const rest = others.slice(mostLikely)
  return [block.buttons(...others.slice(0, mostLikely)), ...(rest.length > 0 ? [block.choices(rest)] : [])]
}

const mostLikely = 2

/** What an update says beside its text, as the options of `update edit` take it; without what is empty or too long. */
export function detailsOf(content: UpdateContent): Readonly<Partial<Record<keyof typeof details, string>>> {
  const texts = {
    section: content.section,
    date: content.printedDate,
    entities: content.entities.join(', '),
    wg: content.wg,
    place: content.place,
    link: content.links.find(({ url }) => url !== null)?.url,
    embargo: content.embargoUntil === null ? undefined : formatDay(content.embargoUntil),
  }
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([name, text]) => text && text.length <= (details[name as keyof typeof details].max ?? text.length),
    ),
  )
}

function printedSpan({ startOn, endOn, precision, printedDate }: UpdateContent): string {
  if (startOn === null || endOn === null) return 'none given'
  const days = startOn === endOn ? formatDay(startOn) : `${formatDay(startOn)} to ${formatDay(endOn)}`
  return precision === 'month' && printedDate ? `${printedDate} (${days})` : days
}
