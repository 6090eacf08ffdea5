import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../../../src/core/errors.ts'
import { addDays, dayOf, formatDay, startOfDay } from '../../../../src/core/time/day.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'

const here = { now: new Date('2026-11-21T12:00:00Z'), zone: 'UTC' }

describe('a day', () => {
  test.each([
    ['2022-08-15', '2022-08-15'],
    ['15 Aug 2022', '2022-08-15'],
    ['August 2022', '2022-08-01'],
    ['today', '2026-11-21'],
    ['next Tuesday', '2026-11-24'],
    ['28 Dec', '2026-12-28'],
    ['3 Jan', '2027-01-03'],
    ['29 Feb', '2028-02-29'],
    ['last Tuesday', '2026-11-17'],
    ['Mon 15 Aug 2022', '2022-08-15'],
    ['15.8.2022', '2022-08-15'],
    ['15/8/2022', '2022-08-15'],
    ['2022‑08‑15', '2022-08-15'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, here)).toBe(day)
  })

  test.each([
    ['August 2022', '2022-08-31'],
    ['Feb 2028', '2028-02-29'],
    ['2027', '2027-12-31'],
    ['15 Aug 2022', '2022-08-15'],
    ['end of March', '2027-03-31'],
  ])('%s ends on %s', (text, day) => {
    expect(readDay(text, here, 'last')).toBe(day)
  })

  test.each([
    ['June', '2027-06-30'],
    ['3 June', '2027-06-03'],
    ['20 Nov 2026', '2026-11-20'],
    ['June 2026', '2026-06-30'],
  ])('what is due on %s is due on %s', (text, day) => {
    expect(readDay(text, here, 'due')).toBe(day)
  })

  test.each([
    ['15 November', '2027-01-15', '2027-11-15'],
    ['November', '2027-02-05', '2027-11-30'],
    ['January', '2026-12-20', '2027-01-31'],
    ['15 October', '2026-12-20', '2027-10-15'],
  ])('what is due on %s, typed on %s, is due on the next such day', (text, today, day) => {
    expect(readDay(text, { now: new Date(`${today}T12:00:00Z`), zone: 'UTC' }, 'due')).toBe(day)
  })

  test('a due day of the last weeks is asked about, with the next such day as the choice', () => {
    const january = { now: new Date('2027-01-11T12:00:00Z'), zone: 'UTC' }
    const refused = attempt(() => readDay('5 December', january, 'due'))
    expect(refused?.message).toBe('5 Dec 2026 has passed. If it is meant, type its year too.')
    expect(refused?.choices).toEqual([{ label: '5 Dec 2027', value: '2027-12-05' }])
  })

  test.each([
    ['December', '2027-12-31'],
    ['20 December', '2027-12-20'],
    ['10 January', '2028-01-10'],
    ['15 January', '2027-01-15'],
  ])('what comes again until %s, typed in January, ends on the first such day ahead', (text, day) => {
    expect(readDay(text, { now: new Date('2027-01-11T12:00:00Z'), zone: 'UTC' }, 'end')).toBe(day)
  })

  test.each(['31 Feb 2022', '2023-02-29', '2022-13-01'])('%s is in no calendar', (text) => {
    expect(() => readDay(text, here)).toThrow('There is no')
  })

  test.each([
    ['Tue 15 Aug 2022', 'is a Monday, not a Tuesday'],
    ['8/9/2022', 'may be 8 September 2022 or 9 August 2022'],
    ['15 Aug 2022 or so', 'as a day'],
    ['constructor', 'as a day'],
    ['x'.repeat(201), 'at most 200'],
  ])('%s is refused with a sentence', (text, why) => {
    expect(() => readDay(text, here)).toThrow(UserError)
    expect(() => readDay(text, here)).toThrow(why)
  })

  test('of today is the one that it is in the zone', () => {
    const now = new Date('2026-11-21T04:30:00Z')
    expect(readDay('today', { now, zone: 'America/New_York' })).toBe('2026-11-20')
    expect(readDay('today', { now, zone: 'Asia/Tokyo' })).toBe('2026-11-21')
  })

  test('is read back from how it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (later) => {
        const day = addDays('1950-01-01', later)
        expect(readDay(formatDay(day), here)).toBe(day)
      }),
    )
  })

  test('starts at midnight, or when the clocks have skipped midnight', () => {
    expect(startOfDay('2026-11-21', 'Asia/Tokyo')).toEqual(new Date('2026-11-20T15:00:00Z'))
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toEqual(new Date('2018-11-04T03:00:00Z'))
  })

  test('starts on that day in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.constantFrom(...zones), (later, zone) => {
        const day = addDays('2012-01-01', later)
        const start = startOfDay(day, zone)
        expect(dayOf(start, zone)).toBe(day)
        expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1))
      }),
    )
  })
})

function attempt(read: () => string): UserError | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  return undefined
}
