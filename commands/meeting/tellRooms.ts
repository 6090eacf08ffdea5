import { roomsOf } from '../../db/meetings/rooms.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import type { Place } from '../../src/core/address.ts'
import type { eachTime } from '../../src/core/feature/notice.ts'
import { type Rich, titled } from '../../src/core/message.ts'
import type { Context } from '../define.ts'
import { noteInHistory } from './outcome/noteInHistory.ts'
import { news, sharedCard } from './rsvpCard.ts'

/**
 * Enters in the history of a meeting what became of it, and says it in every room of the groups that meet,
 * once per state of the meeting, or each time. An invitation and a start are the shared card, which is kept up; what else comes stays
 * as it was said.
 * A heading stands for the sentence where the facts below say all the rest of it.
 * Whether the room in which the command was given is one of them.
 */
export async function tellRooms(
  context: Context,
  {
    id,
    groupIds,
    sequence,
  }: Pick<Meeting, 'id' | 'groupIds'> & { readonly sequence: number | typeof eachTime },
  kind: 'invitation' | 'moved' | 'cancelled' | 'restored' | 'held' | 'started' | 'unstarted',
  summary: Rich,
  heading?: string,
): Promise<boolean> {
  const { db, now, invocation } = context
  await noteInHistory(context, id, summary)
  const rooms = groupIds.length === 0 ? [] : await roomsOf(db, groupIds)
  if (rooms.length === 0) return false
  const message =
    kind === 'invitation' || kind === 'started'
      ? await sharedCard(db, id, now)
      : await news(db, id, {
          now,
          whyIsSaid: kind !== 'cancelled' || heading === undefined,
          hourIsSaid: kind === 'moved',
        })
  if (!message) return false
  const { summaryBelow: _, ...card } = message
  const notice = heading === undefined ? { ...card, summary } : titled(heading, { ...card, summary })
  context.notify(
    rooms.map((room) => ({
      key: `${kind}:${id}:${sequence}:${placeOf(room).join(':')}`,
      room,
      kind,
      subject: `meeting:${id}`,
      message: notice,
    })),
  )
  return isAmong(invocation.place, rooms)
}

type Room = Pick<Place, 'platform' | 'tenant' | 'channel'>

/** Whether a place is one of these rooms, where what is said to them need not be said once more. */
export function isAmong(place: Room, rooms: readonly Room[]): boolean {
  const here = placeOf(place).join(' ')
  return rooms.some((room) => placeOf(room).join(' ') === here)
}

function placeOf({ platform, tenant, channel }: Room): readonly string[] {
  return [platform, tenant, channel]
}
