import { meetingsTitledIn } from '../../../../db/records/meetingsTitledIn.ts'
import { isNamed, recordsNamed } from '../../../../db/records/named.ts'
import type { Db, Trx } from '../../../../db/store/db.ts'
import { UserError } from '../../../core/errors.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import { missing } from '../../../core/language/readValues.ts'
import { button } from '../../../core/message.ts'
import { fold } from '../../../core/text/nearest.ts'
import { shorten } from '../../../core/text/text.ts'
import { choiceOf } from '../../names/nearMeeting.ts'
import { type ReadCommand, readInput, readOnce } from '../../readInput.ts'
import type { Run } from '../../run.ts'

/** A line with a record's number in the place of its title, as it is read. */
export interface Numbered {
  readonly run: Run
  readonly asked: ReadCommand
}

/** A longer line tells something rather than names a record. */
const longest = 1_000

/** How many of the latest records are looked at, and how many offered where several have one title. */
const [mostSearched, mostOffered] = [100, 9]

/**
 * Reads a line anew in which a meeting or another record stands by its whole title among other words, as in `agenda add Rail
 * security Ports 10 min`, where no other way was found to read it: `wanted` are the options that were lacking or refused.
 * Undefined where no title is in the line, or where its number helps as little. One round trip. Raises `UserError` where
 * several have that title.
 */
export async function byTitle(
  run: Run,
  trx: Trx,
  asked: ReadCommand,
  wanted: readonly string[],
): Promise<Numbered | undefined> {
  const { invocation, trace, now } = run
  const { input } = invocation
  const { caller } = trace
  if (input.kind !== 'line' || !caller || input.text.length > longest) return undefined
  const prefix = soughtIn(asked, wanted, input.text)
  if (prefix === undefined) return undefined
  const known =
    prefix === meetings
      ? await meetingsIn(trx, input.text, now, caller.zone)
      : await recordsIn(trx, prefix, caller)
  const named = known.filter(({ title }) => isNamedIn(input.text, title, asked.fields))
  return oneReading(named, (record) => {
    const numbered = readNumbered(run, record)
    return numbered && helps(numbered.asked, asked, wanted) ? numbered : undefined
  })
}

/** The line as it is read with the longest title that stands in it. Raises `UserError` where several have that title. */
export function oneReading(
  named: readonly Titled[],
  read: (record: Titled) => Numbered | undefined,
): Numbered | undefined {
  const [best] = named.toSorted((a, b) => b.title.length - a.title.length)
  if (!best) return undefined
  const readings = named
    .filter(({ title }) => fold(title) === fold(best.title))
    .flatMap((record) => {
      const numbered = read(record)
      return numbered ? [{ label: record.label, ...numbered }] : []
    })
  const [only, ...others] = readings
  if (!only || others.length === 0) return only
  throw new UserError(`Several are called “${shorten(best.title)}”. Which one?`, {
    buttons: readings
      .slice(0, mostOffered)
      .map(({ label, asked: { words, fields } }) => button(label, words, fields)),
  })
}

/** What meetings' numbers begin with. */
const meetings = 'M'

interface Titled {
  readonly number: string
  readonly title: string
  readonly label: string
}

export async function meetingsIn(db: Db, line: string, now: Date, zone: string): Promise<readonly Titled[]> {
  const found = await meetingsTitledIn(db, line, now)
  return found.map((one) => {
    const { label, value } = choiceOf(one, zone)
    return { number: value, title: one.title, label }
  })
}

async function recordsIn(db: Db, prefix: string, caller: Caller): Promise<readonly Titled[]> {
  const found = await recordsNamed(db, prefix, caller, { words: '', limit: mostSearched })
  return found.map(({ id, title }) => {
    const number = `${prefix}${id}`
    return { number, title, label: `${number} ${shorten(title)}` }
  })
}

/** The letters before the numbers of what may stand in a line by its title; undefined where nothing may. */
function soughtIn(
  { command: { options }, fields }: ReadCommand,
  wanted: readonly string[],
  line: string,
): string | undefined {
  for (const [name, { kind, prefix = '' }] of Object.entries(options)) {
    const isWanted = wanted.includes(name) || /\S\s+\S/.test(fields[name] ?? '')
    if (isWanted && kind === 'meeting') return meetings
    if (isWanted && kind === 'record' && isNamed(prefix)) return prefix
    // `1 day before Rail security`
    if (wanted.includes(name) && kind === 'moment' && /(?:^|\s)(?:before|after)\s/i.test(line))
      return meetings
  }
  return undefined
}

/** A title of one word may be any word of a sentence, save where a value begins with it. */
export function isNamedIn(line: string, title: string, fields: ReadCommand['fields']): boolean {
  const at = placeOf(line, title)
  if (!at) return false
  const [first, ...others] = wordsIn(title)
  if (others.length > 0 || line[at.from] === '"' || line[at.from] === '“') return true
  return Object.values(fields).some((typed) => wordsIn(typed)[0]?.word === first?.word)
}

/** The line with a record's number in the place of its title; undefined where it cannot be read either. */
export function readNumbered(run: Run, { number, title }: Titled): Numbered | undefined {
  const { services, invocation } = run
  const { input, read: _, ...others } = invocation
  const line = input.kind === 'line' ? input.text : ''
  const at = placeOf(line, title)
  if (!at) return undefined
  const text = `${line.slice(0, at.from)}${number}${line.slice(at.to)}`
  const numbered = readOnce(services.features, { ...others, input: { kind: 'line', text } })
  const read = readInput(services.features, numbered)
  return read instanceof UserError ? undefined : { run: { ...run, invocation: numbered }, asked: read }
}

/** Whether a line that was read anew is still the same command, with what was wanted. */
function helps(read: ReadCommand, asked: ReadCommand, wanted: readonly string[]): boolean {
  const lacking = missing(read.command.options, read.fields)
  return read.words === asked.words && !wanted.some((name) => lacking.includes(name))
}

interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    ...{ word: fold(word), from: index },
    to: index + word.length,
  }))
}

/** Where a title stands in a line, with its quotation marks, the article before it and the word for a meeting behind it. */
function placeOf(line: string, title: string): { readonly from: number; readonly to: number } | undefined {
  const words = wordsIn(line)
  const wanted = wordsIn(title).map(({ word }) => word)
  const first = words.findIndex((_, at) => wanted.every((word, n) => words[at + n]?.word === word))
  const [begin, end] = [words[first], words[first + wanted.length - 1]]
  if (wanted.length === 0 || !begin || !end) return undefined
  const isQuoted = /["“]/.test(line[begin.from - 1] ?? '') && /["”]/.test(line[end.to] ?? '')
  if (isQuoted) return { from: begin.from - 1, to: end.to + 1 }
  const before = /(?:^|\s)((?:the|our) )$/i.exec(line.slice(0, begin.from))?.[1]?.length ?? 0
  const behind = /^ (?:call|meeting)(?=[\s:,;.]|$)/i.exec(line.slice(end.to))?.[0]?.length ?? 0
  const colon = /^:(?=\s)/.exec(line.slice(end.to + behind))?.[0]?.length ?? 0
  return { from: begin.from - before, to: end.to + behind + colon }
}
