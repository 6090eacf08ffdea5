import { expect, test } from 'vitest'

import { instantAt } from '../../../src/core/time/zone.ts'
import { createWallClock } from '../../../src/meetings/slots/wallClock.ts'

const dayMs = 86_400_000

// Casablanca changes its clocks twice within a month, Apia left out a day, Lord Howe changes by half an hour.
test.each([
  ['America/New_York', '2026-02-20'],
  ['America/New_York', '2026-10-15'],
  ['Europe/Vienna', '2026-03-10'],
  ['Europe/Vienna', '2026-10-05'],
  ['Africa/Cairo', '2026-04-10'],
  ['Africa/Cairo', '2026-10-10'],
  ['Australia/Lord_Howe', '2026-03-20'],
  ['Australia/Lord_Howe', '2026-09-20'],
  ['Africa/Casablanca', '2026-02-05'],
  ['Pacific/Apia', '2011-12-15'],
  ['Asia/Kathmandu', '2026-05-01'],
])('the clock of %s tells from %s on what the zone does, on both sides of every change', (zone, from) => {
  const clock = createWallClock(zone)
  const asked = Array.from({ length: 40 * 24 }, (_, hour) => [
    Date.parse(`${from}T00:00:00Z`) + Math.floor(hour / 24) * dayMs,
    (hour % 24) * 90 - 360,
  ])

  const told = asked.map(([midnight = 0, minute = 0]) => clock(midnight, minute))

  expect(told).toEqual(asked.map(([midnight = 0, minute = 0]) => zoneTells(midnight + minute * 60_000, zone)))
})

/** The instant at which a zone shows what UTC shows at another one. */
function zoneTells(shown: number, zone: string): number {
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
