import type { RemoteFile } from '../../../src/chat/asking/remoteFile.ts'
import { lacking, momentPicked, tooLong } from '../../../src/chat/forms/dayAndTime.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { lineLimit } from '../../../src/core/language/clean.ts'
import { readFiles } from '../inbound/files.ts'

/** The most characters that one input of a modal holds. */
export const textLimit = 3000

/** How far back from the limit to look for a good place to cut a text. */
const reach = 200

/** The most inputs that one text is spread over; together they hold more than the core accepts at once. */
export const partLimit = Math.ceil(lineLimit / (textLimit - reach))

export interface Submission {
  /** Texts by option name, as for a typed line. */
  readonly fields: Record<string, string>
  /** What the modal itself finds wrong: sentences by block. */
  readonly problems: Record<string, string>
  /** The files chosen, by option name. */
  readonly files: readonly RemoteFile[]
}

/** The block for the time of day; the option's own block holds the day. */
export function timeBlock(name: string): string {
  return `${name}~time`
}

/** The block of one part of a long text; parts are counted from 1. */
export function partBlock(name: string, part: number): string {
  return part === 1 ? name : `${name}~${part}`
}

/** The option texts of a submitted modal, by option name; empty ones are left out. */
export function readSubmission(form: Pick<Form, 'fields'>, state: unknown): Submission {
  const fields: Record<string, string> = {}
  const problems: Record<string, string> = {}
  const files: RemoteFile[] = []
  for (const { name, option } of form.fields) {
    if (option.kind === 'file') {
      files.push(...readFiles(own(own(own(state, name), 'file'), 'files'), name))
      continue
    }
    const { text, problem } = option.kind === 'moment' ? readMoment(state, name) : readWhole(state, name)
    if (problem) problems[problem.block] = problem.sentence
    else if (text.trim() !== '') fields[name] = text
  }
  return { fields, problems, files }
}

/**
 * Splits a text into pieces that join to the same text. No piece ends inside a character, nor at a blank if that can be
 * avoided, since an input may trim its ends.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > limit) {
    const at = placeToCut(rest, limit)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...pieces, rest]
}

function placeToCut(text: string, limit: number): number {
  for (let at = limit; at > Math.max(limit - reach, 0); at--) {
    const begun = /\s|\u200d|[\ud800-\udbff]/.test(text.charAt(at - 1))
    const goesOn = /^(?:\s|\u200d|\p{M}|\p{Emoji_Modifier})/u.test(text.slice(at, at + 2))
    if (!begun && !goesOn) return at
  }
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(limit - 1, limit + 1)) ? limit - 1 : limit
}

interface Read {
  readonly text: string
  readonly problem?: { readonly block: string; readonly sentence: string }
}

/** A typed date and time has one block; a picked one has two. */
function readMoment(state: unknown, name: string): Read {
  const time = timeBlock(name)
  const day = readWhole(state, name)
  if (own(state, time) === undefined || day.problem) return day
  const { text, lacks } = momentPicked(day.text, readBlock(state, time))
  if (lacks === undefined) return bounded(text, time)
  return { text, problem: { block: lacks === 'day' ? name : time, sentence: lacking[lacks] } }
}

function readWhole(state: unknown, name: string): Read {
  const parts = Array.from({ length: partLimit }, (_, index) => readBlock(state, partBlock(name, index + 1)))
  return bounded(parts.join(''), name)
}

function bounded(text: string, block: string): Read {
  const sentence = tooLong(text)
  return sentence === undefined ? { text } : { text: '', problem: { block, sentence } }
}

/** A block holds one input; the shape of its state tells which kind. */
function readBlock(state: unknown, block: string): string {
  const inputs = own(state, block)
  if (!isRecord(inputs)) return ''
  return Object.values(inputs).map(readInput).find(Boolean) ?? ''
}

function readInput(input: unknown): string {
  const options = own(input, 'selected_options')
  const picked = Array.isArray(options) ? options.slice(0, 100).map((one) => own(one, 'value')) : []
  const said = [
    own(input, 'value'),
    own(own(input, 'selected_option'), 'value'),
    own(input, 'selected_date'),
    own(input, 'selected_time'),
    picked.filter(isText).join(', '),
  ]
  return said.find(isText) ?? ''
}

function own(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
