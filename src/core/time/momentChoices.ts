import { orUserError, UserError } from '../errors.ts'
import { shorten } from '../text/text.ts'
import { type Day, partsOf, type TypedMoment } from './day.ts'
import type { TimeParts } from './reading/timeParts.ts'
import type { Token } from './reading/token.ts'
import { formatMoment } from './zone.ts'
import { readZone } from './zones/readZone.ts'

/** Reads a whole text as the caller does, so that no choice is offered unread. Raises `UserError`. */
type Read = (text: string) => TypedMoment

/** The choices for a date become choices for the whole text. */
export function within<T>(
  typed: string,
  tokens: readonly Token[],
  { datePlace }: TimeParts,
  readDate: () => T,
  mayBe: (text: string) => boolean,
): T {
  try {
    return readDate()
  } catch (error) {
    if (!(error instanceof UserError) || error.choices.length === 0 || !datePlace) throw error
    const [start, end] = [tokens[datePlace[0]]?.start ?? 0, tokens[datePlace[1] - 1]?.end ?? typed.length]
    const choices = error.choices.map(({ label, value }) => ({
      label,
      value: `${typed.slice(0, start)}${value}${typed.slice(end)}`,
    }))
    // What has passed would be refused where it must lie ahead.
    const left = choices.filter(({ value }) => mayBe(value))
    throw new UserError(error.message, { choices: left.length > 0 ? left : choices })
  }
}

/** Offers the whole text with each zone that may be meant. */
export function looseZone(
  typed: string,
  tokens: readonly Token[],
  { zone, zonePlace }: TimeParts,
  read: Read,
): UserError {
  const [from, to] = zonePlace ?? [0, 0]
  const [start, end] = [tokens[from]?.start ?? typed.length, tokens[to - 1]?.end ?? typed.length]
  const name = zone?.kind === 'loose' ? zone.name : ''
  const choices = (zone?.kind === 'loose' ? zone.meant : [])
    .map((one) => ({ label: one, value: `${typed.slice(0, start)}${one}${typed.slice(end)}` }))
    .filter(({ value }) => readIfAny(value, read) !== undefined)
  try {
    readZone(name)
  } catch (error) {
    if (error instanceof UserError) return new UserError(error.message, { choices })
    throw error
  }
  throw new Error(`a loose zone was read: ${name}`)
}

/** The text with the next year in it, where it names a date and no year. */
export function aYearOn(
  typed: string,
  tokens: readonly Token[],
  { date, datePlace }: TimeParts,
  day: Day,
): string | undefined {
  if (date?.kind !== 'calendar' || date.first.year !== undefined || !datePlace) return undefined
  const end = tokens[datePlace[1] - 1]?.end ?? typed.length
  return `${typed.slice(0, end)} ${partsOf(day)[0] + 1}${typed.slice(end)}`
}

/**
 * Offers hours, and for `12 Dec 2030` the time of day that the year may have been. With `after`, only what comes later,
 * a year on where that is meant.
 */
export function lacksTime(
  typed: string,
  tokens: readonly Token[],
  { part }: TimeParts,
  read: Read,
  after?: Date,
): UserError {
  const year = tokens.find(({ kind, text }) => kind === 'number' && /^(?:20[0-5]\d|21[0-5]\d)$/.test(text))
  const instead = year
    ? [`${typed.slice(0, year.start)}${year.text.slice(0, 2)}:${year.text.slice(2)}${typed.slice(year.end)}`]
    : []
  const times = part === 20 ? ['19:00', '20:00', '21:00'] : ['09:00', '10:00', '14:00', '15:00']
  const choices = [...instead, ...times.map((time) => `${typed} ${time}`)].flatMap((value) => {
    const first = value.length <= 200 ? readIfAny(value, read) : undefined
    if (!first) return []
    const isPast = after !== undefined && first.at <= after
    const later = isPast && first.yearOn !== undefined ? first.yearOn : value
    const meant = later === value ? first : readIfAny(later, read)
    if (!meant || (after !== undefined && meant.at <= after)) return []
    return [{ label: formatMoment(meant.at, meant.zone), value: later }]
  })
  const example = choices.at(-1)?.value ?? 'tomorrow 15:00'
  return new UserError(`“${shorten(typed, 60)}” has no time of day. Try “${example}”.`, { choices })
}

/** What a text is read as; undefined where it cannot be read. */
function readIfAny(text: string, read: Read): TypedMoment | undefined {
  const moment = orUserError(() => read(text))
  return moment instanceof UserError ? undefined : moment
}
