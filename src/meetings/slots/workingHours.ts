import { type Day, dayOf } from '../../core/time/day.ts'
import { createWallClock, type WallClock } from './wallClock.ts'

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

const dayMs = 86_400_000

/**
 * The working time that touches a window, in order. `wider` minutes are added before and after each day; `clock` is
 * that of the hours' zone, where one is at hand.
 */
export function workingStretches(
  hours: WorkingHours,
  window: Stretch,
  wider = 0,
  clock: WallClock = createWallClock(hours.zone),
): readonly Stretch[] {
  const first = midnightOf(dayOf(new Date(window.from), hours.zone)) - dayMs
  const last = midnightOf(dayOf(new Date(window.to), hours.zone))
  const found: Stretch[] = []
  for (let midnight = first; midnight <= last; midnight += dayMs) {
    if (!worksOn(hours, midnight)) continue
    const from = clock(midnight, hours.from - wider)
    const to = clock(midnight, hours.to + wider)
    if (to > window.from && from < window.to && from < to) found.push({ from, to })
  }
  return found
}

function midnightOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function worksOn({ days, holidays }: WorkingHours, midnight: number): boolean {
  const date = new Date(midnight)
  if (!days.includes(date.getUTCDay() || 7)) return false
  return holidays.size === 0 || !holidays.has(date.toISOString().slice(0, 10))
}
