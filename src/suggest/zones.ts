import type { Choice } from '../core/errors.ts'
import { fold } from '../core/text/nearest.ts'
import { formatMoment } from '../core/time/zone.ts'
import { looseZones, proposeZones, zoneNamed } from '../core/time/zones/readZone.ts'
import { zoneTable } from '../core/time/zones/table.ts'

/** Offered before anything is typed: where the working groups' people sit. */
const common = [
  'UTC',
  'America/New_York',
  'America/Bogota',
  'America/Santiago',
  'Europe/Zurich',
  'Europe/Vienna',
  'Europe/Paris',
  'Europe/London',
  'Europe/Amsterdam',
  'Africa/Nairobi',
  'Africa/Addis_Ababa',
  'Africa/Cairo',
  'Africa/Lagos',
  'Africa/Dakar',
  'Asia/Beirut',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Tokyo',
  'Australia/Sydney',
]

let known: readonly (readonly [name: string, zone: string])[] | undefined

/** Every zone by its folded name with spaces, and large cities that no zone is named after. */
function names(): readonly (readonly [name: string, zone: string])[] {
  if (known) return known
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  const byName = zones.map((zone) => [fold(zone).replaceAll('_', ' '), zoneNamed(zone) ?? zone] as const)
  known = [...byName, ...Object.entries(zoneTable().cities)]
  return known
}

/** Zones that match the typed text, each with its current time; for no text the reader's own, then common ones, those of the reader's region first. */
export function zoneChoices(typed: string, own: string, now: Date): readonly Choice[] {
  const word = fold(typed).replaceAll('_', ' ')
  const zones = word === '' ? [own, ...nearFirst(own)] : named(word)
  return [...new Set(zones)].map((zone) => ({ label: labelled(zone, now), value: zone }))
}

/** Common zones, those of the reader's own part of the world first: `Africa` of `Africa/Nairobi`. */
function nearFirst(own: string): readonly string[] {
  const [region] = own.split('/')
  const near = common.filter((zone) => zone.startsWith(`${region}/`))
  return [...near, ...common.filter((zone) => !near.includes(zone))]
}

/** Matches the beginning of a place first, then of any part, then abbreviations and countries, then similar names. */
function named(word: string): readonly string[] {
  const places = names().filter(([name]) => (name.split('/').at(-1) ?? '').startsWith(word))
  const parts = names().filter(
    ([name]) => name.startsWith(word) || name.split(/[/ ]/).some((part) => part.startsWith(word)),
  )
  const found = [...places, ...parts].map(([, zone]) => zone)
  const loose = looseZones(word)
  if (found.length + loose.length > 0) return [...loose, ...found]
  return proposeZones(word)
}

function labelled(zone: string, now: Date): string {
  const [time = ''] = formatMoment(now, zone, 'time').split(' ')
  return `${zone}, now ${time}`
}
