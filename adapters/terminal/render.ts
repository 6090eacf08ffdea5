import type { Block, Button, Message, Rich, Span } from '../../src/core/message.ts'
import { formatMoment } from '../../src/core/zone.ts'
import { displayWidth, harmless, pad, wrap } from './width.ts'

export interface Look {
  readonly colour: boolean
  /** Columns; 0 for no wrapping. */
  readonly width: number
  /** Whether buttons are numbered choices; else they are shown as what to type. */
  readonly numbered: boolean
  /** Where a file block was written, by its name. */
  readonly paths?: ReadonlyMap<string, string>
}

/** A message as a terminal shows it: the summary, then its blocks. */
export function renderText({ summary, blocks }: Message, look: Look): string {
  const numbers = { next: 1 }
  const parts = [
    wrap(spans(summary, look), look.width),
    ...blocks.map((one) => renderBlock(one, look, numbers)),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** Every button of a message, in the order of their numbers. */
export function buttonsOf({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

/** A text without any marks. */
export function plain(text: Rich): string {
  return spans(text, { colour: false, width: 0, numbered: false })
}

function spans(text: Rich, look: Look): string {
  return text.map((span) => renderSpan(span, look)).join('')
}

function renderSpan(span: Span, { colour }: Look): string {
  switch (span.kind) {
    case 'text':
      return harmless(span.text)
    case 'bold':
      return style(colour, '1', harmless(span.text))
    case 'code':
      return style(colour, '36', harmless(span.text))
    case 'link':
      return span.text === span.url ? harmless(span.url) : `${harmless(span.text)} <${harmless(span.url)}>`
    case 'person':
      return span.email ? `${harmless(span.name)} <${harmless(span.email)}>` : harmless(span.name)
    case 'moment':
      return formatMoment(new Date(span.at), span.zone, span.style)
  }
}

function renderBlock(one: Block, look: Look, numbers: { next: number }): string {
  switch (one.kind) {
    case 'text':
      return wrap(spans(one.text, look), look.width)
    case 'heading':
      return `\n${style(look.colour, '1', harmless(one.text))}`
    case 'list':
      return one.items.map((item) => wrap(`  • ${spans(item, look)}`, look.width, '    ')).join('\n')
    case 'fields': {
      const labels = Math.max(0, ...one.fields.map(({ label }) => displayWidth(label)))
      return one.fields
        .map(({ label, value }) =>
          wrap(
            `  ${style(look.colour, '2', pad(harmless(label), labels))}  ${spans(value, look)}`,
            look.width,
            ' '.repeat(labels + 4),
          ),
        )
        .join('\n')
    }
    case 'table':
      return table(one, look)
    case 'image':
      return `[${harmless(one.alt)}] ${harmless(one.url)}`
    case 'buttons':
      return wrap(one.buttons.map((button) => renderButton(button, look, numbers)).join('   '), look.width)
    case 'file':
      return `File written: ${look.paths?.get(one.name) ?? one.name}`
  }
}

function renderButton(button: Button, look: Look, numbers: { next: number }): string {
  const label = harmless(button.label)
  return look.numbered
    ? `${style(look.colour, '36', `[${numbers.next++}]`)} ${label}`
    : `${label}: ${typedButton(button)}`
}

/** A button as the line that does the same. */
export function typedButton({ command, values }: Button): string {
  const options = Object.entries(values).map(
    ([name, value]) => `${name}:${/\s/.test(value) ? `"${value}"` : value}`,
  )
  return harmless([`/${command}`, ...options].join(' '))
}

function table({ columns, rows }: Extract<Block, { kind: 'table' }>, look: Look): string {
  const lines = [
    columns.map(harmless),
    ...rows.map((row) => row.map((cell) => spans(cell, { ...look, colour: false }))),
  ]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => displayWidth(line[at] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((cell, at) => pad(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function style(colour: boolean, code: string, text: string): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text
}
