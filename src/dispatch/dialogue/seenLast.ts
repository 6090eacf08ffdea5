import { seenRecords } from '../../../db/ledger/audit.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import { UserError } from '../../core/errors.ts'
import { type Invocation, withInput } from '../../core/invocation.ts'
import { lettersOf } from '../../core/language/verbs/numbered.ts'
import { correctionIn } from '../../core/text/correction.ts'
import { fold } from '../../core/text/nearest.ts'
import { shorten } from '../../core/text/text.ts'
import { isReadOnly, type ReadCommand, readInput, readOnce } from '../readInput.ts'
import type { Feature } from '../services.ts'
import { completedLines } from './completedLines.ts'
import type { SeenLast } from './followUps.ts'

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

const politeness =
  /^(?:(?:please|pls|tell (?:everyone|everybody|them|all)(?: that)?|(?:can|could) (?:you|we|i)|(?:shall|should) we|let['’]?s|ok|okay|now|so|and|then),? )+/i
/** What stands for a record: `it`, `that one`, `my last update`. */
const pronoun =
  /^\/?(\p{L}{2,20}) (?:this one|that one|the last one|(?:my last|the last|this|that) (?!one\b)(\p{L}{4,20})|it|this|that)(?=[ ,:.!]|$)(.*)$/isu
/** `invite FATF to this one only`: the record stands behind what is said. */
const behind =
  /^\/?(.{3,100}?) (to|for|of|on|from|in|at|about|before) (?:this one|that one|this meeting|that meeting|this call|that call|it|this|that)(?: (?:only|alone|one only))?[.!?]*$/iu
/** A value that is nobody's name. */
const alone = /^(?:it|this|that|this one|that one|the last one)$/i
/** `read that again`, `say it once more`: the record is shown. */
const again =
  /^\/?(?:read|say|repeat|show)(?: (?:me|us))? (?:it|that|this)(?: one)?(?: (?:to me|again|back|out|aloud|once more|one more time)){0,2}[.!?]*$/iu
/** `change the date to 5 May`, `wrong date, it was 5 May`, `the place is Accra`, `section: publications`. */
const fields = [
  /^\/?(?:change|set|make|correct) (?:the |its )?(\p{L}{3,20}) (?:to|=) (.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:the )?(?:wrong|correct|right|new) (\p{L}{3,20})(?:[,:.]| is| was| -)? (?:(?:it|that) (?:is|was|should be) )?(.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:it|that) was (?:on )?(?=.{0,30}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?<date>\d[^,;:()]{2,40}?)(?:,? (?:actually|sorry|instead))?[.!]?$/isu,
  /^add (?:the |this |a )?(date|place|link)(?: to it)?:? (.+)$/isu,
  /^(?:sorry,? |oops,? |no,? |actually,? )?(?:the |its )?(date|place|room|venue|section|link|entities)(?: is now| is| was| should be|:)? (.+)$/isu,
]

/** Reads `it` as the record that the account asked about last, in whichever process. */
export function createSeenLast({ features, clock, db, looks }: SeenLastDependencies): SeenLast {
  async function withNumber(
    asked: Invocation,
    lines: LinesOf,
    letters: ReadonlyMap<string, string>,
  ): Promise<Invocation | UserError> {
    const invocation = readOnce(features, asked)
    const typed = readInput(features, invocation)
    // `say it again` may be read as somebody's name.
    const isAgain = invocation.input.kind === 'line' && again.test(withoutPoliteness(invocation.input.text))
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
    const meant = firstAbout(record, lines.with(record))
    if (meant === undefined) return invocation
    const { line, read } = meant
    const input = { kind: 'line', text: line } as const
    // A sentence that names nothing is not sure to be about it.
    const isFresh = !lines.guessed && last === 0 && now - one.at.getTime() <= freshMs
    if (isFresh || isReadOnly(read)) return withInput(invocation, input)
    return new UserError(`Did you mean ${record}, which you saw or changed last? Nothing was done.`, {
      buttons: [{ label: shorten(`Yes: ${line}`, 60), command: read.words, values: read.fields }],
    })
  }

  /** The first of these lines that is a command about the record. */
  function firstAbout(record: string, lines: readonly string[]) {
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
    return lines ? withNumber(invocation, lines, letters) : invocation
  }
}

/** The lines that may be meant, with the number of a record such as `U1` in them. */
interface LinesOf {
  /** The likeliest first; none for a record of another kind. */
  with(record: string): readonly string[]
  /** The line has no word for the record. */
  readonly guessed?: true
}

function linesOf(text: string, letters: ReadonlyMap<string, string>): LinesOf | undefined {
  const typed = withoutPoliteness(text)
  if (again.test(typed)) return { with: (record) => [`show ${record}`] }
  const [, verb, noun, rest = ''] = pronoun.exec(typed) ?? []
  const prefix = noun === undefined || fold(noun) === 'item' ? '' : letters.get(fold(noun))
  if (verb !== undefined && prefix !== undefined)
    return {
      with: (record) => (record.startsWith(prefix) ? [`${verb} ${record}${rest.replace(/^[.!]$/, '')}`] : []),
    }
  const [, before, joint] = behind.exec(typed) ?? []
  if (before !== undefined) return { with: (record) => [`${before} ${joint} ${record}`] }
  const found = fields.map((one) => one.exec(typed)).find((one) => one !== null)
  const { date } = found?.groups ?? {}
  const [, name, value] = date === undefined ? (found ?? []) : [undefined, 'date', date]
  if (name !== undefined)
    return { with: (record) => [`${record} ${/^(?:room|venue)$/i.test(name) ? 'place' : name} ${value}`] }
  if (corrects(typed)) return { with: (record) => [`edit ${record} ${typed}`] }
  const completed = completedLines(typed)
  return completed && { with: completed, guessed: true }
}

/** Whether a line says which words stand instead of others, as `44 officers, not 40` does, and not that somebody does not do something. */
function corrects(text: string): boolean {
  const { to } = correctionIn(text) ?? {}
  return (
    to !== undefined &&
    !/^(?:i|we|you|he|she|they|why|what|who|if|please)(?![\p{L}\p{N}])/iu.test(to) &&
    !/(?<![\p{L}\p{N}])(?:am|is|are|was|were|do|does|did|will|would|can|could|shall|should|has|have|had|may|might|must|or|and|but|why)$/iu.test(
      to,
    )
  )
}

function withoutPoliteness(text: string): string {
  return text.trim().replace(politeness, '')
}

/** `U12` of `update:12`. */
function recordOf(subject: string | null, letters: ReadonlyMap<string, string>): string | undefined {
  const [, kind = '', id] = /^(\p{L}+):(\d+)$/u.exec(subject ?? '') ?? []
  const prefix = letters.get(kind)
  return prefix === undefined ? undefined : `${prefix}${id}`
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
