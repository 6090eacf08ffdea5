import fc from 'fast-check'
import { RRule, rrulestr } from 'rrule'
import { describe, expect, test } from 'vitest'

import { UserError } from '../../../src/core/errors.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { occurrences } from '../../../src/meetings/series/occurrences.ts'
import { readRepeat } from '../../../src/meetings/series/readRepeat.ts'
import { ruleDays } from '../../../src/meetings/series/rule.ts'

describe('a rhythm as it is typed', () => {
  test.each([
    ['quarterly', '2027-01-12', ['2027-01-12', '2027-04-12', '2027-07-12']],
    ['every quarter', '2027-01-12', ['2027-01-12', '2027-04-12', '2027-07-12']],
    ['every 2nd Tuesday', '2027-01-01', ['2027-01-12', '2027-02-09', '2027-03-09']],
    ['second Tuesday of the month', '2027-01-01', ['2027-01-12', '2027-02-09', '2027-03-09']],
    ['last Thursday of the month', '2027-01-01', ['2027-01-28', '2027-02-25', '2027-03-25']],
    ['first Monday of the quarter', '2027-01-01', ['2027-01-04', '2027-04-05', '2027-07-05']],
    ['every other Tuesday', '2027-01-05', ['2027-01-05', '2027-01-19', '2027-02-02']],
    ['Tuesdays and Thursdays', '2027-01-05', ['2027-01-05', '2027-01-07', '2027-01-12']],
    ['fortnightly', '2027-01-05', ['2027-01-05', '2027-01-19', '2027-02-02']],
    ['every 3 weeks', '2027-01-05', ['2027-01-05', '2027-01-26', '2027-02-16']],
    ['monthly', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31']],
    ['the 15th of each month', '2027-01-01', ['2027-01-15', '2027-02-15', '2027-03-15']],
    ['FREQ=MONTHLY;BYDAY=2TU', '2027-01-01', ['2027-01-12', '2027-02-09', '2027-03-09']],
  ])('“%s” from %s on', (typed, start, days) => {
    expect(ruleDays(readRepeat(typed, start).rule, start, 3)).toEqual(days)
  })

  test('says the other reading of “every second Tuesday”, which is read as such', () => {
    const [other = ''] = readRepeat('every second Tuesday', '2027-01-05').others

    expect(ruleDays(readRepeat(other, '2027-01-05').rule, '2027-01-05', 2)).toEqual([
      '2027-01-05',
      '2027-01-19',
    ])
  })

  test('takes a number of times as the end', () => {
    expect(readRepeat('weekly, 6 times', '2027-01-05').end).toEqual({ kind: 'count', count: 6 })
  })

  test.each([
    ['every tuesday until 20 dec', '2026-12-20'],
    ['first Monday of each month until June', '2027-06-30'],
    ['weekly from 5 January till 2028', '2028-12-31'],
  ])('takes the day in “%s” as the end', (typed, day) => {
    const start = typed.includes('January') ? '2027-01-05' : '2026-12-01'
    expect(readRepeat(typed, start).end).toEqual({ kind: 'until', day })
  })

  test('takes a month late in the year, typed at its beginning, as the one ahead', () => {
    expect(readRepeat('monthly until December', '2027-01-05').end).toEqual({
      kind: 'until',
      day: '2027-12-31',
    })
  })

  test.each([
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', 'every month on the 1st Monday'],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', 'every 2 weeks on Tuesday and Thursday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1'],
  ])('that comes from a calendar is said in words where there are any: %s', (typed, text) => {
    expect(readRepeat(typed, '2027-01-05').words).toBe(text)
  })

  test('refuses a beginning that is not the first day', () => {
    expect(() => readRepeat('every other Thursday from 8 Jan, 6 times', '2027-01-07')).toThrow(
      'begins on 8 Jan 2027, and the first meeting is on 7 Jan 2027',
    )
  })

  test.each([
    '',
    'weekly until christmas',
    'sometimes',
    'every blue moon',
    'constructor',
    'every 0 weeks',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=WEEKLY;BYHOUR=3',
  ])('refuses “%s” with a sentence', (typed) => {
    expect(() => readRepeat(typed, '2027-01-05')).toThrow(UserError)
  })
})

describe('the meetings of a series', () => {
  const weekly = { rule: 'FREQ=WEEKLY', hour: 9, minute: 0, except: [] }

  test.each([
    ['America/New_York', '2027-03-08', '2027-11-01'],
    ['Europe/Vienna', '2027-03-22', '2027-10-25'],
    ['Africa/Cairo', '2027-04-24', '2027-10-24'],
    ['Australia/Lord_Howe', '2027-03-29', '2027-09-27'],
    ['Asia/Kathmandu', '2027-03-22', '2027-10-25'],
  ])('keep the hour of %s on both sides of each clock change', (zone, ...starts) => {
    for (const start of starts) {
      const found = occurrences({ ...weekly, start, zone, end: { kind: 'count', count: 3 } }, 10)

      expect(found.map(({ at }) => wallTime(at, zone).hour)).toEqual([9, 9, 9])
    }
  })

  test('move an hour that the clocks skip forward, and say so', () => {
    const [first] = occurrences(
      { ...weekly, hour: 2, minute: 30, start: '2027-03-28', zone: 'Europe/Vienna' },
      1,
    )

    expect(first).toMatchObject({ at: new Date('2027-03-28T01:30:00Z'), clock: 'moved forward' })
  })

  test('leave out excepted days and end by day or by count', () => {
    const series = { ...weekly, start: '2027-01-04', zone: 'UTC', except: ['2027-01-11'] }
    const days = (end: Parameters<typeof occurrences>[0]['end']) =>
      occurrences(end ? { ...series, end } : series, 10).map(({ day }) => day)

    expect(days({ kind: 'until', day: '2027-01-25' })).toEqual(['2027-01-04', '2027-01-18', '2027-01-25'])
    expect(days({ kind: 'count', count: 3 })).toEqual(['2027-01-04', '2027-01-18'])
  })

  test('are on the days that a second library finds, over random rules', () => {
    const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR'], { minLength: 1 })
    const rule = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), weekdays)
        .map(([every, days]) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(',')}`),
      fc
        .tuple(
          fc.integer({ min: 1, max: 6 }),
          fc.constantFrom(1, 2, 3, 4, -1),
          fc.constantFrom('MO', 'WE', 'SU'),
        )
        .map(([every, nth, day]) => `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${nth}${day}`),
      fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    )
    const start = fc
      .integer({ min: 0, max: 4000 })
      .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(rule, start, (text, day) => {
        const other = rrulestr(`DTSTART:${day.replaceAll('-', '')}T000000Z\nRRULE:${text};COUNT=12`)

        expect(other).toBeInstanceOf(RRule)
        expect(ruleDays(text, day, 12)).toEqual(other.all().map((at) => at.toISOString().slice(0, 10)))
      }),
      { numRuns: 60 },
    )
  })
})
