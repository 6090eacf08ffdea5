import { orUserError, UserError } from '../errors.ts'
import { shorten } from '../text/text.ts'
import { amountAt } from './reading/amountAt.ts'
import { clocksAt } from './reading/clocks/clockAt.ts'
import { tidy } from './reading/tidy.ts'
import { tokenize } from './reading/token.ts'
import { meaningsOf } from './words/vocabulary.ts'

/** Minutes of a typed duration: `90`, `90m`, `1h30`, `1:30`, `1.5 hours`, `an hour and a half`. Raises `UserError`. */
export function readDuration(text: string): number {
  const typed = tidy(text, 'length')
  refuseTwoLengths(typed)
  const minutes = minutesIn(typed)
  if (minutes !== undefined && minutes > 0 && minutes <= 525_600) return minutes
  throw new UserError(`I cannot read “${shorten(typed)}” as a duration. Try “90m”, “1h30” or “2 hours”.`)
}

/** `2½ to 3 hours`, `45-60 min`, `1h-1h30`, `one or two hours`; `9:00-10:30` is from one clock to the other. */
function refuseTwoLengths(typed: string): void {
  const [first = '', last = '', more] = typed.split(/ ?[-–—] ?| (?:to|or|ou|bis|oder|à|a|o) /)
  if (first === '' || last === '' || more !== undefined || /:/.test(typed)) return
  const [short, long] = [lengthOf(first, last), lengthOf(last, first)]
  // `14h-15h30` is from one hour of the day to another, as nothing lasts so long.
  if (!long || !short || short >= long || short >= longest) return
  const choices = [short, long].map((minutes) => ({ label: formatDuration(minutes), value: `${minutes}m` }))
  throw new UserError(`“${shorten(typed)}” is one of two lengths. Which one is planned?`, { choices })
}

const longest = 7 * 60

/** Minutes of a length that has a unit of its own, or that of the other one. */
function lengthOf(text: string, other: string): number | undefined {
  const tokens = tokenize(text)
  if (amountAt({ tokens }, 0)?.next === tokens.length) return minutesIn(text)
  const unit = other.split(/[\s\d]/).at(-1) ?? ''
  return isUnit(unit) ? minutesIn(`${text} ${unit}`) : undefined
}

function isUnit(word: string): boolean {
  return meaningsOf(word).unit !== undefined
}

/** As `readDuration`, for what takes place: a day, or half of one, is asked for in hours. Raises `UserError`. */
export function readLength(text: string): number {
  const [, half, whole] =
    /^(?:for )?(?:(half an? day|a? ?half[- ]day|½ day)|((?:an?|one|1|all|the whole|whole|full|a full)[ -]day))$/i.exec(
      text.trim(),
    ) ?? []
  if (half === undefined && whole === undefined) return readDuration(text)
  const hours = half === undefined ? [7, 8, 24] : [3, 4]
  throw new UserError(`“${shorten(text)}” may be more or fewer hours. How many?`, {
    choices: hours.map((count) => ({ label: `${count} hours`, value: `${count} hours` })),
  })
}

function minutesIn(typed: string): number | undefined {
  const tokens = tokenize(typed)
  if (tokens.length === 1 && tokens[0]?.kind === 'number') return tokens[0].value
  const [, hours, rest] = /^(\d{1,3}):([0-5]\d)$/.exec(tokens.map((token) => token.text).join('')) ?? []
  if (hours !== undefined) return Number(hours) * 60 + Number(rest)
  // Nothing takes a minute and a half: `1.5` and `1½` are hours.
  const isPart = /^\d{1,2}(?:[.,]\d{1,2}|\s?[½¼¾]| 1\/[24]| 3\/4)$/.test(typed)
  if (isPart) return minutesIn(`${typed} hours`)
  const amount = amountAt({ tokens }, 0)
  const whole = amount?.next === tokens.length ? amount.value : undefined
  // `30h` is no hour of a clock.
  if (whole && whole.days * 1440 + whole.minutes >= 1440)
    return whole.months > 0 ? undefined : whole.days * 1440 + whole.minutes
  // `0.75 h` is on no clock.
  const clocks = whole ? clocksOf(tokens) : clocksAt(tokens, 0, true)
  if (clocks?.next === tokens.length && clocks.value.until)
    return minutesBetween(clocks.value.from, clocks.value.until)
  return whole && whole.months === 0 ? whole.days * 1440 + whole.minutes : undefined
}

function clocksOf(tokens: Parameters<typeof clocksAt>[0]): ReturnType<typeof clocksAt> {
  const found = orUserError(() => clocksAt(tokens, 0, true))
  return found instanceof UserError ? undefined : found
}

interface Time {
  readonly hour: number
  readonly minute: number
}

function minutesBetween(from: Time, until: Time): number | undefined {
  const minutes = (until.hour - from.hour) * 60 + until.minute - from.minute
  return minutes > 0 ? minutes : undefined
}

/** `1 h 30 min`. */
export function formatDuration(minutes: number): string {
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  return (
    [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ') || '0 min'
  )
}
