import { tzOffset } from '@date-fns/tz'

import { UserError } from '../errors.ts'
import { distance, fold } from '../text/nearest.ts'
import { cities, loose } from './zoneNames.ts'

/** The fields of a wall clock and calendar. */
export interface Wall {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

export interface WallTime extends Wall {
  readonly second: number
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** Names that the runtime still gives for zones that have been renamed since, with the name of today. */
const today: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

let byFold: ReadonlyMap<string, string> | undefined

/** Every IANA zone by its folded name, and by its city where only one zone has it. */
function zones(): ReadonlyMap<string, string> {
  if (byFold) return byFold
  const map = new Map<string, string>([
    ['utc', 'UTC'],
    ['etc/utc', 'UTC'],
    ['zulu', 'UTC'],
  ])
  const add = (zone: string, renamed: string) => {
    map.set(fold(zone), renamed)
    const city = fold(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')
    if (!map.has(city)) map.set(city, renamed)
  }
  for (const zone of Intl.supportedValuesOf('timeZone')) add(zone, today[zone] ?? zone)
  for (const zone of Object.values(today)) add(zone, zone)
  for (const [city, zone] of Object.entries(cities)) map.set(city, zone)
  byFold = map
  return map
}

/**
 * The IANA zone of a typed name or large city. Raises `UserError` with the names meant for an abbreviation, a
 * country or an offset, which say different things in summer and winter or in different places.
 */
export function readZone(text: string): string {
  const typed = text.normalize('NFKC').trim()
  const found = zoneNamed(typed)
  if (found !== undefined) return found
  const meant = proposeZones(typed)
  const shown = typed.length > 40 ? `${typed.slice(0, 39)}…` : typed
  const proposal =
    meant.length > 0
      ? `; did you mean ${meant.slice(0, 3).join(' or ')}?`
      : ', such as Europe/Vienna or America/New_York.'
  throw new UserError(`“${shown}” is not the name of a time zone. Wanted is an IANA name${proposal}`, {
    choices: meant.map((zone) => ({ label: zone, value: zone })),
  })
}

/** The zone of an exact name; undefined for anything loose. */
export function zoneNamed(text: string): string | undefined {
  const word = fold(text.normalize('NFKC')).replace(/\s+/g, ' ')
  if (Object.hasOwn(loose, word)) return undefined
  const known =
    zones().get(word) ?? zones().get(word.replaceAll(' ', '_')) ?? zones().get(word.replaceAll('_', ' '))
  if (known !== undefined) return known
  // A link such as Asia/Calcutta or Europe/Kiev names an area and a place, unlike EST5EDT or US/Pacific.
  if (
    !/^(africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific)\/[a-z_/-]+$/.test(
      word,
    )
  )
    return undefined
  const resolved = resolve(word)
  return resolved === undefined ? undefined : (today[resolved] ?? resolved)
}

/** What the runtime takes a name for; undefined when it knows none such. */
function resolve(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Zones that a loose or mistyped name may mean, at most five, the likeliest first. */
export function proposeZones(text: string): readonly string[] {
  const word = fold(text.slice(0, 200).normalize('NFKC')).replace(/\s+/g, ' ').slice(0, 40)
  const meant = looseZones(word)
  if (meant.length > 0 || /^(?:utc|gmt)?\s*[+-]\s*\d/.test(word)) return meant
  return [...zones()]
    .map(([name, zone]) => ({ zone, far: distance(word, name) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(word.length / 4)))
    .sort((a, b) => a.far - b.far)
    .map(({ zone }) => zone)
    .filter((zone, at, all) => all.indexOf(zone) === at)
    .slice(0, 5)
}

/** The zones of an abbreviation, an old name such as `US/Alaska`, or a country, at most five; none for others. */
export function looseZones(text: string): readonly string[] {
  const word = fold(text.normalize('NFKC'))
    .replace(/ (?:standard |daylight )?time$/, '')
    .replace(/^united states.*/, 'usa')
  if (Object.hasOwn(loose, word)) return loose[word] ?? []
  const resolved = /^[a-z][a-z0-9/_-]+$/.test(word) ? resolve(word) : undefined
  if (resolved && (resolved.includes('/') || resolved === 'UTC') && !resolved.startsWith('Etc/'))
    return [today[resolved] ?? resolved]
  const country = countries().get(word)
  const found = country === undefined ? [] : (new Intl.Locale(`und-${country}`).getTimeZones?.() ?? [])
  return found.slice(0, 5).map((zone) => today[zone] ?? zone)
}

let byCountry: ReadonlyMap<string, string> | undefined

/** The code of every country by its folded English name. */
function countries(): ReadonlyMap<string, string> {
  if (byCountry) return byCountry
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  byCountry = new Map(codes.map((code) => [fold(names.of(code) ?? code), code]))
  return byCountry
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What clock and calendar of a zone show at an instant. */
export function wallTime(at: Date, zone: string): WallTime {
  const part: Record<string, string> = {}
  for (const { type, value } of partsFormat(zone).formatToParts(at)) part[type] = value
  const number = (name: string) => Number(part[name])
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday: weekdays.indexOf(part['weekday'] ?? '') + 1,
  }
}

export type Instant =
  | { readonly kind: 'one'; readonly at: Date }
  /** The clocks go forward over it; `after` is as far behind the change as it would have been. */
  | { readonly kind: 'skipped'; readonly after: Date }
  /** The clocks go back over it. */
  | { readonly kind: 'repeated'; readonly first: Date; readonly second: Date }

/** The instant at which a zone's clock shows a wall time. */
export function instantAt(wall: Wall, zone: string): Instant {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const day = 86_400_000
  const offsets = new Set([offsetAt(asUtc - day, zone), offsetAt(asUtc, zone), offsetAt(asUtc + day, zone)])
  const found = [...offsets].map((offset) => asUtc - offset).filter((at) => at + offsetAt(at, zone) === asUtc)
  const [first, second] = found.sort((a, b) => a - b)
  if (first === undefined) return { kind: 'skipped', after: new Date(asUtc - Math.min(...offsets)) }
  return second === undefined
    ? { kind: 'one', at: new Date(first) }
    : { kind: 'repeated', first: new Date(first), second: new Date(second) }
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  return tzOffset(zone, new Date(at)) * 60_000
}

/** `Sat 12 Dec 2026, 14:30 (Europe/Paris)`; only the day or only the time where that is asked for. */
export function formatMoment(at: Date, zone: string, style: 'full' | 'day' | 'time' = 'full'): string {
  const wall = wallTime(at, zone)
  const day = `${weekdays[wall.weekday - 1]} ${wall.day} ${months[wall.month - 1]} ${wall.year}`
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')} (${zone})`
  if (style === 'day') return day
  return style === 'time' ? time : `${day}, ${time}`
}
