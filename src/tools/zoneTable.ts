import { getTimeZones, type TimeZone } from '@vvo/tzdb'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

import { fold } from '../core/text/nearest.ts'
import { zoneNamed } from '../core/time/zones/readZone.ts'
import type { ZoneTable } from '../core/time/zones/table.ts'

/** The zones in which most of those who write to a working group sit; of many that share a name they are offered first. */
const first = [
  'UTC', 'America/New_York', 'Europe/Vienna', 'Europe/Paris', 'Europe/Zurich', 'Europe/London', 'Africa/Nairobi',
  'Africa/Addis_Ababa', 'Africa/Lagos', 'Africa/Johannesburg', 'Africa/Harare', 'Europe/Lisbon', 'Pacific/Honolulu', 'Europe/Athens', 'Europe/Helsinki', 'Africa/Cairo',
  'Asia/Beirut', 'Europe/Moscow', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Bangkok',
  'America/Chicago', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Tokyo', 'Asia/Seoul', 'Australia/Sydney', 'Australia/Brisbane', 'America/Toronto',
  'America/Panama', 'America/Mexico_City', 'America/Denver', 'America/Phoenix',
  'America/Los_Angeles', 'America/Sao_Paulo',
] // biome-ignore format: a table

/** Names that the sources lack: short ones, and towns where organizations have their seats. */
const more: Readonly<Record<string, string>> = {
  'new york city': 'America/New_York', nyc: 'America/New_York', washington: 'America/New_York', 'washington dc': 'America/New_York',
  'the hague': 'Europe/Amsterdam', strasbourg: 'Europe/Paris', bonn: 'Europe/Berlin', turin: 'Europe/Rome', brindisi: 'Europe/Rome',
  abuja: 'Africa/Lagos', rabat: 'Africa/Casablanca', pretoria: 'Africa/Johannesburg', 'new delhi': 'Asia/Kolkata', islamabad: 'Asia/Karachi',
  'abu dhabi': 'Asia/Dubai', canberra: 'Australia/Sydney', brasilia: 'America/Sao_Paulo', ottawa: 'America/Toronto', kyiv: 'Europe/Kyiv',
  astana: 'Asia/Almaty', hanoi: 'Asia/Ho_Chi_Minh', ankara: 'Europe/Istanbul', addis: 'Africa/Addis_Ababa',
  bruxelles: 'Europe/Brussels', brussel: 'Europe/Brussels', bruselas: 'Europe/Brussels', brüssel: 'Europe/Brussels', genève: 'Europe/Zurich',
  genf: 'Europe/Zurich', ginebra: 'Europe/Zurich', wien: 'Europe/Vienna', vienne: 'Europe/Vienna', viena: 'Europe/Vienna', 'den haag': 'Europe/Amsterdam',
  'la haye': 'Europe/Amsterdam', 'la haya': 'Europe/Amsterdam', londres: 'Europe/London', roma: 'Europe/Rome', rom: 'Europe/Rome', lisboa: 'Europe/Lisbon',
  lisbonne: 'Europe/Lisbon', berne: 'Europe/Zurich', athènes: 'Europe/Athens', moscou: 'Europe/Moscow', moscú: 'Europe/Moscow', moskau: 'Europe/Moscow',
  pékin: 'Asia/Shanghai', pekín: 'Asia/Shanghai', 'le caire': 'Africa/Cairo', 'el cairo': 'Africa/Cairo', beyrouth: 'Asia/Beirut', alger: 'Africa/Algiers',
  'nueva york': 'America/New_York', 'ciudad de méxico': 'America/Mexico_City', 'la habana': 'America/Havana',
  'القاهرة': 'Africa/Cairo', 'بيروت': 'Asia/Beirut', 'عمان': 'Asia/Amman', 'دبي': 'Asia/Dubai', 'الرياض': 'Asia/Riyadh', 'بغداد': 'Asia/Baghdad', 'الرباط': 'Africa/Casablanca',
  'نيويورك': 'America/New_York', 'جنيف': 'Europe/Zurich', 'فيينا': 'Europe/Vienna', 'москва': 'Europe/Moscow', 'женева': 'Europe/Zurich', 'вена': 'Europe/Vienna',
  'нью-йорк': 'America/New_York', 'париж': 'Europe/Paris', '北京': 'Asia/Shanghai', '纽约': 'America/New_York', '日内瓦': 'Europe/Zurich', '维也纳': 'Europe/Vienna',
} // biome-ignore format: a table

/** Short words that people write for a zone, and the name under which it is known. */
const short: Readonly<Record<string, string>> = {
  et: 'eastern', ct: 'central', mt: 'mountain', pt: 'pacific', ny: 'eastern', la: 'pacific', uk: 'united kingdom', msk: 'moscow', usa: 'united states',
  gb: 'united kingdom', england: 'united kingdom', mez: 'cet', mesz: 'cest',
} // biome-ignore format: a table

/** The names of time zones, from the IANA data base and Windows, as they are checked in. */
export function zoneTable(): ZoneTable {
  const zones = getTimeZones({ includeUtc: false })
    .filter(({ name }) => zoneNamed(name) === name)
    .sort((a, b) => rank(a) - rank(b))
  const cities = new Map(Object.entries(more).map(([name, zone]) => [fold(name), zone]))
  for (const zone of zones)
    for (const city of zone.mainCities) if (!cities.has(fold(city))) cities.set(fold(city), zone.name)
  const towns = new Set(zones.map(({ name }) => fold(name.split('/').at(-1) ?? '').replaceAll('_', ' ')))
  const loose = new Map<string, string[]>()
  const add = (name: string | undefined, zone: string) => {
    const key = fold(name ?? '').replace(/ (?:standard |daylight |summer )?time$/, '')
    const list = loose.get(key) ?? []
    // Singapore is a city too, and names its zone.
    if (key !== '' && !towns.has(key) && !list.includes(zone) && list.length < 5)
      loose.set(key, [...list, zone])
  }
  for (const zone of zones) {
    for (const name of [zone.abbreviation, zone.alternativeName, zone.countryName, zone.dstAbbreviation])
      if (!/^utc/i.test(name ?? '')) add(name, zone.name)
    for (const name of zone.group) if (!name.includes('/') || name.startsWith('US/')) add(name, zone.name)
  }
  for (const windows of new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))) {
    if (/^utc/i.test(windows)) continue
    const known = WINDOWS_TO_IANA_MAP.filter(({ windowsName }) => windowsName === windows)
    const names = new Set<string>(known.flatMap(({ iana }) => iana))
    const own = zones.filter(({ name }) => names.has(name))
    for (const zone of own) add(windows, zone.name)
    // What Windows calls so is offered, too, where others share the name: its Arabian time is that of Dubai.
    const key = fold(windows).replace(/ standard time$/, '')
    const list = loose.get(key)
    const [main] = own
    if (list && main && !own.some(({ name }) => list.includes(name)))
      loose.set(key, [...list.slice(0, 4), main.name])
  }
  for (const [word, name] of Object.entries(short)) for (const zone of loose.get(name) ?? []) add(word, zone)
  loose.set('gmt', ['UTC', 'Europe/London', 'Africa/Abidjan'])
  return {
    cities: sorted(cities),
    loose: sorted(loose),
    offsets: offsetsOf(zones),
    countries: countriesByZone(),
  }
}

/** As the runtime knows them, which takes it half a second to tell. */
function countriesByZone(): Readonly<Record<string, string>> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const countries = codes.flatMap((code) => {
    const locale = new Intl.Locale(`und-${code}`)
    // A code that was given up, such as FX, stands for another one.
    return locale.region === code ? (locale.getTimeZones?.() ?? []).map((zone) => [zone, code] as const) : []
  })
  return sorted(new Map(countries))
}

function rank({ name }: Pick<TimeZone, 'name'>): number {
  const at = first.indexOf(name)
  return at < 0 ? first.length : at
}

/** By minutes ahead of UTC: zones that keep it all year or in winter, then those that keep it in summer. */
function offsetsOf(zones: readonly TimeZone[]): Readonly<Record<string, readonly string[]>> {
  const offsets = [...new Set(zones.flatMap((zone) => [zone.rawOffsetInMinutes, summerOffset(zone)]))].sort(
    (a, b) => a - b,
  )
  return Object.fromEntries(
    offsets.map((offset) => {
      const winter = zones.filter((zone) => zone.rawOffsetInMinutes === offset)
      const summer = zones.filter(
        (zone) => zone.rawOffsetInMinutes !== offset && summerOffset(zone) === offset,
      )
      return [
        offset,
        [...winter.slice(0, summer.length > 1 ? 3 : 5), ...summer.slice(0, 2)].map(({ name }) => name),
      ]
    }),
  )
}

function summerOffset(zone: TimeZone): number {
  return zone.dstAbbreviation === undefined ? zone.rawOffsetInMinutes : zone.rawOffsetInMinutes + 60
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}
