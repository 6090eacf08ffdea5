import { UserError } from '../../errors.ts'
import type { TypedMoment } from '../day.ts'
import { repeatedHourNote } from '../repeatedHourNote.ts'
import { formatMoment } from '../zone.ts'
import { offsetAt } from '../zones/offset.ts'

/** A time with a word for which of two it is, where the clocks go back over it: `31 Oct 02:30, the second`. */
export interface WhichOfTwo {
  readonly text: string
  readonly which: 'first' | 'second'
}

const atEnd = /^(.{0,120}\p{Nd}.{0,60}?),? \(?(?:the )?(first|second|1st|2nd)(?: (?:one|time))?\)?$/iu
const behindClock = /^(.{0,80}\p{Nd}{1,2}[:.]\p{Nd}{2}(?: ?[ap]m)?),? \(?(first|second)\)?( .{1,80})$/iu

/** Undefined for a text that says nothing of the kind. */
export function partWhich(typed: string): WhichOfTwo | undefined {
  if (!/(?:first|second|1st|2nd)/i.test(typed)) return undefined
  const [, text = '', word = '', rest = ''] = atEnd.exec(typed.trim()) ?? behindClock.exec(typed.trim()) ?? []
  if (word === '') return undefined
  return { text: `${text}${rest}`, which: /^(?:second|2nd)$/i.test(word) ? 'second' : 'first' }
}

/** The one of the two that was named; undefined where the clocks show the time once. */
export function firstOrSecond({ which }: WhichOfTwo, read: TypedMoment): TypedMoment | undefined {
  const { second, note: _, ...first } = read
  if (second === undefined) return undefined
  const at = which === 'second' ? second : first.at
  const note = repeatedHourNote(at, read.zone)
  return { ...first, at, ...(note !== undefined && { note }) }
}

/** Raises `UserError` with both as choices where the clocks show a time twice and none of the two was named. */
export function askWhichOfTwo({ at, second, zone }: TypedMoment): void {
  if (second === undefined) return
  const [text] = repeatedHourNote(at, zone)?.split(', as ') ?? []
  throw new UserError(`${text}, as the clocks go back over it. Which one?`, {
    choices: [at, second].map((one, place) => ({
      label: `${place === 0 ? 'First' : 'Second'}: ${formatMoment(one, zone)}, ${offsetWords(one, zone)}`,
      value: one.toISOString(),
    })),
  })
}

/** `UTC+2`, `UTC+5:30`. */
function offsetWords(at: Date, zone: string): string {
  const minutes = Math.round(offsetAt(at.getTime(), zone) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
