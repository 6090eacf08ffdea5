import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { withLineBreaks } from '../../../../src/core/language/clean.ts'
import { type Button, button } from '../../../../src/core/message.ts'
import { oneLine } from '../../../../src/core/text/text.ts'
import type { ItemReading } from '../../../../src/newsletter/reading/readItem.ts'

/** An item that is printed as it was typed, on one line, with its date and links where they stand in it. */
export function asTyped(item: ItemReading, typed: string): ItemReading {
  const text = wordsTyped(typed)
  const links = item.links.map((link) =>
    link.url !== null && text.includes(link.url) ? { text: link.url, url: link.url } : link,
  )
  const dateForm = item.start === null ? 'none' : 'inline'
  return { ...item, text, links, dateForm, printedDate: null, bold: [], asides: [] }
}

/** What prints an update as it was typed, where something was set apart or lines were joined otherwise; none elsewhere. */
export function asTypedButtons(
  id: number,
  { originalText, text }: Pick<UpdateContent, 'originalText' | 'text'>,
  asides: ItemReading['asides'],
  label = 'Print it as typed',
): readonly Button[] {
  const isWhole = wordsTyped(originalText).toLowerCase().includes(text.toLowerCase())
  if (asides.length === 0 && (isWhole || !withLineBreaks(originalText).includes('\n'))) return []
  return [button(label, 'update edit', { update: `U${id}`, print: 'typed' })]
}

function wordsTyped(typed: string): string {
  return oneLine(withLineBreaks(typed)).trim()
}
