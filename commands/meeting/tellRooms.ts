import type { Meeting } from '../../db/meetings.ts'
import { roomsOf } from '../../db/rooms.ts'
import type { Rich } from '../../src/core/message.ts'
import type { Context } from '../define.ts'
import { sharedCard } from './shared.ts'

/**
 * Says in every room of the meeting's group, once per state of the meeting, what became of it, above its shared
 * card. Whether the room in which the command was given is one of them: the card there is the one that is kept up.
 */
export async function tellRooms(
  context: Context,
  { id, groupId, sequence }: Pick<Meeting, 'id' | 'groupId' | 'sequence'>,
  kind: 'invitation' | 'moved' | 'cancelled' | 'restored' | 'held',
  summary: Rich,
): Promise<boolean> {
  const { db, now, invocation } = context
  const rooms = groupId === null ? [] : await roomsOf(db, groupId)
  const card = rooms.length > 0 ? await sharedCard(db, id, now) : undefined
  if (!card) return false
  context.notify(
    rooms.map((room) => ({
      key: `${kind}:${id}:${sequence}:${placeOf(room).join(':')}`,
      room,
      kind,
      subject: `meeting:${id}`,
      message: { ...card, summary },
    })),
  )
  const here = placeOf(invocation.place).join(' ')
  return rooms.some((room) => placeOf(room).join(' ') === here)
}

function placeOf({
  platform,
  tenant,
  channel,
}: {
  readonly platform: string
  readonly tenant: string
  readonly channel: string
}) {
  return [platform, tenant, channel]
}
