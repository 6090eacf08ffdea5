import type { Block, Message, Rich } from '../../src/core/message.ts'
import { formatMoment } from '../../src/core/time/zone.ts'

/** A message as plain text, one line for each block, list item and field: what a test reads. */
export function plainMessage({ summary, blocks }: Message): string {
  return [plainText(summary), ...blocks.map(plainBlock)].join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plainText(block.text)
    case 'heading':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${plainText(item)}`).join('\n')
    case 'fields':
      return block.fields.map(({ label, value }) => `${label}: ${plainText(value)}`).join('\n')
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(plainText).join(' | '))].join(
        '\n',
      )
    case 'image':
      return block.alt
    case 'buttons':
      return block.buttons.map((button) => `[${button.label}]`).join(' ')
    case 'file':
      return `${block.name}\n${block.content}`
  }
}

export function plainText(text: Rich): string {
  return text
    .map((span) => {
      if (span.kind === 'moment') return formatMoment(new Date(span.at), span.zone, span.style)
      return span.kind === 'person' ? span.name || span.email : span.text
    })
    .join('')
}
