import { instantAt, wallTime } from '../core/time/zone.ts'
import type { Property } from './ics.ts'

/** `20261212T133000Z`. */
export function utcStamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** `20261212T143000`, as the clock of a zone shows it. */
function localStamp(at: Date, zone: string): string {
  const { year, month, day, hour, minute, second } = wallTime(at, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`
}

/** A property that tells an instant by the clock of a zone, or in UTC where that clock would tell another one. */
export function momentProperty(name: string, at: Date, zone: string): Property {
  return isPlain(at, zone) ? [`${name};TZID=${zone}`, localStamp(at, zone)] : [name, utcStamp(at)]
}

/** Whether an instant is what its wall time in the zone means to everybody: the clock shows it once, or this first. */
function isPlain(at: Date, zone: string): boolean {
  if (zone === 'UTC') return false
  const instant = instantAt(wallTime(at, zone), zone)
  const meant = instant.kind === 'one' ? instant.at : instant.kind === 'repeated' ? instant.first : undefined
  return meant?.getTime() === at.getTime() - (at.getTime() % 60_000)
}
