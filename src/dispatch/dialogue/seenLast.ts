import { identify } from '../../../db/directory/identify.ts'
import { seenRecords } from '../../../db/ledger/audit.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import { type Invocation, withInput } from '../../core/invocation.ts'
import { lettersOf } from '../../core/language/verbs/numbered.ts'
import { type Button, button } from '../../core/message.ts'
import type { Option } from '../../core/option.ts'
import { shorten } from '../../core/text/text.ts'
import { meetingsImplied } from '../../suggest/meetings.ts'
import { isReadOnly, type ReadCommand, readInput, readOnce } from '../readInput.ts'
import type { Feature } from '../services.ts'
import { pressed, type SeenLast } from './followUps.ts'
import { asksAgain, corrects, type LinesOf, linesOf } from './linesAboutLast.ts'
import { partMeant } from './partMeant.ts'

interface SeenLastDependencies {
  readonly features: readonly Feature[]
  readonly clock: Clock
  readonly db: Db
  /** Looks that are not on record yet. */
  readonly looks: { readonly flush: () => Promise<unknown> }
}

/** Longer lines are texts of their own. */
const longest = 160
/** Records seen longer ago are never meant. */
const keptMs = 30 * 60_000
/** A record seen longer ago, or before another one, is asked about first. */
const freshMs = 5 * 60_000

/** A value that is nobody's name. */
const alone = /^(?:it|this|that|this one|that one|the last one)$/i
/** Reads `it` as the record that the account asked about last, in whichever process. */
export function createSeenLast({ features, clock, db, looks }: SeenLastDependencies): SeenLast {
  async function withNumber(
    asked: Invocation,
    lines: LinesOf | undefined,
    letters: ReadonlyMap<string, string>,
  ): Promise<Invocation | UserError> {
    const invocation = readOnce(features, asked)
    const typed = readInput(features, invocation)
    const meeting = meetingLeftOpen(typed)
    if (!lines && meeting === undefined) return invocation
    // `say it again` may be read as somebody's name.
    const isAgain = invocation.input.kind === 'line' && asksAgain(invocation.input.text)
    if (
      !isAgain &&
      !isUnsure(typed) &&
      !isLone(typed) &&
      !Object.values(typed.fields).some((value) => alone.test(value))
    )
      return invocation
    const now = clock.now().getTime()
    await looks.flush()
    const found = await seenRecords(db, invocation.caller, new Date(now - keptMs))
    const last = found.findIndex(({ subject }) => recordOf(subject, letters) !== undefined)
    const one = found[last]
    const record = one && recordOf(one.subject, letters)
    if (one === undefined || record === undefined) return invocation
    const filled = meetingFilled(invocation, typed, meeting, record)
    const meant = filled ?? (lines && firstAbout(record, lines.with(record)))
    if (meant === undefined) return invocation
    const { line, read, instead } = meant
    // A sentence that names nothing is not sure to be about it.
    const isSaid = filled !== undefined || !lines?.guessed
    const isFresh = isSaid && last === 0 && now - one.at.getTime() <= freshMs
    const underWay =
      filled === undefined
        ? []
        : await underWayFor(db, invocation, read.command.options[meeting ?? ''], clock.now())
    const part =
      filled && partMeant(features, filled.read, { option: meeting ?? '', value: record }, one.command)
    const isSure = underWay.length === 0 ? isFresh : underWay.length === 1 && underWay[0] === record
    if (isFresh && part) return pressed(invocation, part)
    if (isSure || isReadOnly(read)) return instead ?? withInput(invocation, { kind: 'line', text: line })
    return new UserError(`Did you mean ${record}, which you saw or changed last? Nothing was done.`, {
      buttons: [
        ...(part ? [part] : []),
        { label: shorten(`Yes: ${line}`, 60), command: read.words, values: read.fields },
        ...underWay.flatMap((other) => (other === record ? [] : elsewhere(read, meeting, other))),
      ],
    })
  }

  /** The first of these lines that is a command about the record. */
  function firstAbout(
    record: string,
    lines: readonly string[],
  ): { readonly line: string; readonly read: ReadCommand; readonly instead?: Invocation } | undefined {
    for (const line of lines) {
      const read = readInput(features, { input: { kind: 'line', text: line } })
      if (!isUnsure(read) && isAbout(read, record)) return { line, read }
    }
    return undefined
  }

  /** `U1: 44 officers, not 40`, which names what it is about; undefined for any other line. */
  function numbered(invocation: Invocation, text: string): Invocation | undefined {
    const [, record, rest = ''] = /^\/?(\p{L}{1,3}\p{Nd}{1,9})[:,]? (.+)$/su.exec(text.trim()) ?? []
    if (record === undefined || !corrects(rest) || !isUnsure(readInput(features, invocation)))
      return undefined
    const input = { kind: 'line', text: `edit ${record} ${rest}` } as const
    return isUnsure(readInput(features, { input })) ? undefined : withInput(invocation, input)
  }

  /** Whether a line was taken for the name of something, as words that say nothing else are. */
  function isLone({ words }: ReadCommand): boolean {
    return features.some(({ name, lone }) => lone !== undefined && words === `${name} ${lone}`)
  }

  return (invocation, text) => {
    if (text.length > longest || text.includes('\n')) return invocation
    const named = numbered(invocation, text)
    if (named) return named
    const letters = lettersOf(features)
    const lines = linesOf(text, letters)
    // A sentence alone leaves its meeting open.
    return lines || !/^\s*\//.test(text) ? withNumber(invocation, lines, letters) : invocation
  }
}

/** The line as it was read, with the record for the meeting that it left open. */
function meetingFilled(
  invocation: Invocation,
  typed: ReadCommand | UserError,
  name: string | undefined,
  record: string,
) {
  const { input, read } = invocation
  if (typed instanceof UserError || name === undefined || !record.startsWith('M')) return undefined
  if (input.kind !== 'line' || read === undefined || read instanceof UserError || read.kind !== 'command')
    return undefined
  return {
    line: `${input.text} (${record})`,
    read: { ...typed, fields: { ...typed.fields, [name]: record } },
    instead: { ...invocation, read: { ...read, fields: { ...read.fields, [name]: record } } },
  }
}

/** The meetings under way, `M1`, where an option may leave out the one that is; none for any other option. */
async function underWayFor(
  db: Db,
  { caller: account, vouchedEmail }: Invocation,
  option: Option | undefined,
  now: Date,
): Promise<readonly string[]> {
  const { implied } = option ?? {}
  if (implied !== 'under way' && implied !== 'only under way') return []
  const caller = await identify(db, { ...account, vouchedEmail: vouchedEmail ?? null }, now)
  return caller ? (await meetingsImplied(db, { implied }, caller, now)).map(({ id }) => `M${id}`) : []
}

/** What was typed, for a meeting under way. */
function elsewhere({ words, fields }: ReadCommand, name = '', meeting = ''): readonly Button[] {
  return [button(`For ${meeting}, under way`, words, { ...fields, [name]: meeting })]
}

/** `U12` of `update:12`. */
function recordOf(subject: string | null, letters: ReadonlyMap<string, string>): string | undefined {
  const [, kind = '', id] = /^(\p{L}+):(\d+)$/u.exec(subject ?? '') ?? []
  const prefix = letters.get(kind)
  return prefix === undefined ? undefined : `${prefix}${id}`
}

/** The option of a line that says `it` for a meeting. */
function meetingLeftOpen(read: ReadCommand | UserError): string | undefined {
  if (isUnsure(read)) return undefined
  const { command, fields } = read
  return Object.keys(fields).find(
    (name) => command.options[name]?.kind === 'meeting' && alone.test(fields[name] ?? ''),
  )
}

/** Whether a line has no form of its own that says what it means. */
function isUnsure(read: ReadCommand | UserError): read is UserError {
  return read instanceof UserError || read.words === 'help' || read.weighed === true
}

function isAbout({ command: { options }, fields }: ReadCommand, record: string): boolean {
  return Object.entries(fields).some(([name, value]) => {
    const { kind, prefix } = options[name] ?? {}
    return (
      value === record && (kind === 'meeting' ? record.startsWith('M') : record.startsWith(prefix ?? ' '))
    )
  })
}
