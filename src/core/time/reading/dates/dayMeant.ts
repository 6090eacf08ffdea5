import { UserError } from '../../../errors.ts'
import { addDays, type Day, formatDay } from '../../day.ts'
import type { WallFields } from '../../zone.ts'
import { candidatesOf, nearestTo, refuseWeekday } from '../candidates.ts'
import type { Clock } from '../clocks/clockAt.ts'
import type { TimeParts } from '../timeParts.ts'

/** The day on which the time is meant: the one written, else that of what is moved, else the next on which it comes. */
export function dayMeant(
  { date, today: isToday }: TimeParts,
  { today, now, base }: { readonly today: Day; readonly now: WallFields; readonly base: Day | undefined },
  clock: Clock,
  later: number,
): Day {
  const past = (day: Day) =>
    day < today || (day === today && clock.hour * 60 + clock.minute <= now.hour * 60 + now.minute)
  const near = base === undefined ? [today, addDays(today, 1)] : [base]
  const days = date ? singleDays(date, today) : isToday ? [today] : near
  const ahead = days.find((one) => !past(one))
  // A day of the last weeks was meant and has passed; it is not an early word for the same day of next year.
  const slipped = days.find(
    (one) => past(one) && one > addDays(today, -60) && ahead !== undefined && ahead > addDays(one, 300),
  )
  const day = slipped ?? ahead ?? days.at(-1) ?? today
  refuseWeekday(day, date?.kind === 'calendar' ? date.weekday : undefined)
  return addDays(day, later)
}

function singleDays(date: NonNullable<TimeParts['date']>, today: Day): readonly Day[] {
  if (date.kind === 'fixed' && date.same !== undefined) return [date.same]
  const spans = candidatesOf(date, today)
  const days = spans.filter(({ from, to }) => from === to).map(({ from }) => from)
  if (days.length > 0) return days
  const span = nearestTo(today, spans)
  throw new UserError(
    `That names ${span ? `the days from ${formatDay(span.from)} to ${formatDay(span.to)}` : 'no day'}; one day is needed. Try “12 Dec 14:30”.`,
  )
}

/** Raises `UserError` for a day that the calendar lacks: with any time of day it would not be read. */
export function refuseLacking(date: TimeParts['date'], today: Day): void {
  if (date?.kind === 'calendar') candidatesOf(date, today)
}

/** Which `next Friday` or `Tuesday in two weeks` it was taken for; undefined where nothing says so. */
export function noteOfNext({ date }: TimeParts, day: Day): string | undefined {
  if (date?.kind !== 'fixed') return undefined
  if (date.note === 'weeks')
    return `Weeks are counted from this one, which makes it ${formatDay(day)}; the one after is ${formatDay(addDays(day, 7))}.`
  if (date.note !== 'next') return undefined
  return `“Next” is taken as the first one from now, ${formatDay(day)}; the one after is ${formatDay(addDays(day, 7))}.`
}
