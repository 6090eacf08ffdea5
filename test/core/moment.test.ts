import { describe, expect, test } from 'vitest'

import { UserError } from '../../src/core/errors.ts'
import { readMoment } from '../../src/core/moment.ts'
import { formatMoment } from '../../src/core/zone.ts'

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
  ])('%s', (text, wanted) => {
    expect(shown(text)).toBe(wanted)
  })

  test('tomorrow is the day after the one that it is in the zone meant', () => {
    expect(shown('tomorrow 9:00', 'America/New_York')).toContain('Sat 21 Nov')
    expect(shown('tomorrow 9:00', 'Asia/Tokyo')).toContain('Sun 22 Nov')
  })

  test.each([
    ['12 Dec', 'No time of day'],
    ['31 Feb 14:30', 'There is no 31 February'],
    ['2026-02-30T10:00', 'in the calendar'],
    ['25:00', 'There is no 25:00'],
    ['03/04/2026 10:00', 'may be 3 April or 4 March'],
    ['14:30 EST', 'America/New_York'],
    ['tomorrow 10:00 with cake', 'I cannot read “with cake”'],
    ['soon', 'is no moment'],
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
})
