import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lastOfMonth, readDay } from '../../src/core/day.ts'
import { formatDuration, readDuration } from '../../src/core/duration.ts'
import { formatPeriod, readPeriod } from '../../src/core/period.ts'

const here = { now: new Date('2026-11-21T12:00:00Z'), zone: 'UTC' }

describe('a period', () => {
  test.each([
    ['2023-03..2023-04', '2023-03-01', '2023-04-30'],
    ['2023-03-06..2023-04-02', '2023-03-06', '2023-04-02'],
    ['March-April 2023', '2023-03-01', '2023-04-30'],
    ['Mar–Apr 2023', '2023-03-01', '2023-04-30'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['Q4 2022', '2022-10-01', '2022-12-31'],
    ['Dec 2022 - Jan 2023', '2022-12-01', '2023-01-31'],
    ['November-December', '2026-11-01', '2026-12-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['last quarter', '2026-07-01', '2026-09-30'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(readPeriod(text, here)).toEqual({ from, to })
  })

  test.each([
    ['2023-04..2023-03', 'before it begins'],
    ['whenever', 'is no period'],
    ['2023-13..2023-14', ''],
  ])('%s is refused', (text, why) => {
    expect(() => readPeriod(text, here)).toThrow(why)
  })

  test('of whole months is read back from how it is printed', () => {
    const month = fc.integer({ min: 1990 * 12, max: 2060 * 12 })
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 30 }), (first, more) => {
        const day = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
        const last = first + more
        const period = { from: day(first), to: lastOfMonth(Math.floor(last / 12), (last % 12) + 1) }
        expect(readPeriod(formatPeriod(period), here)).toEqual(period)
      }),
    )
  })
})

describe('a day', () => {
  test.each([
    ['2022-08-15', '2022-08-15'],
    ['15 Aug 2022', '2022-08-15'],
    ['August 2022', '2022-08-01'],
    ['today', '2026-11-21'],
    ['next Tuesday', '2026-11-24'],
    ['28 Dec', '2026-12-28'],
    ['3 Jan', '2027-01-03'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, here)).toBe(day)
  })

  test.each(['31 Feb 2022', '2023-02-29', '2022-13-01'])('%s is in no calendar', (text) => {
    expect(() => readDay(text, here)).toThrow('There is no')
  })
})

describe('a duration', () => {
  test.each([
    ['90', 90],
    ['90m', 90],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['1 hour 30 min', 90],
    ['2h', 120],
    ['7d', 10_080],
  ])('%s is %i minutes', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes)
  })

  test.each(['0', '-5', 'long', '', '1e9'])('“%s” is refused', (text) => {
    expect(() => readDuration(text)).toThrow('is no duration')
  })

  test('is read back from how it is printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        (minutes) => readDuration(formatDuration(minutes)) === minutes,
      ),
    )
  })
})
