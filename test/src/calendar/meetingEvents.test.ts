import { describe, expect, test } from 'vitest'

import { calendarText } from '../../../src/calendar/calendar.ts'
import { type CalendarMeeting, meetingEvent, seriesEvents } from '../../../src/calendar/meetingEvents.ts'
import { occurrencesOf } from '../../../src/meetings/series/stored.ts'
import { byIcalJs, byNodeIcal } from './readCalendar.ts'

const zones = [
  'Europe/Vienna',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
]

const meeting = (id: number, more: Partial<CalendarMeeting>): CalendarMeeting => ({
  id,
  calendarMark: null,
  title: 'Quarterly',
  group: 'ETCIP',
  startsAt: new Date('2026-12-12T13:30:00Z'),
  minutes: 60,
  zone: 'Europe/Vienna',
  place: null,
  link: null,
  status: 'scheduled',
  sequence: 0,
  changedAt: new Date('2026-11-21T12:00:00Z'),
  seriesDay: null,
  ...more,
})

describe('a series in a calendar', () => {
  test('keeps a rule’s hour in its zone, leaves days out and moves one meeting', () => {
    for (const zone of zones) {
      const rule = {
        rule: 'FREQ=MONTHLY',
        firstDay: '2026-12-08',
        wallHour: 14,
        wallMinute: 30,
        zone,
        untilDay: '2027-11-30',
        times: null,
        exceptDays: [],
        dayShift: 0,
      }
      const planned = occurrencesOf(rule)
      const moved = new Date(Date.parse(planned[3]?.at.toISOString() ?? '') + 7_200_000)
      const meetings = planned.slice(0, 6).map(({ day, at }, index) =>
        meeting(index + 1, {
          zone,
          seriesDay: day,
          startsAt: index === 3 ? moved : at,
          status: index === 2 ? 'cancelled' : 'scheduled',
          sequence: index === 3 ? 1 : 0,
        }),
      )
      const series = {
        id: 7,
        calendarMark: null,
        rule: rule.rule,
        zone,
        planned,
        leftOut: [planned[8]?.day ?? ''],
      }
      const text = calendarText('x', 'PUBLISH', seriesEvents(series, meetings, 'example.org'))
      const expected = planned
        .flatMap(({ at }, index) => (index === 2 || index === 8 ? [] : [index === 3 ? moved : at]))
        .map((at) => at.toISOString())

      expect(byIcalJs(text)).toEqual(expected)
      expect(byNodeIcal(text)).toEqual(expected)
    }
  })

  test('names one meeting of a series by the start that its rule gave it', () => {
    const place = {
      series: { id: 7, calendarMark: '0123456789ab' },
      at: new Date('2026-12-08T13:30:00Z'),
      zone: 'Europe/Vienna',
    }
    const moved = meeting(1, {
      seriesDay: '2026-12-08',
      startsAt: new Date('2026-12-09T09:00:00Z'),
      sequence: 2,
    })
    const text = calendarText('x', 'REQUEST', [meetingEvent(moved, 'example.org', {}, place)])

    expect(text).toContain('UID:series-7-0123456789ab@example.org\r\n')
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Vienna:20261208T143000\r\n')
    expect(text).toContain('DTSTART;TZID=Europe/Vienna:20261209T100000\r\n')
  })
})
