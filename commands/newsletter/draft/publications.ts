import type { LibraryItem } from '../../../db/library/items.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import { addressKey } from '../../../src/core/text/addresses/webAddress.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import type { ComposeItem } from '../../../src/newsletter/compose/compose.ts'

/** A shorter title may stand in a text that means something else. */
const leastTelling = 15

/** What came into the library, as the newsletter prints it: issuer, linked title, purpose, month. */
export function fromLibrary(item: LibraryItem): ComposeItem {
  const { title, link, entity, purpose, publishedFrom: start, publishedTo: end } = item
  const isDay = start !== null && start === end
  return {
    id: `LIB${item.id}`,
    text: `${entity === null ? '' : `${entity}: `}${title}${purpose === null ? '' : `, ${purpose}`}`,
    printedDate:
      start === null || end === null
        ? null
        : isDay
          ? formatDay(start)
          : formatPeriod({ from: start, to: end }),
    start,
    end,
    precision: start === null ? null : isDay ? 'day' : 'month',
    entities: entity === null ? [] : [entity],
    wg: item.group,
    place: null,
    links: [{ text: title, url: link }],
    source: 'library',
    section: 'publications',
    ...(item.inNewsletter === true ? {} : { waits: true }),
  }
}

/** Whether somebody already wrote of an item: then the library's own line would be its twin. */
export function isAbout({ text, links }: Update, { title, linkKey }: LibraryItem): boolean {
  return (
    (title.length >= leastTelling && fold(text).includes(fold(title))) ||
    links.some(({ url }) => url !== null && URL.canParse(url) && addressKey(url) === linkKey)
  )
}
