import type { NoticeEntry } from '../../db/ledger/enterNotices.ts'
import { quietHoursOf } from '../../db/ledger/settings/quietHours.ts'
import { endOvertaken } from '../../db/ledger/waiting/overtaken.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Notice } from '../core/feature/notice.ts'
import { quietEnd } from '../core/reach/quietEnd.ts'

/**
 * Lets notices wait for the end of the quiet hours that their readers set, if that is still in time; the actor is awake
 * and is told at once. Must run before the notices are entered, in the same transaction.
 */
export async function heedQuietHours(
  trx: Trx,
  notices: readonly Notice[],
  actor: number | undefined,
  now: Date,
): Promise<readonly NoticeEntry[]> {
  await endOvertaken(trx, notices, now)
  const readers = notices.flatMap(({ personId }) => personId ?? []).filter((id) => id !== actor)
  const known = new Map((await quietHoursOf(trx, readers)).map((one) => [one.personId, one]))
  return notices.map((notice) => {
    const own = known.get(notice.personId ?? 0)
    if (!own || notice.urgency === 'urgent') return notice
    if (notice.account && notice.waits !== true) return notice
    const hours = { zone: own.zone, quietFrom: own.from, quietTo: own.to }
    const until = quietEnd(hours, now, notice.neededBy ?? notice.uselessAfter)
    return until ? { ...notice, folded: { waitsFor: 'quiet', until } } : notice
  })
}
