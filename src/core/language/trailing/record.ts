import type { Options } from '../../option.ts'
import { quotedAndMore, unquote } from '../quotes.ts'

/** What is named by words or left out, and never by the number of another record. */
const otherwise: ReadonlySet<string> = new Set(['group', 'choice'])

/** `merge U1 U2`, `merge U1 and U2`: two numbers of one kind are the first option and the other that is wanted of it. */
export function takePair(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  if (option?.kind !== 'record') return
  const wanted = Object.entries(options).filter(
    ([name, { kind, prefix, required }]) =>
      name !== first && kind === 'record' && prefix === option.prefix && required,
  )
  const [name] = wanted.length === 1 ? (wanted[0] ?? []) : []
  const pair = /^(#?\p{L}?\p{Nd}{1,9})(?:[,;&]| and\b| with\b)? ?(?<=[\s,;&])(#?\p{L}?\p{Nd}{1,9})$/iu.exec(
    fields[first]?.trim() ?? '',
  )
  if (name === undefined || fields[name] !== undefined || !pair) return
  fields[first] = pair[1] ?? ''
  fields[name] = pair[2] ?? ''
}

/**
 * `list S1`: a number alone is the record of its letter, where the first option is a group, a choice or a record with
 * another letter that may be left out.
 */
export function takeRecord(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  const letters = /^(\p{L}+)\p{Nd}{1,9}$/u.exec(fields[first]?.trim() ?? '')?.[1]?.toLowerCase()
  if (!option || option.required || letters === undefined) return
  const isOther = option.kind === 'record' && option.prefix?.toLowerCase() !== letters
  if (!isOther && !otherwise.has(option.kind)) return
  const meant = Object.entries(options).filter(
    ([name, { kind, prefix }]) =>
      kind === 'record' && prefix?.toLowerCase() === letters && fields[name] === undefined,
  )
  const [name] = meant.length === 1 ? (meant[0] ?? []) : []
  if (name === undefined) return
  fields[name] = fields[first] ?? ''
  delete fields[first]
}

/** `resolve M1 R2`: the number of another record behind that of the first option. */
export function takeRecordBehind(options: Options, first: string, fields: Record<string, string>): void {
  const [, before, number, letter] =
    /^(\p{L}?\p{Nd}{1,9}),? ((\p{L})\p{Nd}{1,9})$/u.exec(fields[first]?.trim() ?? '') ?? []
  if (before === undefined || number === undefined) return
  const meant = Object.entries(options).find(
    ([name, { kind, prefix }]) =>
      name !== first && kind === 'record' && prefix?.toLowerCase() === letter?.toLowerCase(),
  )
  if (!meant || fields[meant[0]] !== undefined) return
  fields[first] = before
  fields[meant[0]] = number
}

const meetingAtEnd = /^(\S.*?),? (?:to|for|(?:to|on) the agenda of) (m\p{Nd}{1,9})$/isu

/**
 * `agenda add Ports 10 min to M1`: the meeting behind the words comes before them. What is said while a meeting goes on may
 * speak of another one: `note thanks to M1`.
 */
export function takeMeetingBehind(options: Options, first: string, fields: Record<string, string>): void {
  const { kind, implied } = options[first] ?? {}
  if (kind !== 'meeting' || implied === 'only under way' || implied === 'over') return
  const text = Object.values(options).find((one) => one.kind === 'text' && one.required)
  const [, words, number] = meetingAtEnd.exec(fields[first]?.trim() ?? '') ?? []
  if (!text || words === undefined || number === undefined) return
  if (/^#?m?\p{Nd}{1,9}\b/iu.test(words)) return
  fields[first] = `${number} ${words}`
}

const page = 'page'

/** `list page 2`, `list regional, page 2`: the page, where the first option is no text of which it may be a part. */
export function takePage(options: Options, first: string, fields: Record<string, string>): void {
  if (options[page]?.kind !== 'integer' || options[first]?.kind === 'text' || fields[page] !== undefined)
    return
  const typed = fields[first] ?? ''
  const found = /(?:^|,? )page ?(\p{Nd}{1,4})$/iu.exec(typed)
  if (found?.[1] === undefined) return
  fields[page] = found[1]
  const left = typed.slice(0, found.index)
  if (left === '') delete fields[first]
  else fields[first] = left
}

/** `When shall we meet? 1, 3`: the sign that ends a question ends a title as a quote does. */
const questionAndMore = /^([^"“„«\p{Nd}][^"“„«?]{2,200}\?) (\S.*)$/su

/** `"Spring meeting" 1, 3`: what follows a record's title in quotes is the first text that is still missing. */
export function takeAfterTitle(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'record') return
  const [title, more = ''] =
    quotedAndMore(fields[first] ?? '') ?? questionAndMore.exec(fields[first] ?? '')?.slice(1) ?? []
  const text = Object.entries(options).find(
    ([name, { kind }]) => kind === 'text' && fields[name] === undefined,
  )?.[0]
  if (!title || text === undefined) return
  fields[first] = title
  fields[text] = unquote(more, text)
}
