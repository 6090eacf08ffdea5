import { expect, test } from 'vitest'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { daysListed, daysParted } from '../../../../src/core/time/phrases/daysListed.ts'

const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'UTC' }

test.each([
  ['30 minutes before midnight', '2026-11-23T23:30'],
  ['tomorrow, half an hour before midnight', '2026-11-24T23:30'],
  ['1 Dec 15 min before noon', '2026-12-01T11:45'],
  ['1 Dec 55 min before noon', '2026-12-01T11:05'],
  ['a quarter of an hour before midnight on 1 Dec', '2026-12-01T23:45'],
])('“%s” is read by the clock', (text, at) => {
  expect(readMoment(text, here).at.toISOString().slice(0, 16)).toBe(at)
})

test.each([
  ['4/5/6 Nov', ['4 Nov', '5 Nov', '6 Nov']],
  ['1, 2 and 3 December 10:00', ['1 December 10:00', '2 December 10:00', '3 December 10:00']],
  ['4/5/2026', undefined],
  ['10 and 11 am', undefined],
  ['9 and 10 Tuesday', undefined],
  ['4 Nov', undefined],
])('“%s” is a list of days or none', (text, days) => {
  expect(daysListed(text)).toEqual(days)
})

test.each([
  ['1, 2 Dec; 4/5 Jan, 9 Feb', ['1 Dec', '2 Dec', '4 Jan', '5 Jan', '9 Feb']],
  ['8/15 Dec, 22 Dec', ['8 Dec', '15 Dec', '22 Dec']],
  ['2026-12-08', ['2026-12-08']],
  ['', []],
])('“%s” are days one by one', (text, days) => {
  expect(daysParted(text)).toEqual(days)
})
