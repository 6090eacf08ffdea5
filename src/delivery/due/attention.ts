import type { Entry } from '../../../db/ledger/enterNotices.ts'
import type { Attention } from '../../../db/ledger/settings/attention.ts'
import { asleepUntil } from '../../core/feature/arrival.ts'
import type { Rule } from '../../core/feature/rule.ts'
import { type Unsaid, unsaid } from '../../core/feature/unsaid.ts'
import { addDays, type Day, dayOf, startOfDay, weekdayOf } from '../../core/time/day.ts'
import { nextClock } from '../../core/time/quietHours.ts'

/** The hour of the Monday brief for people who have set no hour for digests. */
const briefAt = 8 * 60

/** What happens to a firing for one person. */
export type Handling =
  | { readonly kind: 'say' }
  | { readonly kind: 'fold'; readonly folded: NonNullable<Entry['folded']> }
  /** Never. */
  | { readonly kind: 'leave'; readonly why: Unsaid }

const say: Handling = { kind: 'say' }

/**
 * Whether a firing is sent now, waits for the morning or a digest, or is dropped. `said` is how many the person has had
 * this week; `endsAt` is when its subject is over, the latest time that it may wait for.
 */
export function handle(
  rule: Pick<Rule<never>, 'urgency' | 'punctual'>,
  {
    zone,
    quietFrom,
    quietTo,
    digestAt,
    weekly,
    left,
  }: Pick<Attention, 'zone' | 'quietFrom' | 'quietTo' | 'digestAt' | 'weekly' | 'left'>,
  { said, now, endsAt }: { readonly said: number; readonly now: Date; readonly endsAt?: Date | undefined },
): Handling {
  const { urgency, punctual } = rule
  if (left) return { kind: 'leave', why: unsaid.left }
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
  const until = asleepUntil(rule, { zone, quietFrom, quietTo }, now)
  if (!until) return say
  if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'quiet', until } }
  return { kind: 'leave', why: unsaid.quiet }
}

/** When what waited for a day is said to somebody: with their digest, else at the hour of the Monday brief. */
export function mornings(day: Day, { zone, digestAt }: Pick<Attention, 'zone' | 'digestAt'>): Date {
  return nextClock(new Date(startOfDay(day, zone).getTime() - 1), zone, digestAt ?? briefAt)
}

/** The hour of the next Monday in a zone. */
function nextMonday(now: Date, zone: string, minutes: number): Date {
  const today = dayOf(now, zone)
  const monday = addDays(today, (8 - weekdayOf(today)) % 7)
  const found = nextClock(new Date(startOfDay(monday, zone).getTime() - 1), zone, minutes)
  return found > now ? found : nextClock(startOfDay(addDays(monday, 7), zone), zone, minutes)
}
