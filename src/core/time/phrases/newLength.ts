import { UserError } from '../../errors.ts'
import type { MovedFrom } from '../day.ts'
import { readDuration, readLength } from '../duration.ts'
import { readMoment } from '../moment.ts'
import { formatMoment } from '../zone.ts'

const by = /^(?:by (?:another )?|another |an? (?:extra|additional) |\+ ?|plus )(?<ahead>\S.*)$/i
const longer = /^(?:by )?(?:another )?(?<ahead>\S.*?) (?:longer|more|extra|later)$/i
const shorter = /^(?:(?:by )?(?<back>\S.*?) (?:shorter|less|earlier)|- ?(?<minus>\d.*))$/i
const until =
  /^(?:to|till?|until) (?<end>(?:\d{1,2}[:.]\d{2}.*|\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\.?|noon|midnight))$/i

/**
 * Minutes of a typed length, which beside what already has one may count from it: `30 minutes longer`, `by half an hour`,
 * `+15m`, `until 16:30`. Raises `UserError`.
 */
export function readLengthBeside(text: string, base: MovedFrom | undefined): number {
  const typed = text.trim()
  if (base?.minutes === undefined) return readLength(typed)
  const ahead = (longer.exec(typed) ?? by.exec(typed))?.groups?.['ahead']
  if (ahead !== undefined) return base.minutes + readDuration(ahead.replace(/^(?=(?:hour|minute)$)/i, '1 '))
  const { back, minus } = shorter.exec(typed)?.groups ?? {}
  const less = back ?? minus
  if (less !== undefined) return leftOf(base.minutes, readDuration(less))
  const end = until.exec(typed)?.groups?.['end']
  return end === undefined ? readLength(typed.replace(/^(?:to|for) /i, '')) : minutesUntil(end, base)
}

function leftOf(minutes: number, less: number): number {
  if (less < minutes) return minutes - less
  throw new UserError(`It lasts ${minutes} minutes, so it cannot be ${less} minutes shorter.`)
}

/** From the beginning of what is moved to the next such hour, by its own clock. */
function minutesUntil(end: string, { at, zone }: MovedFrom): number {
  const moment = readMoment(`at ${end}`, { now: at, zone })
  const minutes = Math.round((moment.at.getTime() - at.getTime()) / 60_000)
  if (minutes <= longestUntil) return minutes
  throw new UserError(`It begins at ${formatMoment(at, zone)}, so “until ${end}” would be the next day.`)
}

/** What ends on the next day by the clock is a slip, unless it goes over midnight. */
const longestUntil = 12 * 60
