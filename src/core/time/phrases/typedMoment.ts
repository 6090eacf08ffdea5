import { orUserError, UserError } from '../../errors.ts'
import type { Option } from '../../option.ts'
import { list } from '../../text/list.ts'
import { shorten } from '../../text/text.ts'
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  type MovedFrom,
  type TimeReference,
  type TypedMoment,
  weekdayOf,
} from '../day.ts'
import { readMoment } from '../moment.ts'
import { endOfTyped, readDay } from '../typedDay.ts'
import { weekdayNames } from '../words/weekdayNames.ts'
import { formatMoment } from '../zone.ts'
import { countedFromNow } from './countedDays.ts'
import { sameInSpan, weekOfDay } from './sameInSpan.ts'
import { askWhichOfTwo } from './whichOfTwo.ts'

/** A moment as an option means it; `base` is what the command moves. Raises `UserError`. */
export function readTypedMoment(
  typed: string,
  option: Option,
  asked: TimeReference,
  base: TimeReference['base'],
): TypedMoment {
  const { deadline, fromNow, moves, repeats } = option
  const here: TimeReference = fromNow ? { ...asked, skipped: 'later' } : asked
  const text = oneOfTwo(typed, (one) => readTypedMoment(one, option, asked, base))
  const nth = repeats === undefined ? undefined : nthWeekday(text)
  const read =
    (deadline ? endOfTyped(text, here) : undefined) ??
    (fromNow ? (countedFromNow(text, here) ?? (base ? undefined : hourAlone(text, here))) : undefined) ??
    (moves && base ? readMoved(bareHour(text), here, base) : readMoment(text, here))
  askWhichOfTwo(read)
  return nth === undefined ? read : { ...read, nth }
}

/**
 * The text, or either half of `Friday at 10 or tomorrow at 10` where these are the same. Raises `UserError` with both to
 * choose from where they are not.
 */
function oneOfTwo(text: string, read: (text: string) => TypedMoment): string {
  const parts = text.split(/,? or /i)
  if (parts.length !== 2) return text
  const choices = parts.flatMap((value) => {
    const moment = orUserError(() => read(value))
    return moment instanceof UserError ? [] : [{ label: formatMoment(moment.at, moment.zone), value }]
  })
  const [first, second] = choices
  if (!first || !second) return text
  if (first.label === second.label) return first.value
  throw new UserError(`That may be ${first.label} or ${second.label}. Which one?`, { choices })
}

/** The day beside what is moved, with an hour of its own: `next day at 10`; `the day after tomorrow` is another. */
const dayBeside = /(?<=^| )(?:the )?(?:(?:next|following) day|day (?:after|before))(?= at | \d|,|$)/i

const lengthAlone =
  /^\p{Nd}{1,3} ?(?:h|hrs?|hours?|m|mins?|minutes?) ?(?:\p{Nd}{1,2} ?(?:m|mins?|minutes?)?)?$/iu

/** `16h` and `9h30` are hours of the day, as nothing lasts so long; `2h` may be either. */
const hourInFrench = /^(?:[7-9]|1\d|2[0-3]) ?h ?(?:[0-5]\d)?$/i

/** Such a day counts from that of what is moved, as it does alone. */
function readMoved(text: string, here: TimeReference, base: MovedFrom): TypedMoment {
  const plain = withoutSameTime(text)
  // `move M1 to 90 minutes` may mean how long it takes.
  if (lengthAlone.test(plain) && !hourInFrench.test(plain))
    throw new UserError(
      `“${plain}” is a length, not a time. “${plain} later” moves it by that; how long it takes is another option.`,
    )
  const found = dayBeside.exec(plain)
  if (!found || !/\d/.test(plain)) return readMoment(inSpan(asShift(plain), here, base), { ...here, base })
  const day = addDays(dayOf(base.at, base.zone), /before$/i.test(found[0]) ? -1 : 1)
  return readMoment(plain.replace(dayBeside, formatDay(day)), { ...here, base })
}

/** A week or a month, and an hour behind it. */
const spanWithHour =
  /^(.{4,40}?)(?:,? at (\p{Nd}{1,2}(?:[:.h]\p{Nd}{2})? ?(?:[ap]m)?)|,? (\p{Nd}{1,2}(?:[:.h]\p{Nd}{2} ?(?:[ap]m)?| ?[ap]m)))?$/iu

/**
 * `next week` and `in January 15:00` with the day in it that is to it what its own day is to what is moved. Raises
 * `UserError` where there are two such days.
 */
function inSpan(text: string, here: TimeReference, base: MovedFrom): string {
  const [, span = '', ...hours] = spanWithHour.exec(text) ?? []
  const today = dayOf(here.now, here.zone)
  const named = weekOfDay.test(span) ? weekOf(readDay(span.replace(weekOfDay, ''), here)) : span
  const all = sameInSpan(named, dayOf(base.at, base.zone), today) ?? []
  const ahead = all.filter((day) => day >= today)
  const days = ahead.length > 0 ? ahead : all
  const hour = hours.find((one) => one !== undefined)
  const texts = days.map((day) => (hour === undefined ? day : `${day} ${hour}`))
  const [only = text, ...others] = texts
  if (others.length === 0) return only
  throw new UserError(`“${shorten(text)}” may mean ${list(days.map(formatWeekday), 'or')}. Which one?`, {
    choices: days.map((day, at) => ({ label: formatWeekday(day), value: texts[at] ?? day })),
  })
}

function weekOf(day: Day): string {
  const monday = addDays(day, 1 - weekdayOf(day))
  return `${formatDay(monday)} to ${formatDay(addDays(monday, 6))}`
}

function formatWeekday(day: Day): string {
  return `${weekdayNames[weekdayOf(day) - 1]?.slice(0, 3)} ${formatDay(day)}`
}

/** `9` and `17` as the hour that comes next. Raises `UserError` for one that may be in the morning or the afternoon. */
function hourAlone(text: string, here: TimeReference): TypedMoment | undefined {
  const [, hour] = /^(?:at )?(\p{Nd}{1,2})$/u.exec(text.trim()) ?? []
  return hour !== undefined && readsAsHour(hour) ? readMoment(`at ${hour}`, here) : undefined
}

/** `9` as `at 9`. */
function bareHour(text: string): string {
  const typed = text.trim()
  return /^\p{Nd}{1,2}$/u.test(typed) && readsAsHour(typed) ? `at ${typed}` : text
}

/** Whether a number may be an hour of the day that is named by it alone. */
export function readsAsHour(number: string): boolean {
  return Number(number) > 0 && Number(number) < 24
}

/** `first monday of the month` in `the first Monday 10:00`; undefined where no such day is typed. */
function nthWeekday(text: string): string | undefined {
  const [, nth, day] =
    /\b(first|second|third|fourth|last|1st|2nd|3rd|4th) (mon|tues|wednes|thurs|fri|satur|sun)day\b/i.exec(
      text,
    ) ?? []
  return nth === undefined ? undefined : `${nth} ${day}day of the month`.toLowerCase()
}

/** `next day`, `the following week` and `the day before` beside what is moved; `next week` is the one after this. */
const besideIts =
  /^(?:on |to )?(?:the )?(?:(next day|following (?:day|week|month)|(?:day|week|month) after)|((?:previous|prior) (?:day|week|month)|(?:day|week|month) before))$/i

/** The unit of `following week` and `week after`. */
function unitOf(words: string): string {
  return /day|week|month/i.exec(words)?.[0] ?? ''
}

/** `by a week`, `+1d`, `forward 30 minutes` and `the same day at 4pm` in the words that are read beside what is moved. */
export function asShift(text: string): string {
  const [, ahead, back] = besideIts.exec(text) ?? []
  if (ahead !== undefined || back !== undefined)
    return `1 ${unitOf(ahead ?? back ?? '')} ${back === undefined ? 'later' : 'earlier'}`
  const day = text.replace(/^(?:on )?(?:the )?same day,? ?/i, '')
  if (day !== text && day !== '') return day
  const [, earlier] = /^-\s?(\d.*)$/.exec(text) ?? []
  if (earlier !== undefined) return `${earlier} earlier`
  const [, shift = ''] = /^(?:by |\+ ?|forward(?: by)? |later by )(\S.*)$/i.exec(text) ?? []
  const [, sooner] = /^earlier by (\S.*)$/i.exec(text) ?? []
  if (sooner !== undefined) return `${sooner} earlier`
  if (shift === '') return text
  const [, length, way = 'later'] = /^(.+?)(?: (later|earlier|forward|ahead))?$/i.exec(shift) ?? []
  return `${length} ${/^earlier$/i.test(way) ? 'earlier' : 'later'}`
}

/** `same time tomorrow` and `Friday at the same time` are a day alone, which keeps the time of what is moved. */
export function withoutSameTime(text: string): string {
  const day = text.replace(/(?:^|\s)(?:at )?(?:the )?same (?:time|hour)(?= |,|$),?/i, '').trim()
  return day === '' ? text : day
}
