import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../../src/core/errors.ts'
import { isMomentForm } from '../../../../../src/core/time/beginsWithDate.ts'
import { readMoment } from '../../../../../src/core/time/moment.ts'
import { partRhythm } from '../../../../../src/core/time/phrases/rhythm.ts'
import { readDay } from '../../../../../src/core/time/typedDay.ts'
import { formatMoment } from '../../../../../src/core/time/zone.ts'

/** Ten in the morning of a Monday in Paris. */
const here = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Paris' }

function shown(text: string): string {
  const { at, zone } = readMoment(text, here)
  return formatMoment(at, zone).replace(/ \(.*/, '')
}

function choicesOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof UserError) return error.choices.map(({ value }) => value)
    throw error
  }
  throw new Error('it was read')
}

describe('a day in the words of people', () => {
  test.each([
    ['three weeks today 10:00', 'Mon 14 Dec 2026, 10:00'],
    ['a fortnight today 10:00', 'Mon 7 Dec 2026, 10:00'],
    ['a month today at 10', 'Wed 23 Dec 2026, 10:00'],
    ['two weeks tomorrow at 3pm', 'Tue 8 Dec 2026, 15:00'],
    ['a week tomorrow 3pm', 'Tue 1 Dec 2026, 15:00'],
    ['two weeks Friday 3pm', 'Fri 11 Dec 2026, 15:00'],
    ['tomorrow week 15:00', 'Tue 1 Dec 2026, 15:00'],
    ['10am tomorrow week', 'Tue 1 Dec 2026, 10:00'],
    ['Friday week 10:00', 'Fri 4 Dec 2026, 10:00'],
    ['Friday fortnight 10:00', 'Fri 11 Dec 2026, 10:00'],
  ])('%s is %s, weeks counted from the day beside them', (text, moment) => {
    expect(shown(text)).toBe(moment)
    expect(isMomentForm(text)).toBe(true)
  })

  test.each([
    ['last working day 9:00', 'Mon 30 Nov 2026, 09:00'],
    ['the last business day of the month 5pm', 'Mon 30 Nov 2026, 17:00'],
    ['last working day of January 9:00', 'Fri 29 Jan 2027, 09:00'],
    ['first working day of next month 9:00', 'Tue 1 Dec 2026, 09:00'],
    ['2nd working day of January 2028 9:00', 'Tue 4 Jan 2028, 09:00'],
  ])('%s is %s, which is no weekend', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test('a working day comes again only where that is said', () => {
    expect(partRhythm('last working day 9:00')).toBeUndefined()
    expect(partRhythm('every last working day 9:00')?.moment).toBe('9:00')
    expect(partRhythm('the last working day of each month 9:00')?.moment).toBe('9:00')
  })

  test.each([
    ['tomorrow ten past 3 pm', 'Tue 24 Nov 2026, 15:10'],
    ['twenty past nine tomorrow', 'Tue 24 Nov 2026, 09:20'],
    ['tomorrow twenty-five to 4 pm', 'Tue 24 Nov 2026, 15:35'],
    ['tomorrow 10 minutes to 4 pm', 'Tue 24 Nov 2026, 15:50'],
    ['tomorrow quarter to four pm', 'Tue 24 Nov 2026, 15:45'],
    ['tomorrow half past 2 pm', 'Tue 24 Nov 2026, 14:30'],
  ])('%s is %s', (text, moment) => {
    expect(shown(text)).toBe(moment)
  })

  test('ten to twelve may be a time or go from one hour to another, and is not guessed', () => {
    expect(() => readMoment('ten to twelve tomorrow', here)).toThrow(UserError)
  })

  test.each([
    ['1 Dec 26 10:00', 'Tue 1 Dec 2026, 10:00'],
    ['1 Dec 26, 10am', 'Tue 1 Dec 2026, 10:00'],
    ['10:00 5 Jan 27', 'Tue 5 Jan 2027, 10:00'],
    ['1 Dec 10', 'Tue 1 Dec 2026, 10:00'],
  ])('%s is %s: what no clock shows is a year', (text, moment) => {
    expect(shown(text)).toBe(moment)
    expect(readDay('5 Jan 27', here)).toBe('2027-01-05')
  })

  test('part of a month or a week is asked about with working days that are read in the same place', () => {
    const choices = choicesOf(() => readMoment('mid-December 10:00', here))
    expect(choices).toEqual(['14', '15', '16', '17', '18'].map((day) => `${day} Dec 2026 10:00`))
    expect(choices.map(shown)).toContain('Tue 15 Dec 2026, 10:00')
    expect(choicesOf(() => readDay('early next week', here, 'due'))).toEqual(['30 Nov 2026', '1 Dec 2026'])
    expect(choicesOf(() => readDay('late November', here, 'due'))[0]).toBe('24 Nov 2026')
    expect(isMomentForm('mid-December')).toBe(true)
  })

  test('words that only begin like part of a month are no day', () => {
    expect(() => readDay('early lunch', here)).toThrow(/cannot read “early lunch” as a day/)
    expect(() => readMoment('early lunch mid-December', here)).toThrow(/cannot read/)
    expect(shown('mid-day tomorrow')).toBe('Tue 24 Nov 2026, 12:00')
  })
})
