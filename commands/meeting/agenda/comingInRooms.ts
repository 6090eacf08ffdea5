import { comingInRooms } from '../../../db/meetings/reminding/comingRooms.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { UpcomingNotice, UpcomingQuery } from '../../../src/core/feature/upcomingNotice.ts'
import { moment, rich } from '../../../src/core/message.ts'

/** What is coming in the rooms of groups; nothing of it is for one person. */
export async function comingToRooms(
  trx: Trx,
  { moments, now, limit, personId }: UpcomingQuery,
): Promise<readonly UpcomingNotice[]> {
  if (personId !== null) return []
  const found = await comingInRooms(trx, moments, { now, limit })
  return found.map(({ at, meetingId, title, startsAt, zone, group }) => ({
    at,
    what: rich`M${meetingId} ${title}, ${moment(startsAt, zone)}`,
    to: { room: `the rooms of ${group}` },
    why: `the rooms of ${group}`,
  }))
}
