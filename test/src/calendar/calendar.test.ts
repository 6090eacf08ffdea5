import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'

import { type CalendarEvent, calendarText, type Method } from '../../../src/calendar/calendar.ts'
import { byIcalJs, byNodeIcal } from './readCalendar.ts'

const zones = [
  'Europe/Vienna',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
]

function event(more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'meeting-1@example.org',
    sequence: 0,
    stamp: new Date('2026-11-21T12:00:00Z'),
    start: new Date('2026-12-12T13:30:00Z'),
    minutes: 90,
    zone: 'Europe/Paris',
    title: 'Quarterly',
    description: '',
    place: null,
    link: null,
    cancelled: false,
    ...more,
  }
}

describe('a calendar file', () => {
  test.each(['REQUEST', 'CANCEL', 'PUBLISH'] as const)(
    '%s says what two other libraries read',
    (method: Method) => {
      const text = calendarText('Meetings', method, [
        event({
          sequence: 3,
          cancelled: method === 'CANCEL',
          place: 'Room 5; second floor, left',
          description: 'M1\nhttps://meet.example.org/1',
          organizer: { name: 'INTERPOL "focal" point', email: 'focal.interpol@compact.example' },
          attendees: [{ name: 'CTED', email: 'focal.cted@compact.example', partstat: 'ACCEPTED' }],
          alarmMinutes: 15,
        }),
      ])
      const component = new ICAL.Component(ICAL.parse(text))
      const read = component.getFirstSubcomponent('vevent')

      expect(component.getFirstPropertyValue('method')).toBe(method)
      expect(read?.getFirstPropertyValue('sequence')).toBe(3)
      expect(read?.getFirstPropertyValue('status')).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED')
      expect(read?.getFirstPropertyValue('location')).toBe('Room 5; second floor, left')
      expect(read?.getFirstPropertyValue('description')).toBe('M1\nhttps://meet.example.org/1')
      expect(read?.getFirstProperty('organizer')?.getFirstValue()).toBe(
        'mailto:focal.interpol@compact.example',
      )
      expect(read?.getFirstProperty('attendee')?.getParameter('partstat')).toBe('ACCEPTED')
      expect(read?.getAllSubcomponents('valarm')).toHaveLength(method === 'CANCEL' ? 0 : 1)
      expect(byIcalJs(text)).toEqual(['2026-12-12T13:30:00.000Z'])
      expect(byNodeIcal(text)).toEqual(['2026-12-12T13:30:00.000Z'])
    },
  )

  test('tells the same instant in every zone, on both sides of each change of the clocks', () => {
    const at = fc.record({ zone: fc.constantFrom(...zones), minute: fc.integer({ min: 0, max: 730 * 1440 }) })
    fc.assert(
      fc.property(at, ({ zone, minute }) => {
        const start = new Date(Date.UTC(2026, 0, 1) + minute * 60_000)
        const text = calendarText('x', 'PUBLISH', [event({ zone, start })])

        expect(byIcalJs(text)).toEqual([start.toISOString()])
        expect(byNodeIcal(text)).toEqual([start.toISOString()])
      }),
      { numRuns: 60 },
    )
  })

  test('breaks no line within 75 octets, and nothing that was typed becomes a property', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(typed, typed, (title, place) => {
        const text = calendarText('x', 'PUBLISH', [
          event({
            title: `${title}\r\nATTENDEE:mailto:x@example.org`,
            place,
            organizer: { name: title, email: 'a@example.org' },
          }),
        ])
        const lines = text.split('\r\n')

        expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
        expect(lines.filter((line) => /^(ATTENDEE|BEGIN:VEVENT)/.test(line))).toEqual(['BEGIN:VEVENT'])
        expect(
          new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid'),
        ).toBe('meeting-1@example.org')
      }),
      { numRuns: 60 },
    )
  })
})
