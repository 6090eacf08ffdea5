import { instantAt } from '../../core/time/zone.ts'
import { steadyOffset } from '../../core/time/zones/offset.ts'

/**
 * The instant, in epoch milliseconds, of a minute of a day by the clock of a zone; the day as its midnight in UTC.
 * Minutes before midnight or past it are of the day before or after, one that the clocks skip comes after the change,
 * and of one that they show twice the first counts.
 */
export type WallClock = (midnight: number, minute: number) => number

const dayMs = 86_400_000

/** A clock for many questions about few weeks. */
export function createWallClock(zone: string): WallClock {
  return (midnight, minute) => {
    const shown = midnight + minute * 60_000
    // No zone is a whole day away, so the instant lies within a day of what it shows.
    const offset = steadyOffset(shown, zone)
    const steady =
      offset !== undefined &&
      steadyOffset(shown - dayMs, zone) === offset &&
      steadyOffset(shown + dayMs, zone) === offset
    return steady ? shown - offset : askedOfZone(shown, zone)
  }
}

/** The clocks are changed on one of the days around. */
function askedOfZone(shown: number, zone: string): number {
  const wall = new Date(shown)
  const instant = instantAt(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    },
    zone,
  )
  if (instant.kind === 'one') return instant.at.getTime()
  return instant.kind === 'skipped' ? instant.after.getTime() : instant.first.getTime()
}
