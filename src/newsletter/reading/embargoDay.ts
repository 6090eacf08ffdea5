import { orUserError, UserError } from '../../core/errors.ts'
import { addDays, type Day, dayOf, type TimeReference } from '../../core/time/day.ts'
import { findDates } from '../../core/time/findDates.ts'
import { dayTyped } from '../../core/time/typedDay.ts'

/**
 * What may stand beside the day on which an embargo ends: an hour, the town whose hour it is, a weekday. No two of them
 * begin alike, so that a long row is read once.
 */
const beside =
  /^(?:[\s,()]|(?:at|on|the|from|hours|hrs|noon|midnight)\b|(?:\d{4}|\d{1,2}(?:[:.h]\d{2})?)(?!\d)|[ap]\.?m\b\.?|[A-Z]{1,4}\b|(?:(?:(?![A-Z][a-z]+day\b)[A-Z][a-z]+ ){1,2}|local )time\b|[A-Z][a-z]+day\b)*\.?$/u

/**
 * The first day on which something may be printed that is kept back until then, by the words that say so: `1 Dec`,
 * `00:01 GMT, 1 December`, `Tuesday`. Without a year it is the next, or one that passed lately; undefined where the
 * words name no day, or more than it.
 */
export function embargoDay(words: string, here: TimeReference): Day | undefined {
  const today = dayOf(here.now, here.zone)
  const around = { from: addDays(today, -31), to: addDays(today, 334) }
  const [only, ...others] = findDates(words, { period: around, today })
  if (only && others.length === 0 && only.precision === 'day' && only.from === only.to) {
    if (beside.test(`${words.slice(0, only.start)} ${words.slice(only.end)}`)) return only.from
  }
  const typed = orUserError(() => dayTyped(words, here))
  return typed instanceof UserError ? undefined : typed
}
