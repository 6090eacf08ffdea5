import { utc } from '@date-fns/utc/utc'
import { addDays as daysLater } from 'date-fns/addDays'
import { addMonths as monthsLater } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getISODay } from 'date-fns/getISODay'
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'

import { instantAt, wallTime } from './zone.ts'

/** A calendar day, `YYYY-MM-DD`, of no zone in particular. */
export type Day = string

/** How much later than a day that was said before. */
export interface DayOffset {
  readonly months: number
  readonly days: number
}

export interface MovedFrom {
  readonly at: Date
  /** IANA zone in which it keeps its time of day. */
  readonly zone: string
  /** How long it lasts. */
  readonly minutes?: number
}

export interface TimeReference {
  readonly now: Date
  /** IANA zone in which `today` is meant. */
  readonly zone: string
  /** What is moved: an hour alone is of its day, a day alone keeps its hour, and `an hour later` counts from it. */
  readonly base?: MovedFrom
  /** It must lie ahead, so that nothing that has passed is offered; `usually` where a day that has passed may be meant. */
  readonly ahead?: boolean | 'usually'
  /** An hour that the clocks skip is moved as much later as they go forward, and that is said. */
  readonly skipped?: 'later'
  /** It is only asked whether it can be read: what may be meant instead is not sought. */
  readonly offersNothing?: true
}

/** A typed moment, as it was understood. */
export interface TypedMoment {
  readonly at: Date
  /** IANA zone in which it was meant. */
  readonly zone: string
  /** The same a year later, as it would be typed; only where no year was typed and the moment has passed. */
  readonly yearOn?: string
  /** The weekday of a month that was typed, which a monthly repetition keeps: `first monday of the month`. */
  readonly nth?: string
  /** How many minutes it lasts, where the text gave an end: `14:30-16:00`. */
  readonly minutes?: number
  /** The hour that was typed, in minutes after midnight, where the clocks skip it and a later one is taken. */
  readonly skippedMinutes?: number
  /** The later instant at which the clocks show the same, where they go back over it and none of the two was named. */
  readonly second?: Date
  /** The meeting before which it comes, where it was told so: how it was named, and its number and title. */
  readonly before?: { readonly named: string; readonly title: string }
  /** Said to the caller: what a change of the clocks does to it, or which of two readings was taken. */
  readonly note?: string
}

/** Keeps the zone of the process out of the calendar. */
const calendar = { in: utc } as const

const monthFormat = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** `January` to `December`. */
export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  monthFormat.format(Date.UTC(2024, month, 1)),
)

/** The day of these numbers; undefined when the calendar has none. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists && year >= 1000 && year <= 9999 ? at.toISOString().slice(0, 10) : undefined
}

/** Whether a text is a day, `2026-12-12`, that the calendar has. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return dayFrom(Number(year), Number(month), Number(day)) === text
}

/** Year, month from 1, and day of the month. */
export function partsOf(day: Day): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
  return written(lastDayOfMonth(Date.UTC(year, month - 1, 1), calendar))
}

/** The day that it is in a zone. */
export function dayOf(at: Date, zone: string): Day {
  const { year, month, day } = wallTime(at, zone)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function addDays(day: Day, count: number): Day {
  return written(daysLater(midnight(day), count, calendar))
}

/** So many months later; the last day of a month that is too short, as 28 Feb for a month after 31 Jan. */
export function addMonths(day: Day, count: number): Day {
  return written(monthsLater(midnight(day), count, calendar))
}

/** Days from the first to the second; below zero where the second comes before the first. */
export function daysBetween(first: Day, second: Day): number {
  return differenceInCalendarDays(midnight(second), midnight(first), calendar)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return getISODay(midnight(day), calendar)
}

/** `15 Aug 2022`. */
export function formatDay(day: Day): string {
  const [year, month, date] = partsOf(day)
  return `${date} ${monthNames[month - 1]?.slice(0, 3)} ${year}`
}

/** The first instant of a day in a zone, midnight or later where the clocks skip it. */
export function startOfDay(day: Day, zone: string): Date {
  const [year, month, date] = partsOf(day)
  const start = instantAt({ year, month, day: date, hour: 0, minute: 0 }, zone)
  if (start.kind === 'one') return start.at
  return start.kind === 'repeated' ? start.first : start.after
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function written(at: Date): Day {
  return new Date(at.getTime()).toISOString().slice(0, 10)
}

/** The last minute of a day in a zone, as a person reads a closing day. */
export function endOfDay(day: Day, zone: string): Date {
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 60_000)
}
