import type { NoticeEntry } from '../../../db/ledger/enterNotices.ts'
import type { Attention } from '../../../db/ledger/settings/attention.ts'
import { endOfDayBefore, nextWorkingClock, quietFor } from '../../core/feature/arrivalTime.ts'
import type { Firing, Rule } from '../../core/feature/rule.ts'
import { type WhyUnsent, whyUnsent } from '../../core/feature/whyUnsent.ts'
import { addDays, type Day, dayOf, weekdayOf } from '../../core/time/day.ts'

/** The hour of the Monday brief for people who have set no hour for digests. */
const briefAt = 8 * 60

/** What happens to a firing for one person. */
export type FiringOutcome =
  | { readonly kind: 'say' }
  | { readonly kind: 'fold'; readonly folded: NonNullable<NoticeEntry['folded']> }
  /** Never. */
  | { readonly kind: 'leave'; readonly why: WhyUnsent }

const say: FiringOutcome = { kind: 'say' }

/**
 * Whether a firing is sent now, waits for the morning or a digest, or is dropped. `sentThisWeek` is how many the person has had
 * this week; `endsAt` is when its subject is over, the latest time that it may wait for.
 */
export function handle(
  rule: Pick<Rule<never>, 'urgency' | 'punctual'> & Pick<Firing, 'anyDay'>,
  reader: Pick<
    Attention,
    'zone' | 'quietFrom' | 'quietTo' | 'workingDays' | 'holidays' | 'digestAt' | 'weekly' | 'left'
  >,
  {
    sentThisWeek,
    now,
    endsAt,
  }: { readonly sentThisWeek: number; readonly now: Date; readonly endsAt?: Date | undefined },
): FiringOutcome {
  const { urgency, punctual } = rule
  const { digestAt, weekly, left } = reader
  if (left) return { kind: 'leave', why: whyUnsent.left }
  if (urgency === 'urgent') return say
  const inTime = (until: Date) => endsAt === undefined || until < endsAt
  if (!punctual && digestAt !== null) {
    const until = nextWorkingClock(now, reader, digestAt)
    if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'digest', until } }
  }
  if (!punctual && weekly !== null && sentThisWeek >= weekly) {
    const until = nextMonday(now, reader, digestAt ?? briefAt)
    if (inTime(until)) return { kind: 'fold', folded: { waitsFor: 'brief', until } }
  }
  const asleep = quietFor(rule, reader, now)
  if (!asleep) return say
  const until = [asleep.until, asleep.awake].find((one) => one !== undefined && inTime(one))
  if (until) return { kind: 'fold', folded: { waitsFor: 'quiet', until } }
  // Later would be too late, so only quiet hours that they set themselves hold it back.
  return asleep.own ? { kind: 'leave', why: whyUnsent.quiet } : say
}

/** When what waited for a day is said to somebody: with their digest, else at the hour of the Monday brief. */
export function mornings(
  day: Day,
  reader: Pick<Attention, 'zone' | 'workingDays' | 'holidays' | 'digestAt'>,
): Date {
  return nextWorkingClock(endOfDayBefore(day, reader.zone), reader, reader.digestAt ?? briefAt)
}

/** When somebody's digest comes next after an instant. */
export function digestHour(
  reader: Pick<Attention, 'zone' | 'workingDays' | 'holidays' | 'digestAt'>,
  after: Date,
): Date {
  return nextWorkingClock(new Date(after.getTime() - 1), reader, reader.digestAt ?? briefAt)
}

/** The hour of the next Monday, or of the first working day of its week. */
function nextMonday(
  now: Date,
  reader: Pick<Attention, 'zone' | 'workingDays' | 'holidays'>,
  minutes: number,
): Date {
  const today = dayOf(now, reader.zone)
  const monday = addDays(today, (8 - weekdayOf(today)) % 7)
  const on = (day: Day) => nextWorkingClock(endOfDayBefore(day, reader.zone), reader, minutes)
  const found = on(monday)
  return found > now ? found : on(addDays(monday, 7))
}
