import { plainRuns } from '../../../src/chat/render/runs.ts'
import type { Block, Message, Rich } from '../../../src/core/message.ts'
import { isolate } from '../../../src/core/text/direction/isolate.ts'
import { oneLine, shorten, takePiece } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import { inert } from './escape.ts'
import { runsOf } from './runs.ts'

/** What a notification tells: one line, never empty, moments with their zone. */
export function summaryLine({ summary, blocks }: Message): string {
  const texts = [plain(summary), ...blocks.map(blockWords)].map((text) => oneLine(text).trim())
  return shorten(inert(texts.find((text) => text !== '') ?? '–'), limits.summary)
}

/** Whether plain text can say all of a message. */
export function isPlain({ summary, blocks, card, heading }: Message): boolean {
  return (
    blocks.length === 0 &&
    heading === undefined &&
    card === undefined &&
    summary.every(({ kind }) => kind === 'text' || kind === 'person')
  )
}

/** Cuts the summary into texts that are short enough, all but the first with their number above. */
export function plainPages({ summary }: Message): readonly string[] {
  const pieces: string[] = []
  for (let rest = plain(summary).trim() || '–'; rest !== ''; ) {
    const [piece, after] = takePiece(rest, limits.plainText, limits.plainText)
    pieces.push(inert(piece).trim())
    rest = after.trim()
  }
  return pieces.map((piece, at) => (at === 0 ? piece : `(${at + 1}/${pieces.length})\n${piece}`))
}

/** Renders text for where Teams shows only plain text; moments with their zone. */
export function plainText(text: Rich): string {
  return inert(plain(text)).trim() || '–'
}

function plain(text: Rich): string {
  return plainRuns(runsOf(text))
}

/** The first words of a block. */
function blockWords(one: Block): string {
  switch (one.kind) {
    case 'text':
      return plain(one.text)
    case 'heading':
      return one.text
    case 'list':
      return one.items.map(plain).find((item) => item.trim() !== '') ?? ''
    case 'fields':
      return one.fields.map(({ label, value }) => `${label}: ${isolate(plain(value))}`)[0] ?? ''
    case 'table':
      return one.columns.join(', ')
    case 'image':
      return one.alt
    case 'buttons':
      return one.buttons.map(({ label }) => label).join(', ')
    case 'file':
      return `File: ${one.name}`
  }
}
