import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { UserError } from '../../../../src/core/errors.ts'
import { formatMoment, instantAt, wallTime } from '../../../../src/core/time/zone.ts'
import { proposeZones, readZone } from '../../../../src/core/time/zones/readZone.ts'

describe('the time that a zone shows', () => {
  test('is right in the same minute again, in the next one and on the other side of a change of the clocks', () => {
    const seen = ['00:59:59', '01:00:00', '01:00:30', '00:59:10'].map((time) =>
      wallTime(new Date(`2026-10-25T${time}Z`), 'Europe/Vienna'),
    )
    expect(seen.map(({ hour, minute, second }) => [hour, minute, second])).toEqual([
      [2, 59, 59],
      [2, 0, 0],
      [2, 0, 30],
      [2, 59, 10],
    ])
  })

  test('is what the engine shows, also between changes that lay close to each other', () => {
    for (const zone of [
      'Africa/Casablanca',
      'Asia/Gaza',
      'America/St_Johns',
      'Pacific/Apia',
      'Africa/Cairo',
    ]) {
      const engine = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const apart: string[] = []
      for (let at = Date.UTC(2010, 5, 1); at < Date.UTC(2012, 0, 1); at += 17 * 3_600_000) {
        const { year, month, day, hour, minute, second } = wallTime(new Date(at), zone)
        const two = [day, month, hour, minute, second].map((part) => String(part).padStart(2, '0'))
        const shown = `${two[0]}/${two[1]}/${year}, ${two.slice(2).join(':')}`
        if (shown !== engine.format(at)) apart.push(`${shown} in place of ${engine.format(at)}`)
      }
      expect(apart).toEqual([])
    }
  })

  test('is right where zones were apart from UTC by seconds', () => {
    const seen = ['05:44:40', '05:44:50'].map((time) =>
      wallTime(new Date(`1971-06-01T${time}Z`), 'Africa/Monrovia'),
    )
    expect(seen.map(({ hour, minute, second }) => [hour, minute, second])).toEqual([
      [5, 0, 10],
      [5, 0, 20],
    ])
  })
})

describe('the name of a zone', () => {
  test.each([
    ['Europe/Vienna', 'Europe/Vienna'],
    ['europe/vienna', 'Europe/Vienna'],
    ['Geneva', 'Europe/Zurich'],
    ['the hague', 'Europe/Amsterdam'],
    ['New York', 'America/New_York'],
    ['Addis Ababa', 'Africa/Addis_Ababa'],
    ['UTC', 'UTC'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['new_york', 'America/New_York'],
    ['Singapore', 'Asia/Singapore'],
    ['Lyon', 'Europe/Paris'],
    ['San Francisco', 'America/Los_Angeles'],
    ['Bangkok, Thailand', 'Asia/Bangkok'],
    ['New York, United States', 'America/New_York'],
    ['Paris time', 'Europe/Paris'],
    ['Geneva local time', 'Europe/Zurich'],
  ])('%s is %s', (typed, zone) => {
    expect(readZone(typed)).toBe(zone)
  })

  test.each([
    ['EST', 'America/New_York'],
    ['PT', 'America/Los_Angeles'],
    ['Poland', 'Europe/Warsaw'],
    ['EST5EDT', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['CET', 'Europe/Vienna'],
    ['US/Alaska', 'America/Anchorage'],
    ['Peru', 'America/Lima'],
    ['Vinna', 'Europe/Vienna'],
    ['W. Europe Standard Time', 'Europe/Vienna'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['Singapore Standard Time', 'Asia/Singapore'],
    ['China Standard Time', 'Asia/Shanghai'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Central European Time', 'Europe/Vienna'],
    ['Eastern Time', 'America/New_York'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['BST', 'Europe/London'],
    ['MEZ', 'Europe/Vienna'],
    ['India', 'Asia/Kolkata'],
    ['United States', 'America/New_York'],
    ['NY', 'America/New_York'],
  ])('%s is refused with %s proposed', (typed, zone) => {
    expect(() => readZone(typed)).toThrow(zone)
    expect(proposeZones(typed)[0]).toBe(zone)
  })

  test('what Windows calls by a name that others share is proposed, too', () => {
    expect(proposeZones('Arabian Standard Time')).toContain('Asia/Dubai')
    expect(proposeZones('Atlantic Standard Time')).toContain('America/Halifax')
  })

  test.each(['', 'xyzzy', 'Mars/Olympus', 'constructor', '__proto__', 'x'.repeat(300)])(
    '%s is refused',
    (typed) => {
      expect(() => readZone(typed)).toThrow(UserError)
      expect(() => readZone(typed)).toThrow('I know no time zone called')
    },
  )

  test.each([
    ['GMT+3', 'Africa/Nairobi'],
    ['UTC+1', 'Europe/Vienna'],
    ['+02:00', 'Africa/Johannesburg'],
    ['UTC-5', 'America/New_York'],
  ])('%s, an offset, is refused with places that keep it', (typed, zone) => {
    expect(() => readZone(typed)).toThrow('is an offset')
    expect(proposeZones(typed)).toContain(zone)
    for (const one of proposeZones(typed)) expect(readZone(one)).toBe(one)
  })
})

test('every zone that is proposed is a name that can be typed', () => {
  for (const typed of [
    'EST',
    'IST',
    'Kiev',
    'Kathmandu',
    'India',
    'Ukraine',
    'Myanmar',
    'Argentina',
    'Viena',
  ])
    for (const zone of proposeZones(typed)) expect(readZone(zone)).toBe(zone)
})

describe('wall time', () => {
  test('is skipped where the clocks go forward, and repeated where they go back', () => {
    expect(instantAt({ year: 2027, month: 3, day: 28, hour: 2, minute: 30 }, 'Europe/Paris')).toEqual({
      kind: 'skipped',
      after: new Date('2027-03-28T01:30:00Z'),
    })
    expect(instantAt({ year: 2027, month: 10, day: 31, hour: 2, minute: 30 }, 'Europe/Paris')).toEqual({
      kind: 'repeated',
      first: new Date('2027-10-31T00:30:00Z'),
      second: new Date('2027-10-31T01:30:00Z'),
    })
  })

  test('knows a change of half an hour, and a day that never was', () => {
    expect(
      instantAt({ year: 2027, month: 10, day: 3, hour: 2, minute: 15 }, 'Australia/Lord_Howe').kind,
    ).toBe('skipped')
    expect(instantAt({ year: 2011, month: 12, day: 30, hour: 12, minute: 0 }, 'Pacific/Apia').kind).toBe(
      'skipped',
    )
  })

  test('of any instant in any zone leads back to that instant', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) }),
        fc.constantFrom(...zones),
        (ms, zone) => {
          const at = new Date(Math.floor(ms / 60_000) * 60_000)
          const wall = wallTime(at, zone)
          if (wall.second !== 0) return
          const found = instantAt(wall, zone)
          const times =
            found.kind === 'one' ? [found.at] : found.kind === 'repeated' ? [found.first, found.second] : []
          expect(times.map((time) => time.getTime())).toContain(at.getTime())
        },
      ),
    )
  })

  test('is printed with its zone', () => {
    expect(formatMoment(new Date('2026-12-12T13:30:00Z'), 'Europe/Paris')).toBe(
      'Sat 12 Dec 2026, 14:30 (Europe/Paris)',
    )
  })
})
