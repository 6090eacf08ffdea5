import type { CalendarEvent } from './calendar.ts'
import { eventUid, type Identified } from './identifier.ts'

/** A meeting as a calendar shows it. */
export interface CalendarMeeting
  extends Pick<CalendarEvent, 'sequence' | 'minutes' | 'zone' | 'title' | 'place' | 'link'> {
  readonly id: number
  readonly calendarMark: Identified['mark']
  readonly startsAt: Date
  readonly changedAt: Date
  readonly group: string | null
  readonly status: 'scheduled' | 'cancelled' | 'held'
  /** The day of the rule that it has in its series; null outside of one. */
  readonly seriesDay: string | null
}

/** A series with the starts of all its days, those that are left out too. */
export interface CalendarSeries {
  readonly id: number
  readonly calendarMark: Identified['mark']
  readonly rule: string
  /** By whose clock the rule is kept, whatever clock single meetings were moved to. */
  readonly zone: string
  readonly planned: readonly { readonly day: string; readonly at: Date }[]
  readonly leftOut: readonly string[]
}

/** What the same reader sees with every event. */
export type Reader = Pick<CalendarEvent, 'organizer' | 'attendees' | 'alarmMinutes'>

/** The place of a meeting in its series: the series, and the start by its rule and the rule's clock. */
export interface SeriesPlace {
  readonly series: Pick<CalendarSeries, 'id' | 'calendarMark'>
  readonly at: Date
  readonly zone: string
}

/** A meeting by itself, which in a series is the one of its place. `domain` is that of `eventUid`. */
export function meetingEvent(
  meeting: CalendarMeeting,
  domain: string,
  reader: Reader = {},
  place?: SeriesPlace,
): CalendarEvent {
  return {
    ...reader,
    uid: place ? uidOf('series', place.series, domain) : uidOf('meeting', meeting, domain),
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    start: meeting.startsAt,
    minutes: meeting.minutes,
    zone: meeting.zone,
    title: meeting.group === null ? meeting.title : `${meeting.title} (${meeting.group})`,
    description: [`M${meeting.id}`, meeting.link ?? ''].filter((part) => part !== '').join('\n'),
    place: meeting.place,
    link: meeting.link,
    cancelled: meeting.status === 'cancelled',
    ...(place ? { recurrence: { at: place.at, zone: place.zone } } : {}),
  }
}

function uidOf(
  kind: Identified['kind'],
  { id, calendarMark: mark }: SeriesPlace['series'],
  domain: string,
): string {
  return eventUid({ kind, id, mark }, domain)
}

/** A whole series: its rule, the days without a meeting, and every meeting that differs from the rule. */
export function seriesEvents(
  series: CalendarSeries,
  meetings: readonly CalendarMeeting[],
  domain: string,
  reader: Reader = {},
): readonly CalendarEvent[] {
  const [first] = series.planned
  const last = series.planned.at(-1)
  const usual = meetings.findLast(({ status }) => status !== 'cancelled') ?? meetings[0]
  if (!first || !last || !usual) return []
  const byDay = new Map(meetings.map((meeting) => [meeting.seriesDay, meeting]))
  const isOff = (day: string) => series.leftOut.includes(day) || byDay.get(day)?.status === 'cancelled'
  const placeOf = ({ seriesDay }: CalendarMeeting) => {
    const at = series.planned.find(({ day }) => day === seriesDay)?.at
    return at && { series, at, zone: series.zone }
  }
  const { recurrence: _, ...alike } = meetingEvent(usual, domain, reader, {
    series,
    at: first.at,
    zone: series.zone,
  })
  const master: CalendarEvent = {
    ...alike,
    start: first.at,
    zone: series.zone,
    description: usual.link ?? '',
    cancelled: false,
    sequence: Math.max(...meetings.map(({ sequence }) => sequence)),
    stamp: new Date(Math.max(...meetings.map(({ changedAt }) => changedAt.getTime()))),
    repeat: {
      rule: series.rule,
      last: last.at,
      except: series.planned.filter(({ day }) => isOff(day)).map(({ at }) => at),
    },
  }
  const differing = meetings.filter((meeting) => {
    const same =
      placeOf(meeting)?.at.getTime() === meeting.startsAt.getTime() &&
      meeting.zone === series.zone &&
      (['title', 'minutes', 'place', 'link'] as const).every((name) => meeting[name] === usual[name])
    return !same && !isOff(meeting.seriesDay ?? '')
  })
  return [master, ...differing.map((meeting) => meetingEvent(meeting, domain, reader, placeOf(meeting)))]
}
