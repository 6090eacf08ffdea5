import { meetingsTitledIn, type TitledMeeting } from '../../../../db/meetings/find/titledIn.ts'
import type { Trx } from '../../../../db/store/db.ts'
import { UserError } from '../../../core/errors.ts'
import { missing } from '../../../core/language/readValues.ts'
import { button } from '../../../core/message.ts'
import { fold } from '../../../core/text/nearest.ts'
import { shorten } from '../../../core/text/text.ts'
import { choiceOf } from '../../names/nearMeeting.ts'
import { type ReadCommand, readInput, readOnce } from '../../readInput.ts'
import type { Run } from '../../run.ts'

/** A line with a meeting's number in the place of its title, as it is read. */
export interface Numbered {
  readonly run: Run
  readonly asked: ReadCommand
}

/** A longer line tells something rather than names a meeting. */
const longest = 1_000

/**
 * Reads a line anew in which a meeting stands by its whole title among other words, as in `agenda add Rail security Ports 10
 * min`, where no other way was found to read it: `wanted` are the options that were lacking or refused. Undefined where no
 * title is in the line, or where its number helps as little. Raises `UserError` where several meetings have that title.
 */
export async function byTitle(
  run: Run,
  trx: Trx,
  asked: ReadCommand,
  wanted: readonly string[],
): Promise<Numbered | undefined> {
  const { invocation, trace, now } = run
  const { input } = invocation
  if (input.kind !== 'line' || !trace.caller || input.text.length > longest) return undefined
  if (!wanted.some((name) => mayNameMeeting(asked, name, input.text))) return undefined
  const found = await meetingsTitledIn(trx, input.text, now)
  const [best] = found.filter(({ title }) => isNamed(input.text, title, asked))
  if (!best) return undefined
  const alike = found.filter(({ title }) => fold(title) === fold(best.title))
  const readings = alike.flatMap((meeting) => {
    const read = readNumbered(run, meeting, asked, wanted)
    return read ? [{ meeting, ...read }] : []
  })
  const [only, ...others] = readings
  if (!only || others.length === 0) return only
  const zone = trace.caller.zone
  throw new UserError(`Several meetings are called “${shorten(best.title)}”. Which one?`, {
    buttons: readings.map(({ meeting, asked: { words, fields } }) =>
      button(choiceOf(meeting, zone).label, words, fields),
    ),
  })
}

/** Whether an option is a meeting, or a time that may be told from one: `1 day before Rail security`. */
function mayNameMeeting({ command: { options } }: ReadCommand, name: string, line: string): boolean {
  const kind = options[name]?.kind
  return kind === 'meeting' || (kind === 'moment' && /(?:^|\s)(?:before|after)\s/i.test(line))
}

/** A title of one word may be any word of a sentence, save where a value begins with it. */
function isNamed(line: string, title: string, { fields }: ReadCommand): boolean {
  const at = placeOf(line, title)
  if (!at) return false
  const [first, ...others] = wordsIn(title)
  if (others.length > 0 || line[at.from] === '"' || line[at.from] === '“') return true
  return Object.values(fields).some((typed) => wordsIn(typed)[0]?.word === first?.word)
}

function readNumbered(
  run: Run,
  { id, title }: TitledMeeting,
  asked: ReadCommand,
  wanted: readonly string[],
): Numbered | undefined {
  const { services, invocation } = run
  const { input, read: _, ...others } = invocation
  const line = input.kind === 'line' ? input.text : ''
  const at = placeOf(line, title)
  if (!at) return undefined
  const text = `${line.slice(0, at.from)}M${id}${line.slice(at.to)}`
  const numbered = readOnce(services.features, { ...others, input: { kind: 'line', text } })
  const read = readInput(services.features, numbered)
  if (read instanceof UserError || read.words !== asked.words) return undefined
  const lacking = missing(read.command.options, read.fields)
  if (wanted.some((name) => lacking.includes(name))) return undefined
  return { run: { ...run, invocation: numbered }, asked: read }
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
