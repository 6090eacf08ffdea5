import { blockPieces, loosePieces } from '../../../src/chat/render/blockPieces.ts'
import { apart, plainRuns, type Runs, words } from '../../../src/chat/render/runs.ts'
import { sentenceAboveFacts } from '../../../src/chat/render/sentenceAboveFacts.ts'
import type { Block, Message, Rich } from '../../../src/core/message.ts'
import { isolateWithin } from '../../../src/core/text/direction/isolate.ts'
import { isNumbered, oneLine, shorten } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import { escapeText, escapeWithin } from './escape.ts'
import { factParts } from './facts.ts'
import { type LayoutPart, layPages } from './layout.ts'
import { liftedFact } from './lifted.ts'
import { plainText } from './markdown.ts'
import type { Page } from './page.ts'
import { type ButtonIds, rowParts } from './rows.ts'
import { runsOf } from './runs.ts'
import { bullets, dotted, joinedSize, joinParts, paragraph, stacked, type TextPart } from './textParts.ts'

export type { ButtonIds } from './rows.ts'

/** A message as it is sent. Every field is always set, so that an edit clears what was there. */
export interface MessageBody extends Page {
  readonly allowed_mentions: { readonly parse: readonly string[] }
}

/**
 * Renders a message as one Discord message, or as several where it exceeds a limit. Raises an `Error` for a button
 * that carries more than Discord takes.
 */
export function renderPages(message: Message, look: ButtonIds): readonly Page[] {
  const sentence = isSummaryBelow(message) ? [] : sentenceAboveFacts(message)
  // A time that is not said above is the fact that goes there.
  const lifted = sentence === message.summary ? undefined : liftedFact(message)
  const [content, rest] = contentOf(message, sentence, lifted?.when)
  const about = shorten(oneLine(plainText(message.summary)).trim(), limits.opening)
  const opening = (at: number, pages: number) =>
    at === 0 ? content : `(${at + 1}/${pages}) ${escapeWithin(about)}`.trim()
  return layPages(
    [
      ...loosePieces<LayoutPart>(rest),
      ...blockPieces(lifted?.blocks ?? message.blocks, renderBlock, underHeading),
    ],
    opening,
    look,
  )
}

/** Makes the body that is sent; nothing in it notifies anybody. */
export function bodyOf({ content, embeds, components }: Page): MessageBody {
  return { content, embeds, components, allowed_mentions: { parse: [] } }
}

/** Whether the heading and the blocks stand for the summary. */
function isSummaryBelow({ heading = '', summaryBelow }: Message): boolean {
  return summaryBelow === true && oneLine(heading).trim() !== ''
}

/** The heading, the sentence and the time as the lines that fit above everything else, and the rest. */
function contentOf(
  { heading = '' }: Message,
  sentence: Rich,
  when: Rich = [],
): readonly [string, readonly TextPart[]] {
  const shape = { room: limits.content, gap: '\n' } as const
  const lines = [
    ...headingParts(oneLine(heading).trim()),
    ...[sentence, when].flatMap((one) => paragraph(runsOf(one), shape)),
  ]
  let taken = 0
  while (taken < lines.length && joinedSize(lines.slice(0, taken + 1)) <= limits.content) taken += 1
  return [joinParts(lines.slice(0, taken)), lines.slice(taken)]
}

/** What stands directly under a heading has no gap above it. */
function underHeading(part: LayoutPart): LayoutPart {
  return part.kind === 'text' ? { ...part, gap: '\n' } : part
}

function renderBlock(one: Block): readonly LayoutPart[] {
  switch (one.kind) {
    case 'text':
      return paragraph(runsOf(one.text))
    case 'heading':
      return headingParts(oneLine(one.text).trim())
    case 'list':
      return (isNumbered(one.items) ? stacked : bullets)(one.items.map((item) => runsOf(item)))
    case 'fields':
      return factParts(one.fields)
    case 'table':
      return tableParts(one)
    case 'image':
      return imageParts(oneLine(one.url).trim(), oneLine(one.alt).trim())
    case 'buttons':
      return rowParts(one.buttons, one.listed)
    case 'file':
      return paragraph(words(`File: ${oneLine(one.name)}`))
  }
}

/** Renders a heading; bold text where it is too long, or begins or ends with `#`, which Discord would drop. */
function headingParts(line: string): readonly TextPart[] {
  const text = isolateWithin(line)
  if (text === '') return []
  const markdown = `### ${escapeText(text)}`
  if (/^#|#$/.test(text) || markdown.length > limits.content) return paragraph(words(text, { bold: true }))
  return [{ kind: 'text', markdown, gap: '\n\n' }]
}

/** With more columns than these nobody finds the name of a cell in the line above. */
const namesAbove = 3

/** Renders a line of column names and one for each row with its first cell bold; of a wide table, each cell with its name. */
function tableParts({ columns, rows }: Extract<Block, { kind: 'table' }>): readonly LayoutPart[] {
  const names = columns.map((name) => oneLine(name).trim())
  const wide = names.length > namesAbove && rows.length > 0
  const bare = wide || names.every((name) => name === '')
  const head = bare ? [] : paragraph(dotted(names.map((name) => words(name, { bold: true }))))
  const lines = bullets(
    rows.map((row) =>
      dotted(
        wide
          ? namedCells(names, row)
          : row.map((cell, at) => (at === 0 ? strong(runsOf(cell)) : runsOf(cell))),
      ),
    ),
  )
  return [
    ...head,
    ...lines.map((line, at) => (at === 0 && head.length > 0 ? { ...line, gap: '\n' as const } : line)),
  ]
}

/** `State: **Kenya** · Open: 3`. */
function namedCells(names: readonly string[], row: readonly Rich[]): readonly Runs[] {
  return Array.from({ length: Math.max(names.length, row.length) }, (_, at) => {
    const runs = runsOf(row[at] ?? [])
    const rich = plainRuns(runs).trim() === '' ? words('–') : apart(at === 0 ? strong(runs) : runs)
    return names[at] ? [...words(`${names[at]}: `), ...rich] : rich
  })
}

function strong(runs: Runs): Runs {
  return runs.map((run) =>
    run.kind === 'time' || run.code || run.url !== undefined ? run : { ...run, bold: true },
  )
}

/** Renders the description as a line, and the image where Discord can fetch it. */
function imageParts(url: string, alt: string): readonly LayoutPart[] {
  if (/^https:\/\/[^\s/]\S*$/i.test(url) && URL.canParse(url) && url.length <= limits.imageUrl)
    return [...paragraph(words(alt)), { kind: 'image', url }]
  return paragraph(runsOf([{ kind: 'link', text: alt, url }]))
}
