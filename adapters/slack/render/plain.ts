import type { Block, Message, Rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { isolate } from '../../../src/core/text/direction/isolate.ts'
import { isNumbered, oneLine, takePiece } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import type { SlackBlock } from './blocks.ts'
import { blockText } from './blockText.ts'
import { escapeText } from './escape.ts'
import { elementsOf, plainElements } from './spans.ts'

/** The text beside the blocks of a message: escaped, below its limit, never empty; moments with their zone. */
export function plainMessage({ summary, blocks }: Message): string {
  return besideBlocks([plain(summary), ...blocks.flatMap(plainBlock)])
}

/** The text beside the blocks of a later page. */
export function plainBlocks(blocks: readonly SlackBlock[]): string {
  return besideBlocks(blocks.map(blockText))
}

function plain(text: Rich): string {
  return plainElements(elementsOf(text))
}

function plainBlock(one: Block): readonly string[] {
  switch (one.kind) {
    case 'text':
      return [plain(one.text)]
    case 'heading':
      return [oneLine(one.text)]
    case 'list':
      return one.items.map(plain).map((item) => (item === '' || isNumbered(one.items) ? item : `• ${item}`))
    case 'fields':
      return one.fields.map(({ label, value }) => `${oneLine(label)}: ${isolate(plain(value))}`)
    case 'table':
      return [one.columns, ...one.rows.map((row) => row.map(plain))].map((row) =>
        row.map(oneLine).map(isolate).join(' | '),
      )
    case 'image':
      return [plain([{ kind: 'link', text: one.alt, url: one.url }])]
    case 'buttons':
      return [one.buttons.map(({ label }) => `[${oneLine(label)}]`).join(' ')]
    case 'file':
      return [`File: ${oneLine(one.name)}`]
  }
}

function besideBlocks(parts: readonly string[]): string {
  return fitLines(parts.filter(Boolean).join('\n').trim(), limits.fallback - 1) || '–'
}

/** Keeps as many whole lines as fit once escaped, and says how many more there are; only a first line is cut. */
function fitLines(text: string, most: number): string {
  const whole = escapeText(text)
  if (whole.length <= most) return whole
  const lines = whole.split('\n')
  const room = most - '\n… and 1000000 more lines'.length
  const kept: string[] = []
  let taken = -1
  for (const line of lines) {
    taken += 1 + line.length
    if (taken > room) break
    kept.push(line)
  }
  if (kept.length === 0) kept.push(cutLine(text.split('\n')[0] ?? '', room))
  const more = lines.length - kept.length
  return more === 0 ? kept.join('\n') : `${kept.join('\n')}\n… and ${counted(more, 'more line')}`
}

/** Cuts a line to what fits once escaped. */
function cutLine(line: string, most: number): string {
  let length = 0
  let taken = 1
  for (const char of line) {
    taken += escapeText(char).length
    if (taken > most) break
    length += char.length
  }
  return `${escapeText(takePiece(line, length, length)[0]).trimEnd()}…`
}
