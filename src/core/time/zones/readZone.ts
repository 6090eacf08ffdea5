import { UserError } from '../../errors.ts'
import { list } from '../../text/list.ts'
import { distance, fold } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { lazily } from '../lazily.ts'
import { zoneTable } from './table.ts'

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

/** The name that a zone has today, of one that the runtime or a table may have by its former name. */
export function nameToday(zone: string): string {
  return today[zone] ?? zone
}

/** Every IANA zone by its folded name, and by its city where only one zone has it. */
const zones = lazily((): ReadonlyMap<string, string> => {
  const map = new Map([
    ['utc', 'UTC'],
    ['etc/utc', 'UTC'],
    ['zulu', 'UTC'],
  ])
  const add = (zone: string, renamed: string) => {
    map.set(fold(zone), renamed)
    const city = fold(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')
    if (!map.has(city)) map.set(city, renamed)
  }
  for (const zone of Intl.supportedValuesOf('timeZone')) add(zone, nameToday(zone))
  for (const zone of Object.values(today)) add(zone, zone)
  for (const [city, zone] of Object.entries(zoneTable().cities)) if (!map.has(city)) map.set(city, zone)
  return map
})

/**
 * The IANA zone of a typed name or large city. Raises `UserError` with the names meant for an abbreviation, a
 * country or an offset, which say different things in summer and winter or in different places.
 */
export function readZone(text: string): string {
  // One sign may become eighteen, and no zone's name is as long as that.
  const typed = text.slice(0, 200).normalize('NFKC').trim()
  const found = zoneNamed(typed) ?? zoneOfPlace(typed)
  if (found !== undefined) return found
  const meant = proposeZones(typed)
  const shown = shorten(typed)
  const choices = meant.map((zone) => ({ label: zone, value: zone }))
  const nearest = list(meant.slice(0, 3))
  if (meant.length === 0)
    throw new UserError(`I know no time zone called “${shown}”. Try “Europe/Vienna” or “New York”.`)
  const why =
    offsetIn(typed) === undefined
      ? 'does not name one time zone'
      : 'is an offset, which many places keep for half of the year only'
  throw new UserError(`“${shown}” ${why}. Did you mean ${nearest}?`, { choices })
}

/** The zone of an exact name; undefined for anything loose. */
export function zoneNamed(text: string): string | undefined {
  const word = fold(text.slice(0, 200)).replace(/\s+/g, ' ')
  if (Object.hasOwn(zoneTable().loose, word)) return undefined
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

/** The zone of `Bangkok, Thailand`, where the country has it, and of `Paris time`; undefined for anything else. */
function zoneOfPlace(text: string): string | undefined {
  const word = plain(text)
  const timed = /^(.+?)(?<!standard|daylight|summer|winter)(?: local)? time$/.exec(word)?.[1]
  if (timed !== undefined) return zoneNamed(timed)
  const [, city = '', country = ''] = /^([^,]+), ([^,]+)$/.exec(word) ?? []
  const zone = zoneNamed(city)
  return zone !== undefined && zonesOfCountry(country).includes(zone) ? zone : undefined
}

/** The zones of the cities that a list of a mail program names: `(UTC+01:00) Amsterdam, Berlin, Bern`. */
function zonesOfList(text: string): readonly string[] {
  const [, cities = ''] = /^\((?:utc|gmt)[^()]{0,8}\) (.{1,120})$/.exec(text) ?? []
  return [...new Set(cities.split(',').flatMap((city) => zoneNamed(city.trim()) ?? []))]
}

/**
 * The names of one word that the zone database has beside those of an area and a place. The runtime says of any other word
 * that it is none only by an error, which costs more than all else that is done with a word, and takes “mit” and “net” for zones.
 */
const oneWord: ReadonlySet<string> = new Set(
  'cet cst6cdt cuba eet egypt eire est est5edt gb gb-eire gmt gmt0 gmt-0 greenwich hongkong hst iceland iran israel jamaica japan kwajalein libya met mst mst7mdt navajo nz nz-chat poland portugal prc pst8pdt roc rok singapore turkey uct universal utc w-su wet zulu'.split(
    ' ',
  ),
)

/** What the runtime takes a name for; undefined when it knows none such. */
function resolve(name: string): string | undefined {
  if (!name.includes('/') && !oneWord.has(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Zones that a loose or mistyped name may mean, at most five, the likeliest first. */
export function proposeZones(text: string): readonly string[] {
  const listed = zonesOfList(plain(text))
  if (listed.length > 0) return listed.slice(0, 5)
  const word = plain(text.slice(0, 200)).slice(0, 60)
  const offset = offsetIn(word)
  if (offset !== undefined) return zoneTable().offsets[String(offset)] ?? []
  const meant = looseZones(word)
  if (meant.length > 0 || word.length > 40) return meant
  return [...zones()]
    .map(([name, zone]) => ({ zone, far: distance(word, name) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(word.length / 4)))
    .sort((a, b) => a.far - b.far)
    .map(({ zone }) => zone)
    .filter((zone, at, all) => all.indexOf(zone) === at)
    .slice(0, 5)
}

/** Minutes ahead of UTC of `UTC+1`, `GMT-03:30` or `+02:00`; undefined for any other text. */
function offsetIn(text: string): number | undefined {
  const found = /^(?:utc|gmt)? ?([+−-]) ?(\d{1,2})(?::?([0-5]\d))?$/i.exec(text.trim())
  if (!found) return undefined
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return found[1] === '+' ? minutes : -minutes
}

/** The zones of an abbreviation, a long or an old name or a country, at most five; none for others. */
export function looseZones(text: string): readonly string[] {
  const { loose } = zoneTable()
  const whole = plain(text)
  const word = whole
    .replace(/^\(.{1,20}\) /, '')
    .replace(/ ?\([^()]*\)$/, '')
    .replace(/ (?:standard |daylight |summer )?time$/, '')
    .replace(/^united states.*/, 'united states')
  for (const name of [whole, word]) if (Object.hasOwn(loose, name)) return loose[name] ?? []
  const resolved = /^[a-z][a-z0-9/_-]+$/.test(word) ? resolve(word) : undefined
  if (resolved && (resolved.includes('/') || resolved === 'UTC') && !resolved.startsWith('Etc/'))
    return [today[resolved] ?? resolved]
  const ofCountry = zonesOfCountry(word).slice(0, 5)
  // `Tokyo Standard Time` of a calendar program is named by a city, and may keep no summer time.
  const city = word === whole ? undefined : zoneNamed(word)
  return ofCountry.length > 0 || city === undefined ? ofCountry : [city]
}

/** The zones of a country by its folded English name; none for any other word. */
function zonesOfCountry(word: string): readonly string[] {
  const country = countries().get(word)
  const found = country === undefined ? [] : (new Intl.Locale(`und-${country}`).getTimeZones?.() ?? [])
  return found.map((zone) => today[zone] ?? zone)
}

/** The code of every country by its folded English name. */
const countries = lazily((): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map(codes.map((code) => [fold(names.of(code) ?? code), code]))
})

function plain(text: string): string {
  return fold(text.slice(0, 200)).replace(/\s+/g, ' ')
}
