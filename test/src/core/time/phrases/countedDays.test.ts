import { expect, test } from 'vitest'

import { countedFromNow } from '../../../../../src/core/time/phrases/countedDays.ts'

const zone = 'Europe/Paris'

test.each([
  ['in a month', '2027-01-31T15:20:00Z', '2027-02-28T15:20:00.000Z'],
  ['in a month', '2026-11-23T09:00:00Z', '2026-12-23T09:00:00.000Z'],
  ['in 2 weeks', '2026-11-23T09:00:00Z', '2026-12-07T09:00:00.000Z'],
  // The clocks of Paris go forward on 28 March 2027: it is 10:00 on both sides.
  ['in 3 days', '2027-03-26T09:00:00Z', '2027-03-29T08:00:00.000Z'],
  ['in a year', '2026-11-23T09:00:00Z', '2027-11-23T09:00:00.000Z'],
])('“%s” said at %s is %s', (text, now, wanted) => {
  expect(countedFromNow(text, { now: new Date(now), zone })?.at.toISOString()).toBe(wanted)
})

test.each(['in 2 hours', 'tomorrow', 'in a month at 9:00', 'in 3 days 10:00', 'in'])(
  '“%s” is read as everywhere',
  (text) => {
    expect(countedFromNow(text, { now: new Date('2026-11-23T09:00:00Z'), zone })).toBeUndefined()
  },
)
