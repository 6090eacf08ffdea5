import { addDays, type Day, dayOf, partsOf, weekdayOf } from '../../core/time/day.ts'
import { instantAt, wallTime } from '../../core/time/zone.ts'
import type { WorkingHours } from '../slots/workingHours.ts'

const dayMs = 86_400_000
const usualDays = 5

/** The days that are looked at, from the usual one on: a weekend has passed within so many, wherever somebody is. */
const daysTried = [0, -1, -2, -3, -4, 1, 2, 3] as const

/** The hours between which nobody is asleep. */
const [morning, night] = [8, 21]

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour)

/** Where somebody is who is asked, and on which days they work there. */
export type Voting = Pick<WorkingHours, 'zone' | 'days' | 'holidays'>

interface Asked {
  readonly now: Date
  /** The first of the times that are voted on. */
  readonly first: Date
  /** Of whoever opens it. */
  readonly zone: string
  readonly people: readonly Voting[]
}

/**
 * When voting ends where nobody said: after five days, or half of what is left before the first time where that is
 * sooner. Where there is a day near it on which everybody works it ends on that, and in either case at the hour of the
 * day, the nearest one, at which the fewest sleep.
 */
export function usualEnd({ now, first, zone, people }: Asked): Date {
  const left = first.getTime() - now.getTime()
  const end = new Date(now.getTime() + Math.min(usualDays * dayMs, left / 2))
  // A day at least is left for votes, and some time to invite to the first of the times.
  const soonest = Math.min(end.getTime(), now.getTime() + dayMs)
  const latest = Math.max(end.getTime(), first.getTime() - Math.min(dayMs, left / 4))
  const hoursOn = (back: number) =>
    hoursAround(end, zone, back).filter((at) => at.getTime() >= soonest && at.getTime() <= latest)
  const asleepAt = (at: Date) => people.filter((one) => isAsleep(at, one.zone)).length
  const working = daysTried.flatMap((days) => {
    const hours = hoursOn(days).filter((at) => people.every((one) => works(one, at)))
    return wakeful(hours, { end, zone, people }) ?? []
  })
  // Between two holidays there may be an hour at which everybody works and half of them sleep.
  const [best] = working.toSorted((one, other) => asleepAt(one) - asleepAt(other))
  return best ?? wakeful(hoursOn(0), { end, zone, people }) ?? end
}

/** The usual end, by the clock of whoever opens the poll. */
interface Near extends Pick<Asked, 'zone' | 'people'> {
  readonly end: Date
}

/** The hour at which the fewest sleep, of several the nearest to the usual end. */
function wakeful(hours: readonly Date[], { end, zone, people }: Near): Date | undefined {
  const priced = hours.map((at) => ({
    at,
    asleep: people.filter((one) => isAsleep(at, one.zone)).length,
    far: Math.abs(wallTime(at, zone).hour - wallTime(end, zone).hour),
  }))
  return priced.sort((one, other) => one.asleep - other.asleep || one.far - other.far)[0]?.at
}

function isAsleep(at: Date, zone: string): boolean {
  const { hour } = wallTime(at, zone)
  return hour < morning || hour >= night
}

function works({ zone, days, holidays }: Voting, at: Date): boolean {
  const day = dayOf(at, zone)
  return days.includes(weekdayOf(day)) && !holidays.has(day)
}

/** The day of a moment or one some days from it, hour by hour. */
function hoursAround(end: Date, zone: string, days: number): readonly Date[] {
  const day = addDays(dayOf(end, zone), days)
  return hoursOfDay.map((hour) => atClock(day, hour, wallTime(end, zone).minute, zone))
}

function atClock(day: Day, hour: number, minute: number, zone: string): Date {
  const [year, month, date] = partsOf(day)
  const found = instantAt({ year, month, day: date, hour, minute }, zone)
  if (found.kind === 'one') return found.at
  return found.kind === 'skipped' ? found.after : found.first
}
