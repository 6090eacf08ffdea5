import { groupsOfRoom } from '../../../../db/meetings/groupsOfRoom.ts'
import type { ImpliedMeeting } from '../../../../db/meetings/room/implied.ts'
import type { Db } from '../../../../db/store/db.ts'
import type { Room } from '../../../core/address.ts'

/** The meetings of the groups whose room this is; all of them if it is no group's room. */
export async function ofRoom(
  db: Db,
  found: readonly ImpliedMeeting[],
  room: Room,
): Promise<readonly ImpliedMeeting[]> {
  if (found.length === 0) return found
  const bound = (await groupsOfRoom(db, room)).map(({ id }) => id)
  return bound.length === 0 ? found : found.filter(({ groups }) => groups.some((id) => bound.includes(id)))
}
