import type { UpdateContent } from '../../db/updates.ts'
import { formatDay } from '../../src/core/day.ts'
import { type Block, block, link, type Rich, rich } from '../../src/core/message.ts'
import { subsectionTitle } from '../../src/newsletter/sections.ts'

/** What was understood of an update. */
export function updateFields(content: UpdateContent): Block {
  const fields: [string, Rich | string][] = [
    ['Section', subsectionTitle(content.section)],
    ['Date', printedSpan(content)],
    ['Entities', content.entities.join(', ') || 'none named'],
  ]
  if (content.wg) fields.push(['Working group', content.wg])
  if (content.place) fields.push(['Place', content.place])
  for (const { text, url } of content.links) fields.push(['Link', url ? rich`${link(text, url)}` : text])
  return block.fields(fields)
}

function printedSpan({ startOn, endOn, precision, printedDate }: UpdateContent): string {
  if (startOn === null || endOn === null) return 'none given'
  const days = startOn === endOn ? formatDay(startOn) : `${formatDay(startOn)} to ${formatDay(endOn)}`
  return precision === 'month' && printedDate ? `${printedDate} (${days})` : days
}
