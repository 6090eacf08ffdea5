import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../../../src/core/errors.ts'
import { addDays, lastOfMonth } from '../../../../src/core/time/day.ts'
import { contains, formatPeriod, readPeriod } from '../../../../src/core/time/period.ts'

const here = { now: new Date('2026-11-21T12:00:00Z'), zone: 'UTC' }

describe('a period', () => {
  test.each([
    ['2023-03..2023-04', '2023-03-01', '2023-04-30'],
    ['2023-03-06..2023-04-02', '2023-03-06', '2023-04-02'],
    ['March-April 2023', '2023-03-01', '2023-04-30'],
    ['in February 2027', '2027-02-01', '2027-02-28'],
    ['during the first quarter of 2023', '2023-01-01', '2023-03-31'],
    ['Mar–Apr 2023', '2023-03-01', '2023-04-30'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['all week', '2026-11-16', '2026-11-22'],
    ['the whole month', '2026-11-01', '2026-11-30'],
    ['Q4 2022', '2022-10-01', '2022-12-31'],
    ['Dec 2022 - Jan 2023', '2022-12-01', '2023-01-31'],
    ['November-December', '2026-11-01', '2026-12-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
    ['last quarter', '2026-07-01', '2026-09-30'],
    ['Q4', '2026-10-01', '2026-12-31'],
    ['Q1-Q2 2022', '2022-01-01', '2022-06-30'],
    ['Q4 2022 - Q1 2023', '2022-10-01', '2023-03-31'],
    ['2022-2023', '2022-01-01', '2023-12-31'],
    ['2023-03-01 - 2023-04-30', '2023-03-01', '2023-04-30'],
    ['from March to April 2023', '2023-03-01', '2023-04-30'],
    ['6-9 Mar 2023', '2023-03-06', '2023-03-09'],
    ['1 Mar – 15 Apr 2023', '2023-03-01', '2023-04-15'],
    ['28 Dec 2022 - 3 Jan', '2022-12-28', '2023-01-03'],
    ['7 Dec..18 Dec', '2026-12-07', '2026-12-18'],
    ['20 Dec…3 Jan', '2026-12-20', '2027-01-03'],
    ['until 18 Dec', '2026-11-21', '2026-12-18'],
    ['next two weeks', '2026-11-21', '2026-12-05'],
    ['since March', '2026-03-01', '2026-11-21'],
    ['since 15 October', '2026-10-15', '2026-11-21'],
    ['since Friday', '2026-11-20', '2026-11-21'],
    ['since the last quarter', '2026-07-01', '2026-11-21'], // biome-ignore format: a table
    ['the last 3 months', '2026-08-21', '2026-11-21'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(readPeriod(text, here)).toEqual({ from, to })
  })

  test('an end late in the year, typed at its beginning, lies ahead', () => {
    const january = { now: new Date('2027-01-11T12:00:00Z'), zone: 'UTC' }
    expect(readPeriod('until 18 Dec', january)).toEqual({ from: '2027-01-11', to: '2027-12-18' })
  })

  test.each([
    ['from the 16th to the 20th', '2026-12-16', '2026-12-20'],
    ['the 20th to the 24th', '2026-11-20', '2026-11-24'],
    ['20 Dec - 5 Jan', '2026-12-20', '2027-01-05'],
    ['16-20 Nov', '2026-11-16', '2026-11-20'],
  ])('%s, of an absence ahead, is %s to %s', (text, from, to) => {
    expect(readPeriod(text, here, true)).toEqual({ from, to })
  })

  test.each([
    ['2023-04..2023-03', 'before it begins'],
    ['whenever', 'as a period'],
    ['2023-13..2023-14', 'There is no 2023-13'],
    ['9-6 Mar 2023', 'ends on 6 Mar 2023, before it begins on 9 Mar 2023'],
    ['0001-01..0002-01', 'as a period'],
    ['2023-03-01..', 'as a period'],
    ['..2023', 'as a period'],
    ['Q5 2022', 'as a period'],
    ['March 2022 2023', 'as a period'],
  ])('%s is refused', (text, why) => {
    expect(() => readPeriod(text, here)).toThrow(UserError)
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

  test('of days within a month with no year lies in one year, whenever it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (later) => {
        const now = new Date(`${addDays('2026-01-01', later)}T12:00:00Z`)
        const { from, to } = readPeriod('10-20 May', { now, zone: 'UTC' })
        expect(to).toBe(addDays(from, 10))
      }),
    )
  })

  test('of any days is read back from how it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const from = addDays('1990-01-01', start)
        const period = { from, to: addDays(from, length) }
        expect(readPeriod(formatPeriod(period), here)).toEqual(period)
      }),
    )
  })

  test('contains its first and last day, and neither the day before nor the day after', () => {
    const march = { from: '2023-03-01', to: '2023-03-31' }
    expect([contains(march, '2023-03-01'), contains(march, '2023-03-31')]).toEqual([true, true])
    expect([contains(march, '2023-02-28'), contains(march, '2023-04-01')]).toEqual([false, false])
  })
})

test('days with others between them are no period, and are asked about', () => {
  const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }
  for (const typed of ['24 and 31 December', 'le 24 et le 31 décembre', '24, 26 and 31 Dec'])
    expect(() => readPeriod(typed, here)).toThrow('names days apart')
  for (const typed of ['5, 6 and 7 Dec', '24-31 December'])
    expect(readPeriod(typed, here).to.slice(0, 7)).toBe('2026-12')
})
