import { addDays, type Day, dayOf, startOfDay, weekdayOf } from '../time/day.ts'
import { nextClock, quietUntil } from '../time/quietHours.ts'
import type { Firing, Rule } from './rule.ts'

/** The quiet hours for notices whose hour nobody chose, unless people set their own. */
export const night = { from: 22 * 60, to: 6 * 60 }

/** The hour at which what waited for a working day is said. */
const morning = 9 * 60

/** Nobody is off for more days in a row, except by an absence of their own. */
const longestOff = 14

type Arriving = Pick<Rule<never>, 'urgency' | 'punctual'> & Pick<Firing, 'anyDay'>

/** The days on which somebody works; null for every day. */
interface Week {
  readonly zone: string
  readonly workingDays: readonly number[] | null
  readonly holidays: readonly Day[]
}

/** When somebody wants no reminders, in minutes after midnight by the clock of their IANA zone; null leaves it to us. */
export interface Hours extends Week {
  readonly quietFrom: number | null
  readonly quietTo: number | null
}

/** Until when something waits for its reader. */
export interface QuietUntil {
  /** For the end of their quiet hours and for a day on which they work. */
  readonly until: Date
  /** For the end of their quiet hours alone, where these hold. */
  readonly awake: Date | undefined
  /** They set these quiet hours themselves, so nothing at all is said to them during these. */
  readonly own: boolean
}

/** Until when what comes at an instant waits for its reader; undefined where it does not wait. */
export function quietFor(
  { urgency, punctual, anyDay }: Arriving,
  hours: Hours,
  at: Date,
): QuietUntil | undefined {
  if (urgency === 'urgent') return undefined
  const { zone, quietFrom, quietTo } = hours
  const set = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : undefined
  const quiet = set ?? (punctual ? undefined : night)
  const awake = quiet && quietUntil(at, zone, quiet)
  // Whoever named the hour meant it on a day off too.
  const until = punctual || anyDay ? awake : (workingMorning(awake ?? at, hours, quiet) ?? awake)
  return until && { until, awake, own: awake !== undefined && set !== undefined }
}

/** The morning of the next day on which somebody works, where they do not work on that of an instant. */
function workingMorning(
  at: Date,
  week: Week,
  quiet: { from: number; to: number } | undefined,
): Date | undefined {
  const today = dayOf(at, week.zone)
  const day = workingDay(today, week)
  if (day === today) return undefined
  const found = nextClock(endOfDayBefore(day, week.zone), week.zone, morning)
  return (quiet && quietUntil(found, week.zone, quiet)) ?? found
}

/** A day, or the next one after it on which somebody works. */
function workingDay(day: Day, { workingDays, holidays }: Omit<Week, 'zone'>): Day {
  const works = (one: Day) =>
    (workingDays === null || workingDays.length === 0 || workingDays.includes(weekdayOf(one))) &&
    !holidays.includes(one)
  for (let by = 0; by < longestOff; by += 1) if (works(addDays(day, by))) return addDays(day, by)
  return day
}

/** The next time that somebody's clock shows a given minute of the day, on a day on which they work. */
export function nextWorkingClock(at: Date, week: Week, minutes: number): Date {
  const next = nextClock(at, week.zone, minutes)
  const today = dayOf(next, week.zone)
  const day = workingDay(today, week)
  return day === today ? next : nextClock(endOfDayBefore(day, week.zone), week.zone, minutes)
}

/** When what comes due at an instant reaches its reader, by their hours and their digest. */
export function arrivalTime(
  rule: Arriving,
  reader: Hours & { readonly digestAt: number | null },
  at: Date,
): Date {
  if (rule.urgency === 'urgent') return at
  if (!rule.punctual && reader.digestAt !== null) {
    return nextWorkingClock(new Date(at.getTime() - 1), reader, reader.digestAt)
  }
  return quietFor(rule, reader, at)?.until ?? at
}

/** The last instant before a day. */
export function endOfDayBefore(day: Day, zone: string): Date {
  return new Date(startOfDay(day, zone).getTime() - 1)
}
