import type { Letter } from '../core/feature/notice.ts'
import type { Block, Message, Rich } from '../core/message.ts'
import { shorten } from '../core/text/text.ts'
import { formatMoment } from '../core/time/zone.ts'

const subjectLength = 120

/** A message as an e-mail: a button in a chat becomes the line to type there. */
export function letterOf({ summary, blocks }: Message, to: string, id: string): Letter {
  const head = textOf(summary)
  const text = [head, ...blocks.map(blockText)].filter((part) => part !== '').join('\n\n')
  return { to, subject: shorten(head.replace(/\s+/g, ' '), subjectLength), text: `${text}\n`, id }
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
      return block.fields.map(({ label, value }) => `${label}: ${textOf(value)}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows.map((row) => row.map(textOf))]
        .map((cells) => cells.join(' | '))
        .join('\n')
    case 'image':
      return block.alt
    case 'buttons':
      return block.buttons
        .map(({ label, command, values }) => `${label}: ${typed(command, values)}`)
        .join('\n')
    case 'file':
      return block.name
  }
}

function typed(command: string, values: Readonly<Record<string, string>>): string {
  return [`/${command}`, ...Object.entries(values).map(([name, value]) => `${name}:"${value}"`)].join(' ')
}

function textOf(text: Rich): string {
  return text
    .map((span) => {
      if (span.kind === 'moment') return formatMoment(new Date(span.at), span.zone, span.style)
      if (span.kind === 'person') return span.name || span.email
      return span.kind === 'link' && span.text !== span.url ? `${span.text} (${span.url})` : span.text
    })
    .join('')
}
