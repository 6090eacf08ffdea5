import { type Catalog, findCommand } from '../../../src/core/catalog.ts'
import type { Block, Button, Message, Rich, Span } from '../../../src/core/message.ts'
import { blocksBelowSummary } from '../../../src/core/text/belowSummary.ts'
import { isolate, isolateWithin } from '../../../src/core/text/direction/isolate.ts'
import { isOneText, spansTogether, withEdge } from '../../../src/core/text/direction/together.ts'
import { harmless, isNumbered } from '../../../src/core/text/text.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { layTable } from './table.ts'
import { displayWidth, oneLine, pad, wrap } from './width.ts'

export interface RenderOptions {
  readonly colour: boolean
  /** Columns; 0 for no wrapping. */
  readonly width: number
  /** Whether buttons are numbered choices; else they are shown as what to type. */
  readonly numbered: boolean
  /** Where the file blocks were written, in their order. */
  readonly paths?: readonly string[]
  /** Lets a button's line leave out the name of its command's first option. */
  readonly catalog?: Catalog
}

/** What has been counted on the way through a message. */
interface Count {
  button: number
  file: number
}

/** A message as a terminal shows it: the summary, then its blocks. */
export function renderText(message: Message, look: RenderOptions): string {
  const { summaryBelow, summary } = message
  const count: Count = { button: 1, file: 0 }
  const parts = [
    wrap(summaryBelow ? headLine(summary, look) : spans(summary, look), look.width),
    ...blocksBelowSummary(message).map((one) => renderBlock(one, look, count)),
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

/** The summary is the first line of a card, and so its heading here: bold where there is colour. */
function headLine(summary: Rich, look: RenderOptions): string {
  return style(look.colour, '1', spans(summary, { ...look, colour: false }))
}

function spans(text: Rich, look: RenderOptions): string {
  // A text alone finds its direction by itself; among others it stands apart.
  if (text.length < 2) return text.map((span) => renderSpan(span, look, isolateWithin)).join('')
  const edges = spansTogether(text)
  const alone = isOneText(edges)
  return text
    .map((span, at) => {
      const edge = alone ? 'within' : edges[at]
      return edge
        ? withEdge(
            edge,
            renderSpan(span, look, (words) => words),
          )
        : renderSpan(span, look, isolate)
    })
    .join('')
}

function renderSpan(span: Span, { colour }: RenderOptions, apart: (text: string) => string): string {
  switch (span.kind) {
    case 'text':
      return apart(harmless(span.text))
    case 'bold':
      return style(colour, '1', apart(harmless(span.text)))
    case 'code':
      return style(colour, '36', apart(harmless(span.text)))
    case 'link':
      if (span.text === span.url) return oneLine(span.url)
      return `${isolate(harmless(span.text))} <${oneLine(span.url)}>`
    case 'person':
      if (span.name === '' || span.email === '') return apart(oneLine(span.name || span.email))
      return `${isolate(oneLine(span.name))} <${oneLine(span.email)}>`
    case 'moment':
      return formatMoment(new Date(span.at), span.zone, span.style)
  }
}

function renderBlock(one: Block, look: RenderOptions, count: Count): string {
  switch (one.kind) {
    case 'text':
      return wrap(spans(one.text, look), look.width)
    case 'heading':
      return `\n${style(look.colour, '1', isolateWithin(oneLine(one.text)))}`
    case 'list':
      return one.items
        .map((item) => wrap(`  ${isNumbered(one.items) ? '' : '• '}${spans(item, look)}`, look.width, '    '))
        .join('\n')
    case 'fields':
      return fieldLines(one, look)
    case 'table':
      return layTable(
        one.columns.map(oneLine),
        one.rows.map((row) => row.map((cell) => isolate(oneLine(spans(cell, { ...look, colour: false }))))),
        look.width,
        (text) => style(look.colour, '1', text),
      )
    case 'image':
      return wrap(`[${oneLine(one.alt)}] ${oneLine(one.url)}`, look.width)
    case 'buttons':
      return look.numbered
        ? numbered(one.buttons, look, count)
        : one.buttons.map((button) => hint(button, look)).join('\n')
    case 'file': {
      const path = look.paths?.[count.file++]
      return path === undefined ? `File: ${oneLine(one.name)}` : `File written: ${path}`
    }
  }
}

function fieldLines({ fields }: Extract<Block, { kind: 'fields' }>, look: RenderOptions): string {
  const labels = Math.max(0, ...fields.map(({ label }) => displayWidth(oneLine(label))))
  if (look.width > 0 && labels + 4 > look.width * widestLabels) return fieldsBelow(fields, look)
  const indent = ' '.repeat(labels + 4)
  return fields
    .map(({ label, value }) => {
      const start = style(look.colour, '2', pad(oneLine(label), labels))
      return wrap(`  ${start}  ${isolate(spans(value, look))}`, look.width, indent)
    })
    .join('\n')
}

/** The part of a window that labels take beside their values at most. */
const widestLabels = 0.6

/** Labels too long to stand beside their values in a narrow window, each with its value below it. */
function fieldsBelow(fields: Extract<Block, { kind: 'fields' }>['fields'], look: RenderOptions): string {
  return fields
    .map(({ label, value }) => {
      const start = wrap(`  ${style(look.colour, '2', oneLine(label))}`, look.width, '  ')
      return `${start}\n${wrap(`    ${isolate(spans(value, look))}`, look.width, '    ')}`
    })
    .join('\n')
}

/** `[1] Accept   [2] Decline`, on further lines where one is full; a choice is never broken. */
function numbered(buttons: readonly Button[], look: RenderOptions, count: Count): string {
  let lines = ''
  let taken = 0
  for (const { label } of buttons) {
    const choice = `${style(look.colour, '36', `[${count.button++}]`)} ${isolate(oneLine(label))}`
    const columns = displayWidth(choice)
    const fits = look.width <= 0 || taken + 3 + columns <= look.width
    if (lines !== '') lines += fits ? '   ' : '\n'
    taken = lines !== '' && fits ? taken + 3 + columns : columns
    lines += wrap(choice, look.width, '    ')
  }
  return lines
}

function hint(button: Button, look: RenderOptions): string {
  return wrap(
    `${isolate(oneLine(button.label))}: ${style(look.colour, '36', isolate(typedButton(button, look.catalog)))}`,
    look.width,
    '  ',
  )
}

/** A button as the line that does the same. */
export function typedButton({ command, values, confirmed }: Button, catalog: Catalog = []): string {
  const first = Object.keys(findCommand(catalog, command)?.command.options ?? {})[0]
  const given = Object.entries(values).sort(([a], [b]) => Number(b === first) - Number(a === first))
  const options = given.map(([name, value]) => (name === first ? quoted(value) : `${name}:${quoted(value)}`))
  return oneLine([`/${command}`, ...options, ...(confirmed ? ['confirm:yes'] : [])].join(' '))
}

function quoted(value: string): string {
  if (!/[\s"'“„‘«:]/.test(value) || /^https?:\S+$/.test(value)) return value
  return value.includes('"') ? `“${value}”` : `"${value}"`
}

function style(colour: boolean, code: string, text: string): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text
}
