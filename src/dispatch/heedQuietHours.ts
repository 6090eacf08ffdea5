import type { NoticeEntry } from '../../db/ledger/enterNotices.ts'
import { quietHoursOf } from '../../db/ledger/settings/quietHours.ts'
import { endOvertaken } from '../../db/ledger/waiting/overtaken.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Notice } from '../core/feature/notice.ts'
import { quietUntil } from '../core/time/quietHours.ts'

/** A notice that came later than this before it is needed would be of little use. */
const inTimeMs = 3_600_000

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
  const hours = new Map((await quietHoursOf(trx, readers)).map((one) => [one.personId, one]))
  return notices.map((notice) => {
    const own = hours.get(notice.personId ?? 0)
    if (!own || notice.urgency === 'urgent') return notice
    if (notice.account && notice.waits !== true) return notice
    const until = quietUntil(now, own.zone, own)
    return until && isInTime(notice, until, now)
      ? { ...notice, folded: { waitsFor: 'quiet', until } }
      : notice
  })
}

function isInTime({ uselessAfter, neededBy = uselessAfter }: Notice, until: Date, now: Date): boolean {
  return neededBy === undefined || neededBy <= now || until.getTime() <= neededBy.getTime() - inTimeMs
}
