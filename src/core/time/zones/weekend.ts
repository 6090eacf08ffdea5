import { nameToday } from './readZone.ts'
import { zoneTable } from './table.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const

const fridayAndSaturday: readonly number[] = [5, 6]

/** Countries of which the Unicode CLDR does not know the days of rest, or knows them in part. */
const corrections: ReadonlyMap<string, readonly number[]> = new Map([
  ['BD', fridayAndSaturday],
  ['DJ', fridayAndSaturday],
  ['IR', [4, 5]],
  ['MV', fridayAndSaturday],
  ['PS', fridayAndSaturday],
  ['SO', fridayAndSaturday],
])

/** The days on which people of a country work, 1 for Monday, by its ISO 3166 code; Monday to Friday in an unknown one. */
export function usualDays(country: string): readonly number[] {
  const rest = weekendDays(country)
  return everyDay.filter((day) => !rest.includes(day))
}

/** The days of rest of a country; Saturday and Sunday for an unknown one. */
function weekendDays(country: string): readonly number[] {
  const known = corrections.get(country)
  if (known) return known
  if (!/^[A-Z]{2}$/.test(country)) return [6, 7]
  return new Intl.Locale(`und-${country}`).getWeekInfo?.().weekend ?? [6, 7]
}

/** The zones of countries in which people do not work from Monday to Friday, by the days on which they do. */
export function zonesByWeek(): readonly {
  readonly days: readonly number[]
  readonly zones: readonly string[]
}[] {
  const weeks = new Map<string, { days: readonly number[]; zones: string[] }>()
  for (const [zone, country] of Object.entries(zoneTable().countries)) {
    const days = usualDays(country)
    if (days.join() === usualDays('').join()) continue
    const week = weeks.get(days.join()) ?? { days, zones: [] }
    week.zones.push(...new Set([zone, nameToday(zone)]))
    weeks.set(days.join(), week)
  }
  return [...weeks.values()]
}
