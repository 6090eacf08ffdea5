import { addDays, dayOf, partsOf } from '../../core/time/day.ts'
import { instantAt, wallTime } from '../../core/time/zone.ts'

const dayMs = 86_400_000
const usualDays = 5

/** A weekend has passed within so many days, wherever somebody is. */
const mostDaysBack = 3

interface Asked {
  readonly now: Date
  /** The first of the times that are voted on. */
  readonly first: Date
  readonly zone: string
  /** Of those who are asked. */
  readonly zones: readonly string[]
}

/**
 * When voting ends where nobody said: after five days, or half of what is left before the first time where that is
 * sooner. An end that lies on a weekend of anybody who is asked comes on a day before it, if a day is left for votes.
 */
export function usualEnd({ now, first, zone, zones }: Asked): Date {
  const left = first.getTime() - now.getTime()
  const end = new Date(now.getTime() + Math.min(usualDays * dayMs, left / 2))
  for (let back = 0; back <= mostDaysBack; back++) {
    const at = back === 0 ? end : daysBefore(end, zone, back)
    if (back > 0 && at.getTime() - now.getTime() < dayMs) return end
    if ([zone, ...zones].every((one) => wallTime(at, one).weekday < 6)) return at
  }
  return end
}

/** The same hour of the clock some days earlier. */
function daysBefore(end: Date, zone: string, count: number): Date {
  const [year, month, day] = partsOf(addDays(dayOf(end, zone), -count))
  const { hour, minute } = wallTime(end, zone)
  const found = instantAt({ year, month, day, hour, minute }, zone)
  if (found.kind === 'one') return found.at
  return found.kind === 'skipped' ? found.after : found.first
}
