import { urgencyOf } from '../../../db/ledger/enterNotices.ts'
import type { Attention } from '../../../db/ledger/settings/attention.ts'
import type { WaitedNotice } from '../../../db/ledger/waiting/waitedNotices.ts'
import { quietFor } from '../../core/feature/arrivalTime.ts'
import type { Rule } from '../../core/feature/rule.ts'
import { type WhyUnsent, whyUnsent } from '../../core/feature/whyUnsent.ts'
import { addDays } from '../../core/time/day.ts'
import { digestHour, mornings } from './attention.ts'

/** What becomes of a notice whose waiting is over. */
export type WaitOutcome =
  | { readonly kind: 'say' }
  | { readonly kind: 'wait'; readonly until: Date }
  /** It is somebody else's meanwhile, from `until` on. */
  | { readonly kind: 'handOn'; readonly to: Attention; readonly of: Attention; readonly until: Date }
  | { readonly kind: 'end'; readonly why: WhyUnsent }

/** A digest this long past its hour missed the tick meant for it, so quiet hours hold it. */
const foldedLateAfterMs = 3_600_000

const say: WaitOutcome = { kind: 'say' }

/**
 * What its reader has set since a notice began to wait decides: whether they left its rule, or are away, or sleep,
 * where nobody worked at the hour that it waited for. `known` holds readers and their alternates by id.
 */
export function afterWaiting(
  { duty, punctual, anyDay }: Pick<Rule<never>, 'duty' | 'punctual' | 'anyDay'>,
  notice: Pick<WaitedNotice, 'personId' | 'priority' | 'foldedUntil' | 'uselessAfter' | 'waitsFor'>,
  known: ReadonlyMap<number, Attention>,
  now: Date,
): WaitOutcome {
  const reader = known.get(notice.personId)
  if (!reader) return say
  if (reader.left) return { kind: 'end', why: whyUnsent.left }
  const urgency = urgencyOf(notice.priority)
  const asleep = (who: Attention) =>
    quietFor({ urgency, punctual: punctual ?? false, anyDay: anyDay ?? false }, who, now)?.until
  if (duty !== undefined && reader.awayTo !== null) {
    const to = duty === true && reader.alternateId !== null ? known.get(reader.alternateId) : undefined
    const stands = to && !to.left ? to : undefined
    const until = stands ? (asleep(stands) ?? now) : mornings(addDays(reader.awayTo, 1), reader)
    if (!inTime(notice, until)) return { kind: 'end', why: whyUnsent.away }
    return stands ? { kind: 'handOn', to: stands, of: reader, until } : { kind: 'wait', until }
  }
  const { foldedUntil, waitsFor } = notice
  const onTime = foldedUntil === null || now.getTime() - foldedUntil.getTime() <= foldedLateAfterMs
  // By another zone or other settings the end of their night, or the hour of their digest, may have become another one.
  const isGathered = waitsFor === 'brief' || (waitsFor === 'digest' && reader.digestAt !== null)
  const digest = isGathered ? digestHour(reader, new Date(now.getTime() - foldedLateAfterMs)) : undefined
  if (onTime && digest !== undefined && digest <= now) return say
  const until = onTime && digest !== undefined ? digest : asleep(reader)
  return until !== undefined && inTime(notice, until) ? { kind: 'wait', until } : say
}

function inTime({ uselessAfter }: Pick<WaitedNotice, 'uselessAfter'>, until: Date): boolean {
  return uselessAfter === null || until < uselessAfter
}
