/** A piece of text. A `text` span is data: no adapter may read markup, a mention or a time token into it. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'person'; readonly name: string; readonly email: string }
  | MomentSpan

/** An instant as the reader sees it; adapters print the zone beside it. */
export interface MomentSpan {
  readonly kind: 'moment'
  /** ISO 8601 instant in UTC, e.g. `2026-12-12T14:30:00.000Z`. */
  readonly at: string
  /** IANA zone in which the explicit form is printed. */
  readonly zone: string
  readonly style: 'full' | 'day' | 'time'
  /** Printed once, on the clock of that zone: it is the one reader's own, or it is that clock that is told of. */
  readonly once?: true
}

export type Rich = readonly Span[]

/** A command typed in advance: `command` is `feature action`, `values` are option texts by name. */
export interface Button {
  readonly label: string
  readonly command: string
  readonly values: Readonly<Record<string, string>>
  readonly style?: 'primary' | 'danger'
  /** Set on the button that answers a command's question before it does something destructive. */
  readonly confirmed?: boolean
  /** Opens the command's form with these values rather than running it. */
  readonly ask?: boolean
  /** Its label means something else when it is typed. */
  readonly pressedOnly?: boolean
}

export type Block =
  | { readonly kind: 'text'; readonly text: Rich }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Rich[] }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly label: string; readonly value: Rich }[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly Rich[])[]
    }
  | { readonly kind: 'image'; readonly url: string; readonly alt: string }
  | {
      readonly kind: 'buttons'
      readonly buttons: readonly Button[]
      /** They answer one question, so that a platform shows them as a list to choose from where it has one. */
      readonly listed?: true
    }
  | FileBlock

/** A file for the reader. An answer is kept as JSON, so bytes that are not text are written as base64. */
export interface FileBlock {
  readonly kind: 'file'
  readonly name: string
  readonly mediaType: string
  readonly content: string
  readonly encoding?: 'base64'
}

/** What the bot says. `summary` alone makes sense: it is the notification, the screen reader's text, the fallback. */
export interface Message {
  readonly summary: Rich
  readonly blocks: readonly Block[]
  /** What a card is, in a few words: `Meeting M3`. It stands above everything else on a card. */
  readonly heading?: string
  /** Heading and blocks say all that the summary says, so that a card leaves it to the notification. */
  readonly summaryBelow?: true
  /** The record whose shared card this is, `meeting:12`: what it shows is refreshed when the record changes. */
  readonly card?: string
}

type TemplatePart = string | number | Span | Rich

/** Text from a template: strings and numbers put in are data, spans stay spans. */
export function rich(strings: TemplateStringsArray, ...parts: readonly TemplatePart[]): Rich {
  const spans: Span[] = []
  strings.forEach((text, index) => {
    if (text) spans.push({ kind: 'text', text })
    const part = parts[index]
    if (part === undefined) return
    if (typeof part === 'string' || typeof part === 'number') {
      if (part !== '') spans.push({ kind: 'text', text: String(part) })
    } else if (isRich(part)) spans.push(...part)
    else spans.push(part)
  })
  return spans
}

/** A message of one sentence, or of a sentence and blocks. */
export function message(summary: Rich | string, ...blocks: readonly (Block | undefined)[]): Message {
  return {
    summary: typeof summary === 'string' ? rich`${summary}` : summary,
    blocks: blocks.filter((block) => block !== undefined),
  }
}

/** The same message with a heading above its summary. */
export function headed(heading: string, message: Message): Message {
  return { ...message, heading }
}

/** A card whose heading and blocks say all of the summary, which is then left to notifications. */
export function titled(heading: string, message: Message): Message {
  return { ...message, heading, summaryBelow: true }
}

export function bold(text: string): Span {
  return { kind: 'bold', text }
}

export function code(text: string): Span {
  return { kind: 'code', text }
}

export function link(text: string, url: string): Span {
  return { kind: 'link', text, url }
}

/** Somebody with their address; without a name the address alone. */
export function person(name: string, email: string): Span {
  return { kind: 'person', name, email }
}

/** A time on one clock alone, whoever reads it. */
export function clockTime(at: Date, zone: string): MomentSpan {
  return { ...moment(at, zone), once: true }
}

export function moment(at: Date, zone: string, style: MomentSpan['style'] = 'full'): MomentSpan {
  return { kind: 'moment', at: at.toISOString(), zone, style }
}

export function button(
  label: string,
  command: string,
  values: Readonly<Record<string, string>> = {},
  style?: Button['style'],
): Button {
  return style ? { label, command, values, style } : { label, command, values }
}

/** More choices than these are easier to find in a list. */
const mostBeside = 5

export const block = {
  text: (text: Rich | string): Block => ({
    kind: 'text',
    text: typeof text === 'string' ? rich`${text}` : text,
  }),
  heading: (text: string): Block => ({ kind: 'heading', text }),
  list: (items: readonly (Rich | string)[]): Block => ({
    kind: 'list',
    items: items.map((item) => (typeof item === 'string' ? rich`${item}` : item)),
  }),
  fields: (fields: readonly (readonly [label: string, value: Rich | string])[]): Block => ({
    kind: 'fields',
    fields: fields.map(([label, value]) => ({
      label,
      value: typeof value === 'string' ? rich`${value}` : value,
    })),
  }),
  table: (columns: readonly string[], rows: readonly (readonly (Rich | string)[])[]): Block => ({
    kind: 'table',
    columns,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? rich`${cell}` : cell))),
  }),
  buttons: (...buttons: readonly Button[]): Block => ({ kind: 'buttons', buttons }),
  /** The choices for one question: side by side if they are few, else a list to choose from. */
  choices: (buttons: readonly Button[]): Block =>
    buttons.length > mostBeside ? { kind: 'buttons', buttons, listed: true } : { kind: 'buttons', buttons },
  file: (name: string, mediaType: string, content: string): Block => ({
    kind: 'file',
    name,
    mediaType,
    content,
  }),
  /** A file that is not text, such as a spreadsheet. */
  bytes: (name: string, mediaType: string, content: Uint8Array): Block => ({
    kind: 'file',
    name,
    mediaType,
    content: Buffer.from(content).toString('base64'),
    encoding: 'base64',
  }),
} as const

/** The content of a file as bytes. */
export function fileBytes({ content, encoding }: Pick<FileBlock, 'content' | 'encoding'>): Buffer {
  return Buffer.from(content, encoding ?? 'utf8')
}

function isRich(part: Span | Rich): part is Rich {
  return Array.isArray(part)
}
