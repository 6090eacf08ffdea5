import { expect, test } from 'vitest'

import { readPeriod } from '../../../../../src/core/time/period.ts'

/** A Monday. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

test.each([
  ['2 weeks', '2026-11-23', '2026-12-06'],
  ['3 semanas', '2026-11-23', '2026-12-13'],
  ['pendant 2 semaines', '2026-11-23', '2026-12-06'],
  ['drei Wochen', '2026-11-23', '2026-12-13'],
  ['две недели', '2026-11-23', '2026-12-06'],
  ['أسبوعين', '2026-11-23', '2026-12-06'],
  ['٣ أيام', '2026-11-23', '2026-11-25'],
  ['2周', '2026-11-23', '2026-12-06'],
  ['un mes', '2026-11-23', '2026-12-22'],
  ['for 10 days', '2026-11-23', '2026-12-02'],
  ['a week', '2026-11-23', '2026-11-29'],
  ['1 day', '2026-11-23', '2026-11-23'],
  ['a month', '2026-11-23', '2026-12-22'],
  ['10 days from 1 December', '2026-12-01', '2026-12-10'],
  ['two weeks from Tuesday', '2026-11-24', '2026-12-07'],
  ['from 1 Dec for a week', '2026-12-01', '2026-12-07'],
  ['1 Dec for 3 days', '2026-12-01', '2026-12-03'],
])('“%s” of what lies ahead is counted from today or the day that is said', (typed, from, to) => {
  expect(readPeriod(typed, here, true)).toEqual({ from, to })
})

test('how long says nothing of what may lie in the past', () => {
  expect(() => readPeriod('2 weeks', here)).toThrow('as a period')
})
