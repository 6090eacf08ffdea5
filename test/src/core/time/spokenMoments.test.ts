import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

function shown(text: string): string {
  const read = readMoment(text, here)
  return formatMoment(read.at, read.zone).replace(/ \(.*/, '')
}

function choices(text: string): readonly string[] {
  try {
    readMoment(text, here)
  } catch (error) {
    if (error instanceof UserError) return error.choices.map(({ label }) => label.replace(/ \(.*/, ''))
    throw error
  }
  throw new Error(`${text} was read`)
}

describe('a moment as it is spoken', () => {
  test.each([
    ['tomorrow at ten', 'Tue 24 Nov 2026, 10:00'],
    ['tomorrow at ten thirty', 'Tue 24 Nov 2026, 10:30'],
    ['ten thirty on Friday', 'Fri 27 Nov 2026, 10:30'],
    ['Friday at two fifteen pm', 'Fri 27 Nov 2026, 14:15'],
    ['this coming Friday, 10ish', 'Fri 27 Nov 2026, 10:00'],
    ['the day after tomorrow at ten', 'Wed 25 Nov 2026, 10:00'],
    ['on the 1st at nine', 'Tue 1 Dec 2026, 09:00'],
    ['Thursday the 26th at ten', 'Thu 26 Nov 2026, 10:00'],
    ['a quarter to nine tomorrow', 'Tue 24 Nov 2026, 08:45'],
    ['tomorrow at three in the afternoon', 'Tue 24 Nov 2026, 15:00'],
    ['tomorrow at three pm', 'Tue 24 Nov 2026, 15:00'],
  ])('%s, hours in words, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['8 tonight', 'Mon 23 Nov 2026, 20:00'],
    ['10 tomorrow', 'Tue 24 Nov 2026, 10:00'],
    ['9 on Friday', 'Fri 27 Nov 2026, 09:00'],
    ['11 the day after tomorrow', 'Wed 25 Nov 2026, 11:00'],
    ['9-10 Thursday', 'Thu 26 Nov 2026, 09:00'],
    ['9 to 10:30 on Friday', 'Fri 27 Nov 2026, 09:00'],
  ])('%s, the hour before its day, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['Thursday the 3rd at 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['Thursday 3rd 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['December the 3rd at 3pm', 'Thu 3 Dec 2026, 15:00'],
    ['the 3rd of Dec 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['Thu 3/12 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['Mon 7/12/2026 9:00', 'Mon 7 Dec 2026, 09:00'],
    ["1 Dec '26 10:00", 'Tue 1 Dec 2026, 10:00'],
    ['Dec-3-2026 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['03DEC2026 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['3 de diciembre de 2026 a las 15:00', 'Thu 3 Dec 2026, 15:00'],
    ['jeudi 3 décembre à 15 h', 'Thu 3 Dec 2026, 15:00'],
    ['в пятницу 10:00', 'Fri 27 Nov 2026, 10:00'],
    ['الخميس 10:00', 'Thu 26 Nov 2026, 10:00'],
    ['周五 10:00', 'Fri 27 Nov 2026, 10:00'],
  ])('%s, a day with its weekday or in another language, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['Friday @ 15:00', 'Fri 27 Nov 2026, 15:00'],
    ['Fri 3p', 'Fri 27 Nov 2026, 15:00'],
    ['3pm sharp tomorrow', 'Tue 24 Nov 2026, 15:00'],
    ['around 3pm tomorrow', 'Tue 24 Nov 2026, 15:00'],
    ['~3pm tomorrow', 'Tue 24 Nov 2026, 15:00'],
    ['10am tomorrow my time', 'Tue 24 Nov 2026, 10:00'],
    ['close of business on 4 Dec', 'Fri 4 Dec 2026, 17:00'],
    ['end of day Friday', 'Fri 27 Nov 2026, 17:00'],
    ['in a quarter of an hour', 'Mon 23 Nov 2026, 10:15'],
    ['in three quarters of an hour', 'Mon 23 Nov 2026, 10:45'],
    ['tmr 10am', 'Tue 24 Nov 2026, 10:00'],
    ['nxt fri 10am', 'Fri 27 Nov 2026, 10:00'],
    ['fri nite 8pm', 'Fri 27 Nov 2026, 20:00'],
    ['4pm on Weds', 'Wed 25 Nov 2026, 16:00'],
  ])('%s, with the small words of a hurry, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['in 1:30 h', 'Mon 23 Nov 2026, 11:30'],
    ['Fri @ noon', 'Fri 27 Nov 2026, 12:00'],
    ['930 Tuesday', 'Tue 24 Nov 2026, 09:30'],
    ['10 Dec | 19:00', 'Thu 10 Dec 2026, 19:00'],
    ['Thu, Dec 10 ⋅ 7pm', 'Thu 10 Dec 2026, 19:00'],
    ['Thursday, December 10 ⋅ 7:00 – 8:00pm', 'Thu 10 Dec 2026, 19:00'],
    ['10 Dec 1900 hrs', 'Thu 10 Dec 2026, 19:00'],
    ['5th of next month 10:00', 'Sat 5 Dec 2026, 10:00'],
    ['10:00 on the 5th of next month', 'Sat 5 Dec 2026, 10:00'],
    ['December the first 10:00', 'Tue 1 Dec 2026, 10:00'],
    ['December the first at 10', 'Tue 1 Dec 2026, 10:00'],
  ])('%s, as calendars and telephones write it, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    'tomorrow at three',
    'tomorrow at one',
    'quarter past 3 tomorrow',
    '3 tomorrow',
    'on Friday at five',
  ])('%s asks for the half of the day', (text) => {
    const [afternoon, morning, ...more] = choices(text)
    expect(afternoon).toMatch(/, 1[3-7]:/)
    expect(morning).toMatch(/, 0[1-5]:/)
    expect(more).toEqual([])
  })

  test.each(['Thu 3/3 15:00', 'Sat 7/12/2026 9:00', '3/12 15:00'])(
    '%s, which no weekday settles, is not taken',
    (text) => {
      expect(() => readMoment(text, here)).toThrow(UserError)
    },
  )

  test.each([
    ['10 Dec 15:00 for 2 hours', 120],
    ['tomorrow at 10 for an hour and a half', 90],
    ['Friday 9:30 for 45 min', 45],
    ['Friday 9:30-10:00', 30],
    ['9-10 Thursday', 60],
  ])('%s says how long it lasts', (text, minutes) => {
    expect(readMoment(text, here).minutes).toBe(minutes)
  })

  test.each(['Christmas 10:00', 'Easter 10:00', '10:00 for cake', '10:00 for 2 days'])(
    '%s is refused: a feast is no island whose clock is meant, and only hours and minutes last',
    (text) => {
      expect(() => readMoment(text, here)).toThrow(UserError)
    },
  )

  test('the clock of an island is named with its ocean', () => {
    expect(formatMoment(readMoment('tomorrow 10:00 Indian/Christmas', here).at, 'Europe/Paris')).toBe(
      'Tue 24 Nov 2026, 04:00 (Europe/Paris)',
    )
  })

  test.each(['tomorrow two hours', 'tomorrow at thirteen hundred', 'half ten tomorrow', 'New Year 10:00'])(
    '%s is refused rather than guessed',
    (text) => {
      expect(() => readMoment(text, here)).toThrow(UserError)
    },
  )
})

describe('a weekday that is counted in its month', () => {
  test.each([
    ['first Monday of the month 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['the 1st Monday 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['2nd Tuesday 10:00', 'Tue 8 Dec 2026, 10:00'],
    ['third Thursday at 3pm', 'Thu 17 Dec 2026, 15:00'],
    ['the 4th Wednesday 14:00', 'Wed 25 Nov 2026, 14:00'],
    ['2nd Tuesday of next month 10:00', 'Tue 8 Dec 2026, 10:00'],
    ['the 5th Thursday 10:00', 'Thu 31 Dec 2026, 10:00'],
    ['first working day of the month 9:00', 'Tue 1 Dec 2026, 09:00'],
  ])('%s is the next such day, also where the one of this month has passed: %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test('of this month, and the last such weekday, are the ones that have passed', () => {
    expect(shown('first Monday of this month 10:00')).toBe('Mon 2 Nov 2026, 10:00')
    expect(shown('last Friday 10:00')).toBe('Fri 20 Nov 2026, 10:00')
  })

  test('is the next one where a day is due, and that of this month where it need not lie ahead', () => {
    expect(readDay('2nd Tuesday', here, 'due')).toBe('2026-12-08')
    expect(readDay('first Monday of the month', here)).toBe('2026-11-02')
  })
})

test('two digits after a day and a comma are the year, unless they may be the day after', () => {
  expect(shown('Dec 1, 26 10am')).toBe('Tue 1 Dec 2026, 10:00')
  expect(shown('Jan 5, 27 at 15:00')).toBe('Tue 5 Jan 2027, 15:00')
  expect(() => shown('Nov 25, 26 10am')).toThrow('one day is needed')
  expect(() => shown('Dec 1, 9 10am')).toThrow('one day is needed')
})

test.each([
  'tomorrow 3pm 1h',
  'tomorrow 15:00, 1 hour',
  'tomorrow 15:00 (1h)',
  'tomorrow 3pm for 60 minutes',
])('%s says how long it lasts after its hour', (text) => {
  expect(readMoment(text, here)).toMatchObject({ at: new Date('2026-11-24T14:00:00Z'), minutes: 60 })
})
