import type { WaitingSnooze } from '../../../db/ledger/reminders/snoozes.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'

/** Of what was snoozed, what would still be true when it is said again, by the rule of `rules` it came from. */
export async function standingSnoozes(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  snoozes: readonly WaitingSnooze[],
  now: Date,
): Promise<readonly WaitingSnooze[]> {
  const kept = new Set<WaitingSnooze>()
  for (const [key, own] of Map.groupBy(snoozes, ({ rule }) => rule)) {
    const rule = rules.find((one) => one.key === key)
    const open = rule?.duty ? (rule.open ?? rule.standing) : undefined
    const still = await open?.(trx, own, now)
    for (const one of own) if ((still?.has(one.key) ?? true) && stands(one, now)) kept.add(one)
  }
  return snoozes.filter((one) => kept.has(one))
}

function stands({ meeting, reminder, until }: WaitingSnooze, now: Date): boolean {
  if (meeting) {
    const begins = new Date(meeting.startsAt)
    return meeting.scheduled && !meeting.declined && begins > now && begins > until
  }
  return !reminder?.cancelled
}
