import fc from 'fast-check'
import { describe, test } from 'vitest'

import { wallTime } from '../../../../src/core/time/zone.ts'
import { handle } from '../../../../src/delivery/due/attention.ts'

const zones = [
  'Europe/Zurich',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]
const minute = fc.integer({ min: 0, max: 1439 })
const settings = fc.record({
  zone: fc.constantFrom(...zones),
  quiet: fc.option(fc.tuple(minute, minute)),
  digestAt: fc.option(minute),
  weekly: fc.option(fc.integer({ min: 0, max: 5 })),
  left: fc.boolean(),
})
const everyDay = { workingDays: null, holidays: [] }
const moment = fc
  .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
  .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000))

function isQuiet(at: Date, zone: string, [from, to]: readonly [number, number]): boolean {
  const { hour, minute: minutes } = wallTime(at, zone)
  const now = hour * 60 + minutes
  return from < to ? now >= from && now < to : from > to && (now >= from || now < to)
}

describe('what becomes of a reminder, over random settings, zones and moments', () => {
  test('nothing but what is urgent is said in quiet hours, nothing waits beyond its use, and nothing that is left is said', () => {
    fc.assert(
      fc.property(
        settings,
        moment,
        fc.option(fc.integer({ min: 1, max: 30_000 })),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('bulk', 'normal', 'urgent'),
        fc.boolean(),
        ({ zone, quiet, digestAt, weekly, left }, now, minutes, count, urgency, punctual) => {
          const endsAt = minutes === null ? undefined : new Date(now.getTime() + minutes * 60_000)
          const of = {
            zone,
            digestAt,
            weekly,
            left,
            quietFrom: quiet?.[0] ?? null,
            quietTo: quiet?.[1] ?? null,
            ...everyDay,
          }
          const handling = handle({ urgency, punctual }, of, { sentThisWeek: count, now, endsAt })

          if (left) return handling.kind === 'leave'
          if (urgency === 'urgent') return handling.kind === 'say'
          if (handling.kind === 'say' && quiet) return !isQuiet(now, zone, quiet)
          if (handling.kind === 'fold') {
            const { until, waitsFor } = handling.folded
            const inTime = until > now && (!endsAt || until < endsAt)
            const within = until.getTime() - now.getTime() <= 8 * 86_400_000
            return inTime && within && !(punctual && waitsFor !== 'quiet')
          }
          return true
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('what is held for the morning comes when the quiet hours are over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, now) => {
        const quiet = [22 * 60, 7 * 60] as const
        const of = {
          zone,
          digestAt: null,
          weekly: null,
          left: false,
          quietFrom: quiet[0],
          quietTo: quiet[1],
          ...everyDay,
        }
        const handling = handle({}, of, { sentThisWeek: 0, now })
        if (!isQuiet(now, zone, quiet)) return handling.kind === 'say'
        return handling.kind === 'fold' && !isQuiet(handling.folded.until, zone, quiet)
      }),
      { numRuns: 2_000 },
    )
  })
})
