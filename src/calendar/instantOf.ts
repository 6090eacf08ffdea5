import type ICAL from 'ical.js'

import { instantAt } from '../core/time/zone.ts'

/**
 * The instant of a time in a calendar: by the world's rules for the zone of the world that it names, if any; by the
 * file's for one that only the file knows; by the clock of `own` for a day, or a time that names no zone.
 */
export function instantOf(time: ICAL.Time, named: string | undefined, own: string): Date {
  if (time.zone?.tzid === 'UTC') return time.toJSDate()
  const floats = time.isDate || time.zone === undefined || time.zone.tzid === 'floating'
  const zone = named ?? (floats ? own : undefined)
  if (zone === undefined) return time.toJSDate()
  const { year, month, day, hour, minute } = time
  const instant = instantAt({ year, month, day, hour, minute }, zone)
  if (instant.kind === 'one') return instant.at
  return instant.kind === 'skipped' ? instant.after : instant.first
}

/** The zone of the world that a property names; undefined for none, or for one that only the file knows. */
export function zoneNamed(event: ICAL.Component, name: string): string | undefined {
  const named = event.getFirstProperty(name)?.getFirstParameter('tzid')
  return typeof named === 'string' && isZone(named) ? named : undefined
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
