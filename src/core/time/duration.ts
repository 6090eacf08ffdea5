import { UserError } from '../errors.ts'
import { tidy } from './day.ts'

const units: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^(m|min|mins|minute|minutes)$/, 1],
  [/^(h|hr|hrs|hour|hours)$/, 60],
  [/^(d|day|days)$/, 1440],
  [/^(w|week|weeks)$/, 10_080],
]

/** Minutes of a typed duration: `90`, `90m`, `1h30`, `1.5 hours`, `1 hour 30 min`. Raises `UserError`. */
export function readDuration(text: string): number {
  const typed = tidy(text).toLowerCase()
  const wrong = new UserError(
    `“${typed.slice(0, 40)}” is no duration; wanted is one such as 90m, 1h30 or 2 hours.`,
  )
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed)
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]), wrong)
  if (/^\d+$/.test(typed)) return positive(Number(typed), wrong)
  const spelt = typed.replace(/^(an?|one) /, '1 ').replace(/\bhalf an hour\b/, '30 min')
  const part = /(\d+(?:[.,]\d+)?)\s*([a-z]*)(?:,| and)?\s*/y
  let total = 0
  let last = 0
  for (let found = part.exec(spelt); found; found = part.exec(spelt)) {
    // The minutes of `1h30` need no unit.
    const unit =
      found[2] === '' && last === 60 ? 1 : units.find(([pattern]) => pattern.test(found?.[2] ?? ''))?.[1]
    if (unit === undefined) throw wrong
    total += Number((found[1] ?? '').replace(',', '.')) * unit
    last = unit
    if (part.lastIndex === spelt.length) return positive(Math.round(total), wrong)
  }
  throw wrong
}

function positive(minutes: number, wrong: UserError): number {
  if (minutes > 0 && minutes <= 525_600) return minutes
  throw wrong
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
