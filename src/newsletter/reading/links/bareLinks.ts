import { withoutUser } from '../../../core/text/addresses/webAddress.ts'
import { untracked } from './tracked.ts'

const longestAddress = 2_000

/** An address that stands in a text by itself. */
export interface Bare {
  readonly address: string
  readonly href: string
  readonly start: number
  readonly end: number
  /** Whether what opened before it closes after it, and is part of it. */
  readonly closed: boolean
}

/** What stands between the addresses of a list. */
const joiner = /^ {0,3}(?:(?:[,;|/&+–—-]|, ?and|and|or|et|y) {1,3}| )/i
const longestRun = 20

/** The addresses that follow one another at a place of a text: `https://…, https://… and https://…`. */
export function runAt(text: string, at: number): readonly Bare[] {
  const run: Bare[] = []
  for (let next = at; run.length < longestRun; ) {
    const found = bareAt(text, next, at)
    if (!found) break
    run.push(found)
    const between = joiner.exec(text.slice(found.end, found.end + 12))?.[0]
    if (between === undefined || found.closed) break
    next = found.end + between.length
  }
  return run
}

/** An address as it stands in a sentence, without the signs that belong to the sentence. */
function bareAt(text: string, at: number, first: number): Bare | undefined {
  const written = /^(?:https?:\/\/|www\.)/i.test(text.slice(at, at + 8))
  const before = text[at - 1] ?? ' '
  if (written ? /[\p{L}\p{N}]/u.test(before) : !/[\s(<]/.test(before) || !isBareHost(text, at))
    return undefined
  const whole = /^[^\s<>"“”«»]+/.exec(text.slice(at, at + longestAddress))?.[0] ?? ''
  let address = whole
  while (/[.,;:!?'’\])}*_]$/.test(address) && !isBalanced(address)) address = address.slice(0, -1)
  const href = addressOf(/^https?:/i.test(address) ? address : `https://${address}`)
  if (href === undefined) return undefined
  const end = at + address.length
  // What opened before the first address closes after the last.
  const closed = closes(text[first - 1], text[end])
  // A tracked address is shown as the one to which it leads.
  const shown = href.length < address.length - 1 ? href : address
  return { address: shown, href, start: at, end: closed ? end + 1 : end, closed }
}

export function withoutOpener(text: string, closed: boolean): string {
  return closed ? text.replace(/[<("“'‘[]$/, '') : text
}

/** How many places of a text look like an address. */
export function addressesIn(text: string): number {
  return (
    text.match(
      /(?<![^\s(<"“‘'«[])(?:https?:\/\/|www\.|(?:[a-z0-9-]{1,63}\.){1,4}(?:org|int|net|com|edu|gov|info)\/)/gi,
    ) ?? []
  ).length
}

/** `unodc.org/judges`: a host with a page after it, of an ending that is no word of a sentence. */
function isBareHost(text: string, at: number): boolean {
  return /^(?:[a-z0-9-]{1,63}\.){1,4}(?:org|int|net|com|edu|gov|info)\/[^\s/]/i.test(text.slice(at, at + 300))
}

/** Whether the last sign is a bracket that the address itself opened. */
function isBalanced(address: string): boolean {
  const opens = { ')': '(', ']': '[', '}': '{' }[address.at(-1) ?? '']
  return opens !== undefined && count(address, opens) >= count(address, address.at(-1) ?? '')
}

function closes(before: string | undefined, after: string | undefined): boolean {
  return after !== undefined && ['<>', '()', '“”', '‘’', '""', "''", '[]'].includes(`${before}${after}`)
}

export function addressOf(typed: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return undefined
  return untracked(withoutUser(typed))
}

export function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
