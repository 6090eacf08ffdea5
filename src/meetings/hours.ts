import { wallTime } from '../core/time/zone.ts'

/** How a time lies in somebody's day: `outside` are the hours before and after work. */
export type HoursOfDay = 'working' | 'outside' | 'night' | 'weekend'

const [dayBegins, workBegins, workEnds, nightBegins] = [7 * 60, 8 * 60, 19 * 60, 22 * 60]

/** How a meeting lies in the day of somebody whose clock is that of an IANA zone. */
export function hoursOfDay(startsAt: Date, minutes: number, zone: string): HoursOfDay {
  const { weekday, hour, minute } = wallTime(startsAt, zone)
  const start = hour * 60 + minute
  if (start < dayBegins || start >= nightBegins) return 'night'
  if (weekday > 5) return 'weekend'
  // What goes on for days fits into nobody's hours, so only its beginning counts.
  const end = minutes < 1440 ? start + minutes : start
  return start < workBegins || end > workEnds ? 'outside' : 'working'
}
