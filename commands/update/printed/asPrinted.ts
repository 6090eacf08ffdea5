import { bold, link, type Rich, type Span } from '../../../src/core/message.ts'
import { itemParts, type PrintedItem } from '../../../src/newsletter/render/itemParts.ts'

/** An item as it is printed in a section, for a chat. */
export function asPrinted(item: PrintedItem, section: string): Rich {
  return itemParts(item, section).map(({ text, url, bold: strong }): Span => {
    if (url !== null) return link(text, url)
    return strong ? bold(text) : { kind: 'text', text }
  })
}
