import type { Entry } from '../../db/ledger/enterNotices.ts'
import type { Attention } from '../../db/ledger/settings/attention.ts'
import type { Rule } from '../core/feature/rule.ts'
import { addDays, dayOf, startOfDay, weekdayOf } from '../core/time/day.ts'
import { nextClock, quietUntil } from '../core/time/quietHours.ts'

/** When nobody is told what goes to many, unless they set quiet hours of their own. */
const night = { from: 22 * 60, to: 6 * 60 }

/** When the Monday brief comes to somebody who has no hour for digests. */
const briefAt = 8 * 60

/** What becomes of a firing for one person. */
export type Handling =
  | { readonly kind: 'say' }
  | { readonly kind: 'fold'; readonly folded: NonNullable<Entry['folded']> }
  /** Never. */
  | { readonly kind: 'leave'; readonly why: string }

const say: Handling = { kind: 'say' }

/**
 * Whether a firing is said now, waits for the morning or a digest, or is not said at all. `said` is how many of this
 * week came before it; `endsAt` is when its subject is over, so that it may not wait beyond that.
 */
export function handle(
  { urgency, punctual }: Pick<Rule<never>, 'urgency' | 'punctual'>,
  { zone, quietFrom, quietTo, digestAt, weekly, left }: Omit<Attention, 'personId' | 'said'>,
  { said, now, endsAt }: { readonly said: number; readonly now: Date; readonly endsAt?: Date | undefined },
): Handling {
  if (left) return { kind: 'leave', why: 'the person has left this rule' }
  if (urgency === 'urgent') return say
  const inTime = (until: Date) => endsAt === undefined || until < endsAt
  if (!punctual && digestAt !== null) {
    const until = nextClock(now, zone, digestAt)
    if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'digest', until } }
  }
  if (!punctual && weekly !== null && said >= weekly) {
    const until = nextMonday(now, zone, digestAt ?? briefAt)
    if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'brief', until } }
  }
  const own = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : undefined
  const hours = own ?? (urgency === 'bulk' ? night : undefined)
  const until = hours && quietUntil(now, zone, hours)
  if (!until) return say
  if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'quiet', until } }
  return { kind: 'leave', why: 'it would have come in the quiet hours, and too late after them' }
}

/** The next Monday's hour by a zone's clock. */
function nextMonday(now: Date, zone: string, minutes: number): Date {
  const today = dayOf(now, zone)
  const monday = addDays(today, (8 - weekdayOf(today)) % 7)
  const found = nextClock(new Date(startOfDay(monday, zone).getTime() - 1), zone, minutes)
  return found > now ? found : nextClock(startOfDay(addDays(monday, 7), zone), zone, minutes)
}
