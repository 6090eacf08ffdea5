import type { Day } from '../../core/time/day.ts'
import { addDays, dayOf } from '../../core/time/day.ts'
import { instantAt } from '../../core/time/zone.ts'
import { dayParts } from '../dayParts.ts'

/** When somebody works, by the clock and calendar of their own zone. */
export interface WorkingHours {
  /** IANA zone. */
  readonly zone: string
  /** Minutes after midnight. */
  readonly from: number
  /** Minutes after midnight, later than `from`. */
  readonly to: number
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[]
  readonly holidays: ReadonlySet<Day>
}

/** A stretch of time in epoch milliseconds, from `from` until just before `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The working time that touches a window, in order. `wider` minutes are added before and after each day. */
export function workingStretches(hours: WorkingHours, window: Stretch, wider = 0): readonly Stretch[] {
  const last = dayOf(new Date(window.to), hours.zone)
  const found: Stretch[] = []
  for (let day = addDays(dayOf(new Date(window.from), hours.zone), -1); day <= last; day = addDays(day, 1)) {
    if (!worksOn(hours, day)) continue
    const from = clockAt(day, hours.from - wider, hours.zone)
    const to = clockAt(day, hours.to + wider, hours.zone)
    if (to > window.from && from < window.to && from < to) found.push({ from, to })
  }
  return found
}

function worksOn({ days, holidays }: WorkingHours, day: Day): boolean {
  const { year, month, day: date } = dayParts(day)
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay() || 7
  return days.includes(weekday) && !holidays.has(day)
}

/** The instant of a minute of a day; minutes before midnight or past it are of the day before or after. */
function clockAt(day: Day, minute: number, zone: string): number {
  const shift = Math.floor(minute / 1440)
  const within = minute - shift * 1440
  const { year, month, day: date } = dayParts(addDays(day, shift))
  const instant = instantAt(
    { year, month, day: date, hour: Math.floor(within / 60), minute: within % 60 },
    zone,
  )
  if (instant.kind === 'one') return instant.at.getTime()
  return instant.kind === 'skipped' ? instant.after.getTime() : instant.first.getTime()
}
