import { meaningsOf } from '../words/vocabulary.ts'

/** What parts one time from the next; `ET` in capitals is a time zone. */
const parting = /( ?[,;\n] ?(?:(?:and|or) )?| [/|&+] | (?:and|or|AND|OR|et|ou|y|o|und|oder|и|или|و|أو) )/

/** A clock that says its half of the day: `15:00`, `3pm`, `14h`, `noon`. */
const sure =
  /(?<![\d:.])(?:(\d{1,2})(?:[:.h](\d\d)?)?(?: ?([ap])\.?m\b|(?<=:\d\d|\.\d\d(?!\.)|h|h\d\d))|noon\b|midday\b)/i

const bare = /^((?:at )?)(\d{1,2})$/i

/** The hour behind a whole day: `15 Dec 4`, `15/12 4`, `Friday at 4`; `Dec 15` has none. */
const behindDay =
  /^.{0,40}?(?:\bat|\d\d-\d\d|\d\/\d{1,2}(?:\/\d{2,4})?|\d\.\d{1,2}\.(?:\d{2,4})?|\d(?:st|nd|rd|th)? (?:of )?(\p{L}{3,12})\.?(?: \d{4})?|(\p{L}{3,12})\.? \d{1,2}(?:st|nd|rd|th)?(?: \d{4})?) (\d{1,2})$/iu

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'

/** `Wed 3`, where no weekday of the text has the day of the month and an hour behind it. */
const behindWeekday = new RegExp(`^(?:(?:on|next|this) )?${weekday} (\\d{1,2})$`, 'i')
const datedWeekday = new RegExp(`\\b${weekday} \\d{1,2}(?:st|nd|rd|th)?,? (?:at )?\\d`, 'i')

interface Hour {
  readonly hour: number
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** The sure hour written before it; undefined for none. */
  readonly after: number | undefined
}

/** A text with its bare hours on a clock of 24 hours, or with both that they may be, from afternoon to morning. */
export type HoursRead =
  | { readonly kind: 'sure'; readonly text: string }
  | {
      readonly kind: 'unsure'
      readonly hours: readonly number[]
      readonly afternoon: HoursMeant
      readonly morning: HoursMeant
    }

interface HoursMeant {
  readonly text: string
  /** `14:00, 15:00`: what the bare hours are in it. */
  readonly clocks: string
}

/**
 * Times of which some are no more than an hour: `14 Dec 15:00, 15 Dec 4 and 16 Dec 5`. Before dawn or in the afternoon,
 * they are read as the sure ones beside them.
 */
export function hoursListed(typed: string): HoursRead {
  const { hours, sures } = hoursIn(typed)
  const unsure = hours.filter(isUnsure)
  const isAfternoon = sures.some((hour) => hour > 11) && !sures.some((hour) => hour < 8)
  const rewritten = (more: number) => withClocks(typed, hours, more)
  if (unsure.length === 0 || (isAfternoon && unsure.every(({ hour }) => hour < 8)))
    return { kind: 'sure', text: rewritten(12) }
  const meant = (more: number) => {
    const clocks = unsure.map(({ hour }) => clock(hour + more))
    return { text: rewritten(more), clocks: [...new Set(clocks)].slice(0, 4).join(', ') }
  }
  return { kind: 'unsure', hours: unsure.map(({ hour }) => hour), afternoon: meant(12), morning: meant(0) }
}

function isUnsure({ hour, after }: Hour): boolean {
  return hour > 0 && (hour < 8 || (hour < 12 && (after ?? 0) > 17))
}

/** The text with each bare hour as a clock shows it, the unsure ones so many hours later. */
function withClocks(typed: string, hours: readonly Hour[], more: number): string {
  const pieces = hours.map((one, at) => {
    const before = typed.slice(hours[at - 1]?.end ?? 0, one.start)
    return `${before}${clock(isUnsure(one) ? one.hour + more : one.hour)}`
  })
  return `${pieces.join('')}${typed.slice(hours.at(-1)?.end ?? 0)}`
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

function hoursIn(typed: string): { readonly hours: readonly Hour[]; readonly sures: readonly number[] } {
  const pieces = typed.split(parting)
  const mayBeWeekdays = !datedWeekday.test(typed)
  const beforeMonths = numbersBeforeMonths(pieces)
  const [hours, sures]: [Hour[], number[]] = [[], []]
  let [at, after, isDated]: [number, number | undefined, boolean] = [0, undefined, false]
  for (const [place, piece] of pieces.entries()) {
    const trimmed = piece.trimEnd()
    const end = at + trimmed.length
    at += piece.length
    if (place % 2 === 1) continue
    const weekdayHour = mayBeWeekdays ? behindWeekday.exec(trimmed)?.[1] : undefined
    const hour = hourOf(
      weekdayHour === undefined ? trimmed : `at ${weekdayHour}`,
      isDated && !(beforeMonths.has(place) && isDayOfList(pieces, place)),
    )
    if (hour !== undefined) hours.push({ hour, start: end - digitsAtEnd(trimmed), end, after })
    const written = sureHour(trimmed)
    if (written !== undefined) sures.push(written)
    after = written ?? (bare.test(trimmed) ? after : undefined)
    isDated ||= hour !== undefined || written !== undefined
  }
  return { hours, sures }
}

function digitsAtEnd(piece: string): number {
  return /\d{1,2}$/.exec(piece)?.[0].length ?? 0
}

/** The hour of a piece that says no more of its time; undefined where it may be a day. */
function hourOf(piece: string, isDated: boolean): number | undefined {
  const [, at = '', alone] = bare.exec(piece.trim()) ?? []
  const [, month, monthFirst, behind] = behindDay.exec(piece) ?? []
  const named = month ?? monthFirst
  const isDay = named === undefined || meaningsOf(named.toLowerCase()).month !== undefined
  const number = alone ?? (isDay ? behind : undefined)
  if (number === undefined || (alone !== undefined && !isDated && at === '')) return undefined
  return Number(number) < 24 ? Number(number) : undefined
}

/** Where numbers stand that lead, over nothing but numbers, to a day of a month: the first two of `2, 3 and 4 Dec`. */
function numbersBeforeMonths(pieces: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let leads = false
  for (let place = pieces.length - 1 - ((pieces.length - 1) % 2); place >= 0; place -= 2) {
    const piece = pieces[place] ?? ''
    if (leads) found.add(place)
    if (bare.test(piece.trim())) continue
    const [, month = ''] = /^\d{1,2}(?:st|nd|rd|th)? (?:of )?(\p{L}{3,12})/iu.exec(piece) ?? []
    leads = meaningsOf(month.toLowerCase()).month !== undefined
  }
  return found
}

/** `2` of `1 Dec 10:00, 2 and 3 Dec 11:00` is a day, and `2` of `7 Dec 9am or 2, 8 Dec 10` an hour. */
function isDayOfList(pieces: readonly string[], place: number): boolean {
  const [before = '', after = ''] = [pieces[place - 1], pieces[place + 1]]
  return !/[;\n]/.test(after) && !(/\p{L}/u.test(before) && /^ ?,/.test(after))
}

function sureHour(piece: string): number | undefined {
  const [found, digits, , half] = sure.exec(piece) ?? []
  if (found === undefined) return undefined
  if (digits === undefined) return 12
  const hour = Number(digits)
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
