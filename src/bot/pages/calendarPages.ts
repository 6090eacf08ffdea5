import { createHash } from 'node:crypto'

import {
  type CalendarEntry,
  calendarEntries,
  type SeriesOfCalendar,
  seriesOfCalendar,
} from '../../../db/meetings/calendar/entries.ts'
import { type Feed, feedByHash } from '../../../db/meetings/calendar/feeds.ts'
import type { Db } from '../../../db/store/db.ts'
import { type CalendarEvent, calendarText } from '../../calendar/calendar.ts'
import { calendarDomain } from '../../calendar/identifier.ts'
import { type CalendarSeries, meetingEvent, type Reader, seriesEvents } from '../../calendar/meetingEvents.ts'
import type { Clock } from '../../core/clock.ts'
import { occurrencesOf } from '../../meetings/series/stored.ts'
import type { CalendarPages } from '../../process/calendarRoutes.ts'
import { publicCalendar } from './publicCalendar.ts'

const pastDays = 90
const aheadDays = 400
const dayMs = 86_400_000
const alarmMinutes = 15

export interface CalendarPage {
  readonly ics: string
  /** Names this content: another text has another tag. */
  readonly tag: string
}

/** The calendars on one store. */
export function createCalendarPages({
  db,
  clock,
  publicUrl,
}: {
  readonly db: Db
  readonly clock: Clock
  readonly publicUrl: string | undefined
}): CalendarPages {
  const domain = calendarDomain(publicUrl)
  return {
    feed: (token) => calendarPage(db, token, clock.now(), domain),
    everybodys: () => publicCalendar(db, clock.now()),
  }
}

/** The calendar behind the token of a private address; undefined for an unknown address. */
export async function calendarPage(
  db: Db,
  token: string,
  now: Date,
  domain: string,
): Promise<CalendarPage | undefined> {
  if (!/^[\w-]{20,100}$/.test(token)) return undefined
  const feed = await feedByHash(db, createHash('sha256').update(token).digest('hex'))
  if (!feed) return undefined
  // A day's worth of the window at a time, so that the same meetings give the same bytes.
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const entries = await calendarEntries(db, {
    mine: feed.scope === 'mine',
    personId: feed.personId,
    groupId: feed.groupId,
    now: new Date(today),
    from: new Date(today - pastDays * dayMs),
    to: new Date(today + aheadDays * dayMs),
  })
  const ids = [...new Set(entries.flatMap(({ rootId }) => rootId ?? []))]
  const series = await seriesOfCalendar(db, ids)
  const ics = calendarText(nameOf(feed), 'PUBLISH', eventsOf(feed, entries, series, domain))
  return { ics, tag: `"${createHash('sha256').update(ics).digest('base64url').slice(0, 27)}"` }
}

function nameOf({ scope, groupAcronym }: Feed): string {
  if (scope === 'group') return `${groupAcronym ?? ''} meetings`
  return scope === 'mine' ? 'My meetings' : 'Meetings of all groups'
}

function eventsOf(
  feed: Feed,
  entries: readonly CalendarEntry[],
  series: readonly SeriesOfCalendar[],
  domain: string,
): readonly CalendarEvent[] {
  // A series that was moved off the days of its rule has no rule to publish.
  const ruled = new Map(series.filter(({ dayShift }) => dayShift === 0).map((one) => [one.id, one]))
  const single = entries.filter(({ rootId }) => rootId === null || !ruled.has(rootId))
  const repeated = [...ruled.values()].flatMap((one) => {
    const own = entries.filter(({ rootId }) => rootId === one.id)
    const [first] = own
    return first
      ? seriesEvents(calendarSeries(one, own, feed.scope === 'mine'), own, domain, readerOf(feed, first))
      : []
  })
  return [...single.map((entry) => meetingEvent(entry, domain, readerOf(feed, entry))), ...repeated]
}

/**
 * The days of a series as far as it goes. Where its rest was moved, that rest is only known as far as it exists. A
 * reader's own calendar shows only the meetings to which they are invited.
 */
function calendarSeries(
  series: SeriesOfCalendar,
  own: readonly CalendarEntry[],
  mine: boolean,
): CalendarSeries {
  const { id, calendarMark, rule, zone, exceptDays, endedFrom, madeUntil } = series
  const shown = new Set(own.flatMap(({ seriesDay, status }) => (status === 'cancelled' ? [] : seriesDay)))
  const takesPlace = (day: string) => {
    if (exceptDays.includes(day)) return false
    const byRule = endedFrom === null || day < endedFrom
    return shown.has(day) || (byRule && !(mine && day <= madeUntil))
  }
  const all = occurrencesOf({ ...series, exceptDays: [] })
  const last = all.findLast(({ day }) => takesPlace(day))?.day ?? ''
  const planned = all.filter(({ day }) => day <= last)
  const leftOut = planned.flatMap(({ day }) => (takesPlace(day) ? [] : [day]))
  return { id, calendarMark, rule, zone, planned, leftOut }
}

const partstats = { yes: 'ACCEPTED', maybe: 'TENTATIVE', no: 'DECLINED' } as const

/** Nobody but the reader is named as invited: an address may be passed on. */
function readerOf({ name, email }: Feed, entry: CalendarEntry): Reader {
  const { organizerName, organizerEmail, invited, response } = entry
  return {
    ...(organizerName !== null && organizerEmail !== null
      ? { organizer: { name: organizerName, email: organizerEmail } }
      : {}),
    ...(invited && email !== null
      ? {
          attendees: [{ name, email, partstat: response === null ? 'NEEDS-ACTION' : partstats[response] }],
        }
      : {}),
    ...(invited && response !== 'no' ? { alarmMinutes } : {}),
  }
}
