import type { Trx } from '../../db/store/db.ts'
import type { Notice } from '../core/feature/notice.ts'
import type { Addressees, Rule } from '../core/feature/rule.ts'

/** The kind of a rule's notices in the ledger. */
const kind = 'reminder'

/** What a rule has to say to some of its audience at `now` and has not said yet, at most `limit` of it. */
export async function dueNotices(
  trx: Trx,
  rule: Rule<Trx>,
  addressees: Addressees<Trx>,
  now: Date,
  limit: number,
): Promise<readonly Notice[]> {
  const firings = await addressees.due(trx, { now, moments: rule.moments, limit })
  return firings.map((firing) => {
    const { key, subject, personId, room } = firing
    const uselessAfter = rule.uselessAfter(firing, now)
    return {
      key,
      kind,
      subject,
      message: rule.text(firing, now),
      ...(personId === undefined ? {} : { personId }),
      ...(room ? { room } : {}),
      ...(uselessAfter ? { uselessAfter } : {}),
    }
  })
}
