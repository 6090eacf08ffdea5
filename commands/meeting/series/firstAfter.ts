import { UserError } from '../../../src/core/errors.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { occurrences } from '../../../src/meetings/series/occurrences.ts'
import { repeatFrom } from '../../../src/meetings/series/repeatFrom.ts'

/** When a meeting that is to come again takes place for the next time. Raises `UserError`. */
export function firstAfter(
  repeat: string,
  { startsAt, zone }: { readonly startsAt: Date; readonly zone: string },
): Date {
  const { rule } = repeatFrom(repeat, { at: startsAt, zone, nth: undefined })
  const { hour, minute } = wallTime(startsAt, zone)
  const end = { kind: 'count', count: 2 } as const
  const found = occurrences({ rule, start: dayOf(startsAt, zone), hour, minute, zone, except: [], end })
  const next = found.find(({ at }) => at > startsAt)
  if (!next)
    throw new UserError('It would not come again. Say how often, such as “weekly”.', { option: 'repeat' })
  return next.at
}
