import { UserError } from '../errors.ts'
import {
  addDays,
  type Day,
  dayFrom,
  dayOf,
  formatDay,
  type Here,
  monthNames,
  monthNumber,
  tidy,
} from './day.ts'

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/**
 * A typed day: `2022-08-15`, `15 Aug 2022`, `August 2022` (its first day), `2022`, `today`, `next Tuesday`. A day
 * with no year is the nearest to now. Raises `UserError`.
 */
export function readDay(text: string, here: Here): Day {
  const day = dayTyped(text, here)
  if (day !== undefined) return day
  throw new UserError(
    `“${tidy(text).slice(0, 40)}” is no day; wanted is one such as 2022-08-15, 15 Aug 2022 or next Tuesday.`,
  )
}

/** As `readDay`, but undefined for what is no day at all; one that the calendar lacks still raises `UserError`. */
export function dayTyped(text: string, { now, zone }: Here): Day | undefined {
  const typed = tidy(text).replace(/^on /i, '')
  const today = dayOf(now, zone)
  const whole = /^([12]\d{3})(?:-(\d{1,2}))?$/.exec(typed)
  if (whole) return existing([dayFrom(Number(whole[1]), Number(whole[2] ?? 1), 1)], typed)[0]
  const words = /^([a-z]+)\.?(?:,? (\d{4}))?$/i.exec(typed)
  const month = monthNumber(words?.[1] ?? '')
  if (month !== undefined) return nearestTo(today, datesOf(1, month, words?.[2], today))
  if (/^now$/i.test(typed)) return today
  const found = takeDay(typed, today, typed)
  if (found?.rest !== '') return undefined
  return onWeekday(nearestTo(today, found.days) ?? today, found.weekday)
}

function nearestTo(today: Day, days: readonly Day[]): Day | undefined {
  const far = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today))
  return [...days].sort((a, b) => far(a) - far(b))[0]
}

/** A day named within a longer text. */
export interface NamedDay {
  /** Every day that may be meant, in order: of many years where none is given. */
  readonly days: readonly Day[]
  /** The weekday written beside the date, 1 to 7. */
  readonly weekday?: number
  readonly rest: string
}

const dayWords: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 }
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([a-z]*)\\.?'
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?'
const dayFirst = new RegExp(`\\b${ordinal}(?: of)? ${monthWord}(?:,? (\\d{4})(?![:.]\\d))?(?![a-z\\d])`, 'i')
const monthFirst = new RegExp(
  `\\b${monthWord} (?:the )?${ordinal}(?![:.h]\\d| ?[ap]m\\b|\\d)(?:,? (\\d{4})(?![:.]\\d))?(?![a-z\\d])`,
  'i',
)

/**
 * The day that a text names, and the rest of the text; undefined when it names none. Raises `UserError`, which calls
 * a day that the calendar lacks by its full name, or as `shown`.
 */
export function takeDay(text: string, today: Day, shown?: string): NamedDay | undefined {
  const dates = (date: number, month: number, year: string | undefined) =>
    datesOf(date, month, year, today, shown)
  const take = (found: RegExpExecArray, days: readonly Day[]): NamedDay => {
    const rest = without(text, found)
    const beside = takeWeekday(rest)
    return beside ? { days, weekday: beside.weekday, rest: without(rest, beside.found) } : { days, rest }
  }
  const iso = /(?<![\d-])(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:T(?=\d)|(?![\d-]))/i.exec(text)
  if (iso)
    return take(
      iso,
      existing([dayFrom(Number(iso[1]), Number(iso[3]), Number(iso[4]))], iso[0].replace(/T$/i, '')),
    )
  const dotted = /(?<![\d.:])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/.exec(text)
  if (dotted) return take(dotted, dates(Number(dotted[1]), Number(dotted[2]), dotted[3]))
  const numbers = /(?<![\d/-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}))?|-(\d{1,2})-(\d{4}))(?![\d/-])/.exec(text)
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2] ?? numbers[4])]
    const year = numbers[3] ?? numbers[5]
    refuseUnclear(numbers[0], first, second)
    return take(numbers, first > 12 ? dates(first, second, year) : dates(second, first, year))
  }
  const named = dayFirst.exec(text)
  const month = monthNumber(`${named?.[2]}${named?.[3]}`)
  if (named && month) return take(named, dates(Number(named[1]), month, named[4]))
  const american = monthFirst.exec(text)
  const monthBefore = monthNumber(`${american?.[1]}${american?.[2]}`)
  if (american && monthBefore) return take(american, dates(Number(american[3]), monthBefore, american[4]))
  const relative = /\b(day (?:after|before) )?(today|tonight|tomorrow|yesterday)\b/i.exec(text)
  if (relative) {
    const step = dayWords[(relative[2] ?? '').toLowerCase()] ?? 0
    return take(relative, [addDays(today, relative[1] ? step * 2 : step)])
  }
  const weekday = takeWeekday(text)
  if (!weekday) return undefined
  const ahead = (weekday.weekday - weekdayOf(today) + 7) % 7
  const rest = without(text, weekday.found)
  if (weekday.which === 'last') return { days: [addDays(today, ahead === 0 ? -7 : ahead - 7)], rest }
  if (weekday.which === 'next') return { days: [addDays(today, ahead === 0 ? 7 : ahead)], rest }
  return { days: [addDays(today, ahead), addDays(today, ahead + 7)], rest }
}

function takeWeekday(text: string): { found: RegExpExecArray; which: string; weekday: number } | undefined {
  const found = /\b(?:(next|last|this) )?((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b\.?,?/i.exec(text)
  const word = (found?.[2] ?? '').toLowerCase()
  const at = weekdayNames.findIndex((name) => name.startsWith(word))
  return found && at >= 0 ? { found, which: (found[1] ?? '').toLowerCase(), weekday: at + 1 } : undefined
}

function without(text: string, { index, 0: found }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\s+/g, ' ').trim()
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** The day itself. Raises `UserError` when it is another weekday than the one written beside it. */
export function onWeekday(day: Day, weekday: number | undefined): Day {
  if (weekday === undefined || weekdayOf(day) === weekday) return day
  const name = (at: number) => (weekdayNames[at - 1] ?? '').replace(/^./, (letter) => letter.toUpperCase())
  throw new UserError(`${formatDay(day)} is a ${name(weekdayOf(day))}, not a ${name(weekday)}.`)
}

/** The date in the year given, else in every year near to today's: leap days are up to eight years apart. */
function datesOf(
  date: number,
  month: number,
  year: string | undefined,
  today: Day,
  shown?: string,
): readonly Day[] {
  const now = Number(today.slice(0, 4))
  const years = year === undefined ? Array.from({ length: 17 }, (_, at) => now - 8 + at) : [Number(year)]
  const name = [date, monthNames[month - 1] ?? `day of month ${month}`, year ?? ''].join(' ').trim()
  return existing(
    years.map((one) => dayFrom(one, month, date)),
    shown ?? name,
  )
}

function existing(days: readonly (Day | undefined)[], typed: string): readonly Day[] {
  const found = days.filter((day) => day !== undefined)
  if (found.length > 0) return found
  throw new UserError(`There is no ${typed.slice(0, 40)} in the calendar.`)
}

function refuseUnclear(typed: string, first: number, second: number): void {
  if (first > 12 || second > 12 || first === second) return
  throw new UserError(
    `“${typed}” may be ${first} ${monthNames[second - 1]} or ${second} ${monthNames[first - 1]}; please name the month.`,
  )
}
