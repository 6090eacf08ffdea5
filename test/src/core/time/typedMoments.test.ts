import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

function shown(text: string, at = here): string {
  const read = readMoment(text, at)
  return formatMoment(read.at, read.zone).replace(/ \(.*/, '')
}

function refused(text: string): UserError {
  try {
    readMoment(text, here)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error(`${text} was read`)
}

describe('a moment in the words of people', () => {
  test('a weekday that fits both readings of a date asks which is meant', () => {
    expect(refused('Tuesday 1/12 9:00').choices.map(({ value }) => value)).toEqual([
      '1 December 9:00',
      '12 January 9:00',
    ])
    expect(shown('Thursday 3/12 9:00')).toBe('Thu 3 Dec 2026, 09:00')
  })

  test.each([
    ['tonight at 9:30', 'Mon 23 Nov 2026, 21:30'],
    ['tonight at 8', 'Mon 23 Nov 2026, 20:00'],
    ["8 o'clock tonight", 'Mon 23 Nov 2026, 20:00'],
    ['tonight, 7.30', 'Mon 23 Nov 2026, 19:30'],
    ['this evening at 8', 'Mon 23 Nov 2026, 20:00'],
    ['tomorrow night at 9', 'Tue 24 Nov 2026, 21:00'],
    ['half past nine tomorrow', 'Tue 24 Nov 2026, 09:30'],
    ["new year's day 10:00", 'Fri 1 Jan 2027, 10:00'],
    ['New Year’s Eve at noon', 'Thu 31 Dec 2026, 12:00'],
    ['12 noon tomorrow', 'Tue 24 Nov 2026, 12:00'],
    ['COB Friday', 'Fri 27 Nov 2026, 17:00'],
    ['tomorrow morning', 'Tue 24 Nov 2026, 09:00'],
  ])('%s, a part of the day, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['in 1h30m', '11:30'],
    ['1h30', '11:30'],
    ['1h30m', '11:30'],
    ['2h', '12:00'],
    ['3hrs', '13:00'],
    ['90m', '11:30'],
    ['in two hours', '12:00'],
    ['two hours from now', '12:00'],
    ['in ten minutes', '10:10'],
    ['in half an hour', '10:30'],
    ['in an hour and a half', '11:30'],
    ['in one and a half hours', '11:30'],
    ['2 hours before midnight', '22:00'],
    ['an hour before noon', '11:00'],
    ['2 hours ago', '08:00'],
  ])('%s is a span from now, %s', (text, time) => {
    expect(shown(text)).toBe(`Mon 23 Nov 2026, ${time}`)
  })

  test.each([
    ['in two weeks at 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['in a fortnight 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['Thursday next week at 3pm', 'Thu 3 Dec 2026, 15:00'],
    ['next week Tuesday 10:00', 'Tue 1 Dec 2026, 10:00'],
    ['Tuesday week 10:00', 'Tue 1 Dec 2026, 10:00'],
    ['a week from Tuesday 10:00', 'Tue 1 Dec 2026, 10:00'],
    ['the 12th at 3pm', 'Sat 12 Dec 2026, 15:00'],
    ['09:00 on the 9th', 'Wed 9 Dec 2026, 09:00'],
    ['end of March 10:00', 'Wed 31 Mar 2027, 10:00'],
    ['first Monday of December 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['last friday of the month 10:00', 'Fri 27 Nov 2026, 10:00'],
    ['12 Dec 1430', 'Sat 12 Dec 2026, 14:30'],
    ['12-Dec-2026 14:30', 'Sat 12 Dec 2026, 14:30'],
    ['12-DEC-26 14:30', 'Sat 12 Dec 2026, 14:30'],
    ['30/11/2026 10:00', 'Mon 30 Nov 2026, 10:00'],
    ['tomorow 3pm', 'Tue 24 Nov 2026, 15:00'],
    ['wendesday 10:00', 'Wed 25 Nov 2026, 10:00'],
    ['Wed Dec 9 2026 09:00:00 GMT+0100 (Central European Standard Time)', 'Wed 9 Dec 2026, 09:00'],
    ['tomorrow 15:00 GMT+3', 'Tue 24 Nov 2026, 13:00'],
    ['tomorrow 15:00 UTC+1', 'Tue 24 Nov 2026, 15:00'],
  ])('%s is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['demain 14h30', 'Tue 24 Nov 2026, 14:30'],
    ['10 décembre à 15 h 30', 'Thu 10 Dec 2026, 15:30'],
    ['lundi prochain 10h', 'Mon 30 Nov 2026, 10:00'],
    ['après-demain 10:00', 'Wed 25 Nov 2026, 10:00'],
    ['mañana 10:00', 'Tue 24 Nov 2026, 10:00'],
    ['10 de diciembre 15:00', 'Thu 10 Dec 2026, 15:00'],
    ['завтра в 10:00', 'Tue 24 Nov 2026, 10:00'],
    ['10 декабря в 15 часов', 'Thu 10 Dec 2026, 15:00'],
    ['10 ديسمبر 15:00', 'Thu 10 Dec 2026, 15:00'],
    ['غدا الساعة 10:00', 'Tue 24 Nov 2026, 10:00'],
    ['tomorrow ١٥:٠٠', 'Tue 24 Nov 2026, 15:00'],
    ['明天下午3点', 'Tue 24 Nov 2026, 15:00'],
    ['2026年12月12日14:30', 'Sat 12 Dec 2026, 14:30'],
    ['morgen 10 Uhr', 'Tue 24 Nov 2026, 10:00'],
  ])('%s, in another language, is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test.each([
    ['12 Dec 14:30-16:00', 90],
    ['12 Dec 14:30–16:00', 90],
    ['9-10:30am', 90],
    ['tomorrow from 10 to 12', 120],
    ['tomorrow 11-1pm', 120],
    ['tomorrow 22:00 to 01:00', 180],
  ])('%s says how long', (text, minutes) => {
    expect(readMoment(text, here).minutes).toBe(minutes)
  })

  test('a month later is the last day of a month that is too short', () => {
    const january = { now: new Date('2027-01-31T15:00:00Z'), zone: 'America/New_York' }
    expect(shown('in a month at 10:00', january)).toBe('Sun 28 Feb 2027, 10:00')
    expect(shown('next month 10:00', january)).toBe('Sun 28 Feb 2027, 10:00')
    expect(shown('in 3 months at 10:00', january)).toBe('Fri 30 Apr 2027, 10:00')
  })

  test('the nearer of two Thursdays is taken for the next one, and the other is told', () => {
    const read = readMoment('next Thursday 3pm', here)
    expect(formatMoment(read.at, read.zone)).toContain('Thu 26 Nov 2026')
    expect(read.note).toContain('the one after is 3 Dec 2026')
    expect(readMoment('next Monday 3pm', here).note).toBeUndefined()
  })

  test.each([
    'at 3',
    'Thursday at 3',
    'Thursday 3',
    'tomorrow 3:30',
    'tomorrow at 7',
    'tomorrow 2-4',
    '3h tomorrow',
  ])('%s is asked about, the afternoon first', (text) => {
    const { choices } = refused(text)
    expect(choices).toHaveLength(2)
    const [first, second] = choices.map(({ value }) => readMoment(value, here))
    expect(Number(formatMoment(first?.at ?? here.now, here.zone, 'time').slice(0, 2))).toBeGreaterThan(12)
    expect(Number(formatMoment(second?.at ?? here.now, here.zone, 'time').slice(0, 2))).toBeLessThan(8)
    expect(first?.minutes).toBe(second?.minutes)
  })

  test('a date of two readings is asked about within the whole text', () => {
    expect(refused('10/12 15:00').choices).toEqual([
      { label: '10 December', value: '10 December 15:00' },
      { label: '12 October', value: '12 October 15:00' },
    ])
    expect(shown('10/10/2027 15:00')).toBe('Sun 10 Oct 2027, 15:00')
  })

  test('a year that may have been the time of day is offered as one', () => {
    expect(refused('12 Dec 2030').choices[0]).toEqual({
      label: 'Sat 12 Dec 2026, 20:30 (Europe/Paris)',
      value: '12 Dec 20:30',
    })
  })

  test.each([
    '12 Dec 25:00',
    '31 Nov 10:00',
    'Fri 12 Dec 10:00',
    '13pm',
    '3-5 Nov 10:00',
    'tomorrow 10:00 with cake',
    'soon',
    'in 90',
  ])('%s is refused and never guessed', (text) => {
    expect(refused(text).message).not.toBe('')
  })
})
