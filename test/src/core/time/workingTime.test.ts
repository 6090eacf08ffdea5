import { describe, expect, test } from 'vitest'

import {
  countryOfZone,
  formatDayHours,
  formatWeekdays,
  partHours,
  readDayHours,
  readWeekdays,
} from '../../../../src/core/time/workingTime.ts'

describe('working hours as they are typed', () => {
  test.each([
    ['9-17', '09:00-17:00'],
    ['08:30 to 17:00', '08:30-17:00'],
    ['9am-5.30pm', '09:00-17:30'],
    ['9h00-17h30', '09:00-17:30'],
    ['0:00-24:00', '00:00-24:00'],
  ])('%s', (typed, read) => {
    expect(formatDayHours(readDayHours(typed))).toBe(read)
  })

  test.each(['17-9', '9', '25-26', '9:75-17', 'always', ''])('“%s” is refused with an example', (typed) => {
    expect(() => readDayHours(typed)).toThrow('Try')
  })
})

describe('hours and days in one breath', () => {
  test.each([
    ['9-17 Mon-Fri', '09:00-17:00', [1, 2, 3, 4, 5]],
    ['8am to 4pm, Sun to Thu', '08:00-16:00', [1, 2, 3, 4, 7]],
    ['Mon, Tue and Fri from 9:00-12:00', '09:00-12:00', [1, 2, 5]],
    ['weekdays 9 to 17', '09:00-17:00', [1, 2, 3, 4, 5]],
    ['du lundi au vendredi de 9h à 17h30', '09:00-17:30', [1, 2, 3, 4, 5]],
    ['domingo a jueves 8h-16h', '08:00-16:00', [1, 2, 3, 4, 7]],
    ['الأحد إلى الخميس 8-16', '08:00-16:00', [1, 2, 3, 4, 7]],
  ])('%s', (typed, hours, days) => {
    const parts = partHours(typed)
    expect(formatDayHours(readDayHours(parts.hours ?? ''))).toBe(hours)
    expect(readWeekdays(parts.days ?? '')).toEqual(days)
  })

  test.each(['9-17', '8:30 until 17:00', 'from 9am to 5pm', '9 to 17'])('“%s” names no days', (typed) => {
    expect(partHours(typed)).toEqual({ hours: typed })
    expect(() => readDayHours(typed)).not.toThrow()
  })

  test.each(['Mon-Fri', 'lundi-vendredi', 'weekdays'])('“%s” names no hours', (typed) => {
    expect(partHours(typed)).toEqual({ days: typed })
  })
})

describe('days of the week as they are typed', () => {
  test.each([
    ['Sun-Thu', [1, 2, 3, 4, 7], 'Sun-Thu'],
    ['Mon, Tue and Fri', [1, 2, 5], 'Mon, Tue, Fri'],
    ['Monday to Thursday', [1, 2, 3, 4], 'Mon-Thu'],
    ['week days', [1, 2, 3, 4, 5], 'Mon-Fri'],
    ['Fridays', [5], 'Fri'],
    ['lunes, miércoles y viernes', [1, 3, 5], 'Mon, Wed, Fri'],
  ])('%s', (typed, days, shown) => {
    expect(readWeekdays(typed)).toEqual(days)
    expect(formatWeekdays(days)).toBe(shown)
    expect(readWeekdays(shown)).toEqual(days)
  })

  test.each(['', 'Mo-Fr', 'Mon-Funday', 'sometimes'])('“%s” is refused with an example', (typed) => {
    expect(() => readWeekdays(typed)).toThrow('Try')
  })
})

test('a zone tells whose holidays are kept', () => {
  expect(countryOfZone('Europe/Vienna')).toBe('AT')
  expect(countryOfZone('Africa/Nairobi')).toBe('KE')
  expect(countryOfZone('Asia/Kolkata')).toBe('IN')
  expect(countryOfZone('UTC')).toBeUndefined()
})
