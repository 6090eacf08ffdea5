import type ICAL from 'ical.js'

import { instantOf, zoneNamed } from '../instantOf.ts'
import { bareCalendar } from './bareCalendar.ts'
import { boundRules, type WorkBudget } from './boundRules.ts'
import { type BusySpan, joined } from './joined.ts'
import { seriesStarts } from './seriesStarts.ts'
import { UnreadableCalendar } from './unreadable.ts'

/** What one calendar may cost: steps through its rules, about a second of work, and how many times are kept. */
const most = { steps: 100_000, spans: 2_000 } as const

/**
 * When the owner of a calendar is busy within a window, in order, what touches or overlaps as one: published busy
 * times, and events that are neither cancelled nor marked as free. `zone` is the owner's, for times that name none.
 * Undefined where the text is no calendar. Raises `UnreadableCalendar` rather than leave a time out, and what the library
 * raises on odd lines.
 */
export async function busyTimes(
  text: string,
  window: BusySpan,
  zone: string,
): Promise<readonly BusySpan[] | undefined> {
  const { default: reader } = await import('ical.js')
  const calendar = parsed(reader, bareCalendar(text, window.from))
  if (!calendar) return undefined
  const steps: WorkBudget = { left: most.steps }
  boundRules(reader, calendar, steps)
  const found = [...published(calendar, zone), ...ofEvents(reader, calendar, window, zone, steps)]
  const spans = joined(found, window)
  if (spans.length > most.spans) throw new UnreadableCalendar('it holds more times than can be kept')
  return spans
}

function parsed(reader: typeof ICAL, text: string): ICAL.Component | undefined {
  try {
    const root = reader.parse(text)
    const calendar = new reader.Component(Array.isArray(root[0]) ? root[0] : root)
    return calendar.name === 'vcalendar' ? calendar : undefined
  } catch {
    return undefined
  }
}

/** The FREEBUSY periods of a VFREEBUSY. */
function published(calendar: ICAL.Component, zone: string): readonly BusySpan[] {
  return calendar.getAllSubcomponents('vfreebusy').flatMap((part) =>
    part.getAllProperties('freebusy').flatMap((property) => {
      if (String(property.getFirstParameter('fbtype') ?? '').toUpperCase() === 'FREE') return []
      return (property.getValues() as ICAL.Period[]).map((period) => ({
        from: instantOf(period.start, undefined, zone),
        to: instantOf(period.getEnd(), undefined, zone),
      }))
    }),
  )
}

function ofEvents(
  reader: typeof ICAL,
  calendar: ICAL.Component,
  window: BusySpan,
  zone: string,
  steps: WorkBudget,
): readonly BusySpan[] {
  const spans: BusySpan[] = []
  const events = Map.groupBy(
    calendar.getAllSubcomponents('vevent').filter((event) => event.hasProperty('dtstart')),
    (event) => String(event.getFirstPropertyValue('uid') ?? ''),
  )
  for (const [uid, same] of events) {
    const apart = same.filter((event) => event.hasProperty('recurrence-id'))
    for (const event of apart) spans.push(...spanOf(reader, event, zone))
    const moved = new Set(apart.map((event) => stampOf(event, 'recurrence-id', zone)))
    // Without an identifier they are events of their own.
    const masters = same.filter((event) => !event.hasProperty('recurrence-id'))
    for (const event of uid === '' ? masters : masters.slice(-1)) {
      if (!event.hasProperty('rrule') && !event.hasProperty('rdate')) {
        spans.push(...spanOf(reader, event, zone))
        continue
      }
      const [span] = spanOf(reader, event, zone)
      if (!span) continue
      const lengthMs = +span.to - +span.from
      const named = zoneNamed(event, 'dtstart')
      for (const next of seriesStarts(reader, event, window.from, lengthMs, steps)) {
        const from = instantOf(next, named, zone)
        if (from >= window.to) break
        if (!moved.has(from.getTime())) spans.push({ from, to: new Date(+from + lengthMs) })
      }
    }
  }
  return spans
}

/** The time of an event; none for one that keeps nobody busy. */
function spanOf(reader: typeof ICAL, event: ICAL.Component, zone: string): readonly BusySpan[] {
  const word = (name: string) => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  const free =
    word('status') === 'CANCELLED' ||
    word('transp') === 'TRANSPARENT' ||
    word('x-microsoft-cdo-busystatus') === 'FREE'
  if (free) return []
  const begin = event.getFirstPropertyValue('dtstart') as ICAL.Time
  const from = instantOf(begin, zoneNamed(event, 'dtstart'), zone)
  if (event.hasProperty('dtend')) {
    const end = event.getFirstPropertyValue('dtend') as ICAL.Time
    return [{ from, to: instantOf(end, zoneNamed(event, 'dtend'), zone) }]
  }
  const length = event.getFirstPropertyValue('duration')
  const after = begin.clone()
  after.addDuration(
    length instanceof reader.Duration ? length : new reader.Duration({ days: begin.isDate ? 1 : 0 }),
  )
  return [{ from, to: instantOf(after, zoneNamed(event, 'dtstart'), zone) }]
}

function stampOf(event: ICAL.Component, name: string, zone: string): number {
  return instantOf(event.getFirstPropertyValue(name) as ICAL.Time, zoneNamed(event, name), zone).getTime()
}
