import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'

/** Half past eleven in the evening of Friday 20 November in New York; Saturday everywhere further east. */
const now = new Date('2026-11-21T04:30:00Z')

function shown(text: string, zone = 'America/New_York'): string {
  const { at, zone: meant } = readMoment(text, { now, zone })
  return formatMoment(at, meant)
}

describe('a moment as people type it', () => {
  test.each([
    ['tomorrow 3pm', 'Sat 21 Nov 2026, 15:00 (America/New_York)'],
    ['3 pm tomorrow', 'Sat 21 Nov 2026, 15:00 (America/New_York)'],
    ['next Tuesday 10:00', 'Tue 24 Nov 2026, 10:00 (America/New_York)'],
    ['friday noon', 'Fri 27 Nov 2026, 12:00 (America/New_York)'],
    ['12 Dec 14:30', 'Sat 12 Dec 2026, 14:30 (America/New_York)'],
    ['Dec 12 at 2:30 pm', 'Sat 12 Dec 2026, 14:30 (America/New_York)'],
    ['the 5th of January at 10', 'Tue 5 Jan 2027, 10:00 (America/New_York)'],
    ['12.12.2026 14:30', 'Sat 12 Dec 2026, 14:30 (America/New_York)'],
    ['2026-12-12T14:30', 'Sat 12 Dec 2026, 14:30 (America/New_York)'],
    ['2026-12-12T14:30Z', 'Sat 12 Dec 2026, 09:30 (America/New_York)'],
    ['14h30', 'Sat 21 Nov 2026, 14:30 (America/New_York)'],
    ['in 2 hours', 'Sat 21 Nov 2026, 01:30 (America/New_York)'],
    ['14:30 Europe/Paris', 'Sat 21 Nov 2026, 14:30 (Europe/Paris)'],
    ['12 Dec 14:30 Geneva time', 'Sat 12 Dec 2026, 14:30 (Europe/Zurich)'],
    ['2026-12-12 14:30Z', 'Sat 12 Dec 2026, 09:30 (America/New_York)'],
    ['2026-12-12 14:30 +02:00', 'Sat 12 Dec 2026, 07:30 (America/New_York)'],
    ['at 3pm on the 12th of December', 'Sat 12 Dec 2026, 15:00 (America/New_York)'],
    ['15.30', 'Sat 21 Nov 2026, 15:30 (America/New_York)'],
    ['last friday 10:00', 'Fri 13 Nov 2026, 10:00 (America/New_York)'],
    ['friday 23:45', 'Fri 20 Nov 2026, 23:45 (America/New_York)'],
    ['day after tomorrow 10:00', 'Sun 22 Nov 2026, 10:00 (America/New_York)'],
    ['in 3 days at 10:00', 'Mon 23 Nov 2026, 10:00 (America/New_York)'],
    ['29 Feb 10:00', 'Tue 29 Feb 2028, 10:00 (America/New_York)'],
    ['tomorrow 15:00 GMT+3', 'Sun 22 Nov 2026, 07:00 (America/New_York)'],
  ])('%s', (text, wanted) => {
    expect(shown(text)).toBe(wanted)
  })

  test('tomorrow is the day after the one that it is in the zone meant', () => {
    expect(shown('tomorrow 9:00', 'America/New_York')).toContain('Sat 21 Nov')
    expect(shown('tomorrow 9:00', 'Asia/Tokyo')).toContain('Sun 22 Nov')
  })

  test.each([
    ['12 Dec', 'has no time of day'],
    ['31 Feb 14:30', 'There is no 31 February'],
    ['29 Feb 2027', 'There is no 29 February 2027 in the calendar: February 2027 has 28 days.'],
    ['31 Nov', 'November has 30 days'],
    ['2026-02-30T10:00', 'in the calendar'],
    ['25:00', 'There is no 25:00'],
    ['03/04/2026 10:00', 'may be 3 April 2026 or 4 March 2026'],
    ['14:30 EST', 'America/New_York'],
    ['tomorrow 3pm pst', 'America/Los_Angeles'],
    ['14:30 Poland', 'Europe/Warsaw'],
    ['14:30 +25:00', 'I cannot read'],
    ['2026-12-12', 'has no time of day'],
    ['2026-12-12T24:00Z', 'There is no 24:00'],
    ['03-04-2026 10:00', 'may be 3 April 2026 or 4 March 2026'],
    ['Mon 12 Dec 14:30', 'is a Saturday, not a Monday'],
    ['14:30 to 15:30 to 16:30', 'I cannot read'],
    ['tomorrow at 10:00 with cake', 'I cannot read “with cake”'],
    ['13pm', 'There is no 13pm'],
    ['constructor', 'as a date and time'],
    ['tomorrow 10:00 with cake', 'I cannot read “with cake”'],
    ['soon', 'as a date and time'],
    ['x'.repeat(300), 'characters'],
  ])('%s is refused with a sentence', (text, why) => {
    expect(() => shown(text)).toThrow(UserError)
    expect(() => shown(text)).toThrow(why)
  })

  test('a moment that the clocks skip is refused, one that comes twice is said to do so', () => {
    expect(() => shown('2027-03-14 02:30')).toThrow('does not exist in America/New_York')
    expect(readMoment('2027-11-07 01:30', { now, zone: 'America/New_York' })).toMatchObject({
      at: new Date('2027-11-07T05:30:00Z'),
      note: expect.stringContaining('comes twice'),
    })
  })

  test.each([
    ['2027-11-07 01:30 first', '2027-11-07T05:30:00.000Z'],
    ['7 Nov 2027 at 1:30 am, the second', '2027-11-07T06:30:00.000Z'],
    ['01:30 (second) on 7 November 2027', '2027-11-07T06:30:00.000Z'],
    ['7 November 2027 01:30 second time', '2027-11-07T06:30:00.000Z'],
  ])('of the two that come, %s is one', (typed, at) => {
    expect(readMoment(typed, { now, zone: 'America/New_York' }).at.toISOString()).toBe(at)
  })

  test('which of two is no word of a time that comes once', () => {
    expect(() => shown('8 Nov 2027 01:30 second')).toThrow('I cannot read “second”')
    expect(shown('the first Monday of December 2026 10:00')).toContain('Mon 7 Dec 2026, 10:00')
  })

  test('each zone proposed for a loose one is offered as the whole text that names it', () => {
    try {
      shown('12 Dec 14:30 EST')
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      expect(error.choices[0]).toEqual({
        label: 'America/New_York',
        value: '12 Dec 14:30 America/New_York',
      })
      expect(shown(error.choices[0]?.value ?? '')).toBe('Sat 12 Dec 2026, 14:30 (America/New_York)')
    }
  })

  test('is read back from how it is printed, in any zone', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), fc.constantFrom(...zones), (minutes, zone) => {
        const at = new Date(Date.UTC(2012, 0, 1) + minutes * 60_000)
        const printed = formatMoment(at, zone)
        const read = readMoment(printed, { now, zone: 'UTC' })
        expect(formatMoment(read.at, zone)).toBe(printed)
        if (read.note === undefined) expect(read.at).toEqual(at)
      }),
    )
  })

  test('any text is read or refused with a sentence', () => {
    const word = fc.constantFrom(
      'at',
      '12',
      'Dec',
      '3pm',
      'in',
      '2026-12-12',
      '14:30',
      '-',
      '+02:00',
      'next',
      'Mon',
      'EST',
      '..',
      '/',
      'T',
      'h',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        try {
          expect(readMoment(typed, { now, zone: 'Europe/Paris' }).at.getTime()).not.toBeNaN()
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })

  test('means the same in whatever zone the process runs', () => {
    const file = (name: string) =>
      JSON.stringify(fileURLToPath(new URL(`../../../../src/core/time/${name}.ts`, import.meta.url)))
    const script = `
      const { readMoment } = await import(${file('moment')})
      const { readPeriod } = await import(${file('period')})
      const here = { now: new Date('2026-11-21T04:30:00Z'), zone: 'America/New_York' }
      const texts = ['friday noon', 'tomorrow 9:00', '12 Dec 14:30', 'next week 10:00', 'in 3 days at 10:00']
      console.log([...texts.map((text) => readMoment(text, here).at.toISOString()), readPeriod('today', here).from].join())`
    const under = (zone: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }).trim()
    const wanted = [
      '2026-11-27T17:00:00.000Z',
      '2026-11-21T14:00:00.000Z',
      '2026-12-12T19:30:00.000Z',
      '2026-11-27T15:00:00.000Z',
      '2026-11-23T15:00:00.000Z',
      '2026-11-20',
    ].join()
    for (const zone of ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia']) expect(under(zone)).toBe(wanted)
  })
})
