import type { Meeting } from '../../db/meetings.ts'
import { roomsOf } from '../../db/rooms.ts'
import type { Rich } from '../../src/core/message.ts'
import type { Context } from '../define.ts'
import { sharedCard } from './shared.ts'

/**
 * Says in every room of the meeting's group, once per state of the meeting, what became of it, above its shared
 * card. The room in which the command was given has the answer already.
 */
export async function tellRooms(
  context: Context,
  { id, groupId, sequence }: Pick<Meeting, 'id' | 'groupId' | 'sequence'>,
  kind: 'invitation' | 'moved' | 'cancelled' | 'restored' | 'held',
  summary: Rich,
): Promise<void> {
  if (groupId === null) return
  const { db, now, invocation } = context
  const here = JSON.stringify(placeOf(invocation.place))
  const rooms = (await roomsOf(db, groupId)).filter((room) => JSON.stringify(placeOf(room)) !== here)
  if (rooms.length === 0) return
  const card = await sharedCard(db, id, now)
  if (!card) return
  context.notify(
    rooms.map((room) => ({
      key: `${kind}:${id}:${sequence}:${placeOf(room).join(':')}`,
      room,
      kind,
      subject: `meeting:${id}`,
      message: { ...card, summary },
    })),
  )
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
