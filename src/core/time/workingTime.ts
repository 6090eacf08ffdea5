import { orUserError, UserError } from '../errors.ts'
import { ownValue } from '../json.ts'
import { fold } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { meaningsOf } from './words/vocabulary.ts'
import { zoneTable } from './zones/table.ts'

/** Hours of a day in minutes after midnight; `from` is before `to`. */
export interface DayHours {
  readonly from: number
  readonly to: number
}

/** What counts for somebody who set nothing. */
export const usualHours: DayHours = { from: 9 * 60, to: 18 * 60 }

/** The hours of `9-17`, `08:30 to 17:00`, `9am-5.30pm`. Raises `UserError`. */
export function readDayHours(text: string): DayHours {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const [, first = '', second = ''] =
    /^(?:from |de |von )?([\d:.h]{1,5} ?(?:am|pm)?) ?(?:-|–|—|to|until|till|à|a|bis) ?([\d:.h]{1,5} ?(?:am|pm)?)$/.exec(
      typed,
    ) ?? []
  const from = minuteOf(first)
  const end = minuteOf(second)
  // `9 to 5`: nobody works through the night without saying so.
  const afternoon = !/m$/.test(second) && from !== undefined && end !== undefined && end < from && from <= 720
  const to = afternoon && end <= 720 ? end + 720 : end
  if (from === undefined || to === undefined)
    throw new UserError(
      `I cannot read “${shorten(text)}” as working hours. Try “9:00-17:30” or “8am to 4pm”.`,
    )
  if (from >= to)
    throw new UserError(`“${shorten(text)}” ends before it begins. Try “9:00-17:30” or “8am to 4pm”.`)
  return { from, to }
}

/** Parts `9-17 Mon-Fri` and `Sun to Thu, 8am-4pm` into hours and days; either is absent where none are named. */
export function partHours(text: string): { readonly hours?: string; readonly days?: string } {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:du|de|von) (?=\p{L})/iu, '')
  if (!/\d/.test(typed) && !(orUserError(() => readWeekdays(typed)) instanceof UserError))
    return { days: typed }
  const after = /^(\d[^,;]*?\d ?(?:am|pm|h)?),? (?:on )?(?!am|pm|to |till |until )(\p{L}{3}.*)$/iu.exec(typed)
  if (after) return { hours: after[1] ?? '', days: after[2] ?? '' }
  const before = /^(?!from )(\p{L}{3}[^\d]*?)(?:,| from| de| von)? (\d.*)$/iu.exec(typed)
  return before ? { hours: before[2] ?? '', days: before[1] ?? '' } : { hours: typed }
}

function minuteOf(text: string): number | undefined {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2})?)? ?(am|pm)?$/.exec(text) ?? []
  const hour = Number(hours)
  if (hours === undefined || Number(minutes) > 59 || hour > (half ? 12 : 24) || (half && hour === 0))
    return undefined
  const total = (half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour) * 60 + Number(minutes)
  return total <= 1440 ? total : undefined
}

/** `09:00-17:30`. */
export function formatDayHours({ from, to }: DayHours): string {
  return `${clock(from)}-${clock(to)}`
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** 1 to 7 of `Sun-Thu`, `Mon, Tue and Fri`, `lundi-vendredi`, `weekdays`, in order. Raises `UserError`. */
export function readWeekdays(text: string): readonly number[] {
  const parts = fold(text)
    .replace(/\s+/g, ' ')
    .replace(/^(?:from|du|de|von|с|من) (?=\p{L})/u, '')
    .replace(/ ?[-–—] ?| (?:to|through|till|until|au|al?|bis|по|до|إلى|الى) (?:el |la )?/gu, '-')
    .replace(/\b(week|every) days?\b/g, '$1days')
    .split(/[\s,;]+|(?<!\p{L})(?:and|et|y|e|und|и|و)(?!\p{L})/u)
    .filter((part) => part !== '')
  const days = parts.map(daysOf)
  if (parts.length === 0 || days.some((found) => found.length === 0))
    throw new UserError(
      `I cannot read “${shorten(text)}” as days of the week. Try “Mon-Fri” or “Sun, Mon, Tue”.`,
    )
  return [...new Set(days.flat())].sort((a, b) => a - b)
}

function daysOf(part: string): readonly number[] {
  if (/^weekdays?$/.test(part)) return [1, 2, 3, 4, 5]
  if (/^(?:everydays?|daily|all)$/.test(part)) return [1, 2, 3, 4, 5, 6, 7]
  const [first, last, more] = part.split('-')
  const from = weekday(first ?? '')
  if (from === undefined || more !== undefined) return []
  if (last === undefined) return [from]
  const to = weekday(last)
  if (to === undefined) return []
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1)
}

function weekday(word: string): number | undefined {
  const bare = word.replace(/\.$/, '')
  const at = names.findIndex((name) => bare.length >= 3 && (name.startsWith(bare) || `${name}s` === bare))
  return at < 0 ? meaningsOf(bare).weekday : at + 1
}

/** `Mon-Fri`, or the days one by one where they do not follow each other. */
export function formatWeekdays(days: readonly number[]): string {
  const short = (day: number) => {
    const name = names[day - 1] ?? ''
    return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`
  }
  const first = days.find((day) => !days.includes(((day + 5) % 7) + 1)) ?? days[0] ?? 1
  const run = Array.from({ length: days.length }, (_, at) => ((first - 1 + at) % 7) + 1)
  if (days.length > 2 && run.every((day) => days.includes(day)))
    return `${short(first)}-${short(run.at(-1) ?? first)}`
  return days.map(short).join(', ')
}

/** The code of the country in which a zone's clock is kept; undefined for a zone of none. */
export function countryOfZone(zone: string): string | undefined {
  const { countries } = zoneTable()
  // The runtime may list the zone under its former name.
  const former = () => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  return ownValue(countries, zone) ?? ownValue(countries, former())
}
