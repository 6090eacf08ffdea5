import { expect, test } from 'vitest'

import { usualEnd } from '../../../src/meetings/poll/usualEnd.ts'

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
    'ends while it is Friday for the easternmost member',
    '2026-11-23T19:00Z',
    far,
    ['Europe/Paris', 'Asia/Tokyo'],
    '2026-11-26T19:00:00.000Z',
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
  const asked = { now: new Date(now), first: new Date(first), zone: 'Europe/Paris', zones }
  expect(usualEnd(asked).toISOString()).toBe(end)
})
