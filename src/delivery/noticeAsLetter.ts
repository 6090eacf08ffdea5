import type { Letter } from '../core/feature/notice.ts'
import type { Block, Message, Rich, Span } from '../core/message.ts'
import { isolate, isolateWithin } from '../core/text/isolate.ts'
import { harmless, shorten } from '../core/text/text.ts'
import { isOneText, spansTogether, withEdge } from '../core/text/together.ts'
import { formatMoment } from '../core/time/zone.ts'

const subjectLength = 120

/** A message as an e-mail: a button in a chat becomes the line to type there. */
export function letterOf(message: Message, to: string, id: string): Letter {
  const subject = shorten(textOf(message.summary).replace(/\s+/g, ' '), subjectLength)
  return { to, subject, text: `${letterText(message)}\n`, id }
}

/** A message as the text of an e-mail. */
export function letterText({ summary, blocks }: Message): string {
  return [textOf(summary), ...blocks.map(blockText)].filter((part) => part !== '').join('\n\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return textOf(block.text)
    case 'heading':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${textOf(item)}`).join('\n')
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${isolate(textOf(value))}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows.map((row) => row.map(textOf).map(isolate))]
        .map((cells) => cells.join(' | '))
        .join('\n')
    case 'image':
      return block.alt
    case 'buttons':
      return block.buttons
        .map(({ label, command, values }) => `${isolate(label)}: ${isolate(typed(command, values))}`)
        .join('\n')
    case 'file':
      return block.name
  }
}

function typed(command: string, values: Readonly<Record<string, string>>): string {
  return [`/${command}`, ...Object.entries(values).map(([name, value]) => `${name}:"${value}"`)].join(' ')
}

/** A text alone finds its direction by itself; among others it stands apart. */
function textOf(text: Rich): string {
  const [only] = text
  if (only && text.length === 1) return isolateWithin(spanText(only))
  const edges = spansTogether(text)
  const alone = isOneText(edges)
  return text
    .map((span, at) => {
      const edge = alone ? 'within' : edges[at]
      return edge ? withEdge(edge, spanText(span)) : isolate(spanText(span))
    })
    .join('')
}

function spanText(span: Span): string {
  if (span.kind === 'moment') return formatMoment(new Date(span.at), span.zone, span.style)
  if (span.kind === 'person') return harmless(span.name || span.email)
  const text = harmless(span.text)
  return span.kind === 'link' && span.text !== span.url ? `${isolate(text)} (${span.url})` : text
}
