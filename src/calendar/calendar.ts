import { component, type Property, parameterValue, textValue } from './ics.ts'
import { momentProperty, utcStamp } from './moments.ts'
import { vtimezone } from './vtimezone.ts'

/** One who is invited: `partstat` is what they said. */
export interface CalendarAttendee {
  readonly name: string
  readonly email: string
  readonly partstat: 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'
}

export interface CalendarEvent {
  /** The same for a meeting as long as it lives, and for all meetings of a series. */
  readonly uid: string
  /** Rises with each change. */
  readonly sequence: number
  /** When it was last changed. */
  readonly stamp: Date
  readonly start: Date
  readonly minutes: number
  /** IANA zone by whose clock it is kept. */
  readonly zone: string
  readonly title: string
  readonly description: string
  readonly place: string | null
  readonly link: string | null
  readonly cancelled: boolean
  readonly organizer?: { readonly name: string; readonly email: string }
  readonly attendees?: readonly CalendarAttendee[]
  /** How it repeats: the value of an RRULE without its end, the last start, and starts that are left out. */
  readonly repeat?: { readonly rule: string; readonly last: Date; readonly except: readonly Date[] }
  /**
   * The start by the rule of the one meeting of a series that this is about, by the clock of the rule: calendars compare
   * what they read rather than the instant.
   */
  readonly recurrence?: { readonly at: Date; readonly zone: string }
  /** How long before it begins the reader's own program reminds. */
  readonly alarmMinutes?: number
}

/** What the reader's program does with it: shows it, takes it as an invitation, or takes it out. */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** An iCalendar object (RFC 5545, 5546) with the rules of every zone that it names. */
export function calendarText(name: string, method: Method, events: readonly CalendarEvent[]): string {
  const moments = events.flatMap(({ zone, start, repeat, recurrence }) => [
    { zone, at: start.getTime() },
    ...(repeat ? [{ zone, at: repeat.last.getTime() }] : []),
    ...(recurrence ? [{ zone: recurrence.zone, at: recurrence.at.getTime() }] : []),
  ])
  const zones = [...Map.groupBy(moments, ({ zone }) => zone)]
    .filter(([zone]) => zone !== 'UTC')
    .map(([zone, of]) => {
      const times = of.map(({ at }) => at)
      return vtimezone(zone, new Date(Math.min(...times)), new Date(Math.max(...times)))
    })
  return component(
    'VCALENDAR',
    [
      ['VERSION', '2.0'],
      ['PRODID', '-//Rapporteur//Meetings//EN'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', method],
      ['NAME', textValue(name)],
      ['X-WR-CALNAME', textValue(name)],
    ],
    zones.join('') + events.map(eventText).join(''),
  )
}

function eventText(event: CalendarEvent): string {
  const { uid, sequence, stamp, start, minutes, zone, title, description, place, link } = event
  const end = new Date(start.getTime() + minutes * 60_000)
  const properties: readonly Property[] = [
    ['UID', textValue(uid)],
    ['SEQUENCE', String(sequence)],
    ['DTSTAMP', utcStamp(stamp)],
    ['LAST-MODIFIED', utcStamp(stamp)],
    momentProperty('DTSTART', start, zone),
    momentProperty('DTEND', end, zone),
    ...(event.recurrence
      ? [momentProperty('RECURRENCE-ID', event.recurrence.at, event.recurrence.zone)]
      : []),
    ...repeatProperties(event),
    ['SUMMARY', textValue(title)],
    ...optional('DESCRIPTION', description === '' ? null : textValue(description)),
    ...optional('LOCATION', place === null ? link : textValue(place)),
    ...optional('URL;VALUE=URI', link),
    ['STATUS', event.cancelled ? 'CANCELLED' : 'CONFIRMED'],
    ...people(event),
  ]
  return component(
    'VEVENT',
    properties,
    event.alarmMinutes === undefined || event.cancelled ? '' : alarm(event),
  )
}

function optional(name: string, value: string | null): readonly Property[] {
  return value === null ? [] : [[name, value]]
}

function repeatProperties({ repeat, zone }: CalendarEvent): readonly Property[] {
  if (!repeat) return []
  return [
    ['RRULE', `${repeat.rule};UNTIL=${utcStamp(repeat.last)}`],
    ...repeat.except.map((at) => momentProperty('EXDATE', at, zone)),
  ]
}

function people({ organizer, attendees = [] }: CalendarEvent): readonly Property[] {
  return [
    ...(organizer
      ? [[`ORGANIZER;CN=${parameterValue(organizer.name)}`, `mailto:${organizer.email}`] as const]
      : []),
    ...attendees.map(
      ({ name, email, partstat }): Property => [
        `ATTENDEE;CN=${parameterValue(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};RSVP=TRUE`,
        `mailto:${email}`,
      ],
    ),
  ]
}

function alarm({ alarmMinutes, title }: CalendarEvent): string {
  return component('VALARM', [
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', textValue(title)],
    ['TRIGGER', `-PT${alarmMinutes}M`],
  ])
}
