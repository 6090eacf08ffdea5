import fc from 'fast-check'
import { expect, test } from 'vitest'

import { usualEnd } from '../../../src/meetings/poll/usualEnd.ts'

const office = { days: [1, 2, 3, 4, 5], holidays: new Set<string>() }
const far = '2027-01-12T14:00:00Z'

test.each([
  ['lasts five days', '2026-11-27T09:00Z', far, ['Europe/Paris'], '2026-12-02T09:00:00.000Z'],
  [
    'ends on the Friday before a weekend',
    '2026-11-23T09:00Z',
    far,
    ['Europe/Paris'],
    '2026-11-27T09:00:00.000Z',
  ],
  ['ends so after a Sunday too', '2026-11-24T09:00Z', far, [], '2026-11-27T09:00:00.000Z'],
  [
    'ends while it is Friday for the easternmost member, when nobody sleeps',
    '2026-11-23T19:00Z',
    far,
    ['Europe/Paris', 'Asia/Tokyo'],
    '2026-11-27T11:00:00.000Z',
  ],
  [
    'ends on the weekend where no day would be left before it',
    '2026-11-27T12:00Z',
    '2026-11-29T12:00Z',
    [],
    '2026-11-28T12:00:00.000Z',
  ],
  [
    'keeps its hour of the clock over a change of it',
    '2026-03-24T09:00Z',
    far,
    ['Europe/Paris'],
    '2026-03-27T10:00:00.000Z',
  ],
])('a poll that nobody gave an end %s', (_, now, first, zones, end) => {
  const people = (zones.length > 0 ? zones : ['Europe/Paris']).map((zone) => ({ zone, ...office }))
  const asked = { now: new Date(now), first: new Date(first), zone: 'Europe/Paris', people }
  expect(usualEnd(asked).toISOString()).toBe(end)
})

test('a poll that nobody gave an end ends on no weekend or holiday of a member, wherever that is', () => {
  const people = [
    { zone: 'Asia/Riyadh', days: [7, 1, 2, 3, 4], holidays: new Set<string>() },
    { zone: 'Europe/Paris', days: [1, 2, 3, 4, 5], holidays: new Set(['2026-11-26']) },
  ]
  const asked = { now: new Date('2026-11-22T09:00Z'), first: new Date(far), zone: 'Europe/Paris', people }
  expect(usualEnd(asked).toISOString()).toBe('2026-11-25T09:00:00.000Z')
})

test('a poll that nobody gave an end ends when the fewest sleep, though it was opened late in the evening', () => {
  const people = ['America/New_York', 'Europe/Vienna', 'Africa/Nairobi', 'Asia/Bangkok'].map((zone) => ({
    zone,
    ...office,
  }))
  const asked = { now: new Date('2026-11-20T21:30Z'), first: new Date(far), zone: 'Europe/Vienna', people }
  expect(usualEnd(asked).toISOString()).toBe('2026-11-25T13:30:00.000Z')
})

test('a poll that nobody gave an end ends at no hour of the night that lies between the holidays of two countries', () => {
  const people = [
    { zone: 'America/New_York', days: [1, 2, 3, 4, 5], holidays: new Set(['2026-11-26', '2026-11-27']) },
    { zone: 'Europe/Paris', ...office },
  ]
  const asked = { now: new Date('2026-11-23T09:00Z'), first: new Date(far), zone: 'Europe/Paris', people }
  expect(usualEnd(asked).toISOString()).toBe('2026-11-25T13:00:00.000Z')
})

test('a poll ends before the first of its times, and after its opening, whoever is asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 400 }),
      fc.subarray(['Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/Paris', 'America/Adak']),
      (hour, later, zones) => {
        const now = new Date(Date.UTC(2026, 9, 20, hour))
        const first = new Date(now.getTime() + later * 3_600_000)
        const end = usualEnd({
          now,
          first,
          zone: 'Europe/Paris',
          people: zones.map((zone) => ({ zone, ...office })),
        })
        expect(end > now && end < first).toBe(true)
      },
    ),
  )
})
