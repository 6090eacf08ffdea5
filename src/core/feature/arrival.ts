import { nextClock, quietUntil } from '../time/quietHours.ts'
import type { Rule } from './rule.ts'

/** The quiet hours for notices that go to many, unless people set their own. */
const night = { from: 22 * 60, to: 6 * 60 }

/** When somebody wants no reminders, in minutes after midnight by the clock of their IANA zone; null leaves it to us. */
interface Hours {
  readonly zone: string
  readonly quietFrom: number | null
  readonly quietTo: number | null
}

/** When somebody's quiet hours end, if they hold at an instant for reminders of a rule; undefined otherwise. */
export function asleepUntil(
  { urgency }: Pick<Rule<never>, 'urgency'>,
  { zone, quietFrom, quietTo }: Hours,
  at: Date,
): Date | undefined {
  const own = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : undefined
  const hours = own ?? (urgency === 'bulk' ? night : undefined)
  return hours && quietUntil(at, zone, hours)
}

/** When what comes due at an instant reaches its reader, by their quiet hours and their digest. */
export function arrival(
  rule: Pick<Rule<never>, 'urgency' | 'punctual'>,
  reader: Hours & { readonly digestAt: number | null },
  at: Date,
): Date {
  if (rule.urgency === 'urgent') return at
  if (!rule.punctual && reader.digestAt !== null) {
    return nextClock(new Date(at.getTime() - 1), reader.zone, reader.digestAt)
  }
  return asleepUntil(rule, reader, at) ?? at
}
