import type { Day } from '../../core/time/day.ts'
import { usualDays } from '../../core/time/zones/weekend.ts'
import { workedOutOnce } from './workedOutOnce.ts'

/** Days on which nobody in a country is expected to work, and its days of rest. */
export interface CountryCalendar {
  readonly holidays: ReadonlySet<Day>
  /** 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[]
}

/** The name under which the holidays common to all duty stations of the United Nations are looked up. */
export const unitedNations = 'UN'

/** Antarctica keeps no holidays of its own, so that others can be put in. */
const noHolidays = 'AQ'

/** Holidays that all duty stations of the United Nations keep, in the words of the library. */
const common = ['01-01', 'easter -2', '1 Shawwal', '10 Dhu al-Hijjah', '12-25'] as const

/**
 * Public holidays and working week of a country, by its ISO 3166 code, for some years. An unknown country has no
 * holidays and rests on Saturday and Sunday.
 */
export async function countryCalendar(country: string, years: readonly number[]): Promise<CountryCalendar> {
  const days = await Promise.all(years.map((year) => holidaysOf(country, year)))
  return { holidays: new Set(days.flat()), workingDays: usualDays(country) }
}

/** The rules of a country take milliseconds to work out. */
const holidaysOf = workedOutOnce(async (country, year): Promise<readonly Day[]> => {
  // Loaded only where a time is sought: its rules take twelve megabytes.
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country === unitedNations ? noHolidays : country)
  if (country === unitedNations) {
    for (const rule of common) calendar.setHoliday(rule, { name: { en: rule }, type: 'public' })
  }
  const found = calendar.getHolidays(year) ?? []
  return found.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10))
})
