import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { countryCalendar } from '../../../src/meetings/slots/calendarYear.ts'
import { type Attendee, suggestSlots } from '../../../src/meetings/slots/suggest.ts'

const office = { from: 9 * 60, to: 17 * 60, days: [1, 2, 3, 4, 5], holidays: new Set<string>() }
const zones = ['America/New_York', 'Europe/Vienna', 'Africa/Nairobi', 'Asia/Bangkok', 'Australia/Lord_Howe']

function attendee(id: number, zone: string, more: Partial<Attendee> = {}): Attendee {
  return { id, hours: { ...office, zone }, busy: [], unsocial: 0, ...more }
}

const week = { from: Date.parse('2027-01-11T00:00:00Z'), to: Date.parse('2027-01-18T00:00:00Z') }

describe('suggested slots', () => {
  test('lie in the hours that New York and Vienna share', () => {
    const [best] = suggestSlots({
      attendees: [attendee(1, 'America/New_York'), attendee(2, 'Europe/Vienna')],
      window: week,
      minutes: 60,
      closed: [],
      limit: 3,
    })

    expect(best).toEqual({
      at: new Date('2027-01-11T14:00:00Z'),
      within: 2,
      outside: [],
      atNight: [],
      busy: [],
    })
  })

  test('say who would be outside their hours and who at night', () => {
    const [best] = suggestSlots({
      attendees: [
        attendee(1, 'America/New_York'),
        attendee(2, 'America/New_York'),
        attendee(3, 'Asia/Bangkok'),
      ],
      window: week,
      minutes: 60,
      closed: [],
      limit: 1,
    })

    expect(best?.outside).toEqual([3])
  })

  test('spare whoever sat outside their hours in the last meetings', () => {
    const ask = (unsocial: number) =>
      suggestSlots({
        attendees: [attendee(1, 'America/New_York'), attendee(2, 'Asia/Bangkok', { unsocial })],
        window: week,
        minutes: 60,
        closed: [],
        limit: 1,
      })[0]?.outside

    expect(ask(3)).not.toContain(2)
  })

  test('keep out of what is closed, of holidays and of busy times', () => {
    const at = (iso: string) => Date.parse(iso)
    const slots = suggestSlots({
      attendees: [
        {
          ...attendee(1, 'Europe/Vienna', {
            busy: [{ from: at('2027-01-12T08:00:00Z'), to: at('2027-01-12T16:00:00Z') }],
          }),
          hours: { ...office, zone: 'Europe/Vienna', holidays: new Set(['2027-01-11']) },
        },
      ],
      window: week,
      minutes: 60,
      closed: [{ from: at('2027-01-13T00:00:00Z'), to: at('2027-01-14T00:00:00Z') }],
      limit: 2,
    })

    expect(slots.map((slot) => slot.at.toISOString().slice(0, 10))).toEqual(['2027-01-14', '2027-01-14'])
  })

  test('lie in the window, apart from each other, and are the same whatever the order of asking', () => {
    const someone = fc.record({ zone: fc.constantFrom(...zones), unsocial: fc.integer({ min: 0, max: 5 }) })
    fc.assert(
      fc.property(
        fc.array(someone, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 15, max: 240 }),
        (people, minutes) => {
          const attendees = people.map(({ zone, unsocial }, id) => attendee(id, zone, { unsocial }))
          const ask = (of: readonly Attendee[]) =>
            suggestSlots({ attendees: of, window: week, minutes, closed: [], limit: 5 })
          const slots = ask(attendees)

          for (const { at } of slots) {
            expect(at.getTime()).toBeGreaterThanOrEqual(week.from)
            expect(at.getTime() + minutes * 60_000).toBeLessThanOrEqual(week.to)
          }
          expect(ask([...attendees].reverse()).map(({ at }) => at)).toEqual(slots.map(({ at }) => at))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a country’s calendar', () => {
  test('knows the weekend of Egypt and a holiday of Austria', async () => {
    expect((await countryCalendar('EG', [2027])).workingDays).toEqual([1, 2, 3, 4, 7])
    expect((await countryCalendar('AT', [2027])).holidays.has('2027-10-26')).toBe(true)
  })

  test('knows the holidays that all duty stations keep', async () => {
    const { holidays } = await countryCalendar('UN', [2027])

    expect([...holidays].sort()).toEqual(expect.arrayContaining(['2027-01-01', '2027-03-26', '2027-12-25']))
  })
})
