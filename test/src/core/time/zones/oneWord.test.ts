import { expect, test } from 'vitest'

import { readMoment } from '../../../../../src/core/time/moment.ts'
import { looseZones } from '../../../../../src/core/time/zones/readZone.ts'

test.each([
  ['Japan', 'Asia/Tokyo'],
  ['EST5EDT', 'America/New_York'],
  ['NZ', 'Pacific/Auckland'],
  ['CET', 'Europe/Paris'],
  ['zulu', 'UTC'],
])('the zone database’s name of one word is read: %s', (word, zone) => {
  expect(looseZones(word)).toContain(zone)
})

test.each(['mit', 'net', 'bet', 'agt', 'prt'])(
  'a word that the runtime alone takes for a zone is none: %s',
  (word) => {
    expect(looseZones(word)).toEqual([])
  },
)

test('“mit” behind an hour joins whom one meets to it, and moves it to no other zone', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  expect(() => readMoment('tomorrow 15:00 mit', { now, zone: 'Europe/Vienna' })).toThrow()
})
