import { orUserError, UserError } from '../../src/core/errors.ts'
import type { TypedMoment } from '../../src/core/time/day.ts'
import { readMoment } from '../../src/core/time/moment.ts'
import { formatMoment } from '../../src/core/time/zone.ts'

/** Refuses a moment that has passed, with the same a year later where its year was left open. */
export function passed({ zone, yearOn }: TypedMoment, now: Date, option: string): UserError {
  // The same may not exist in that year: a 29 February, another weekday.
  const found = orUserError(() => (yearOn === undefined ? undefined : readMoment(yearOn, { now, zone })))
  const later = found instanceof UserError ? undefined : found
  return new UserError('That moment has passed: give one that is still ahead.', {
    option,
    choices:
      later === undefined || yearOn === undefined || later.at <= now
        ? []
        : [{ label: formatMoment(later.at, later.zone), value: yearOn }],
  })
}
