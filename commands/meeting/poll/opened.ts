import { pollById } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import {
  type Block,
  block,
  button,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { type Context, found } from '../../define.ts'
import { isAmong } from '../tellRooms.ts'
import { named, pollMessage } from './card.ts'

interface Opened {
  readonly opened: Rich
  readonly notes: readonly string[]
  /** What is said of a poll like it that is open. */
  readonly twin: readonly Block[]
  /** The room in which it was opened gets the card as a room of the group. */
  readonly cardHere: boolean
}

/** The poll’s card under the news that it was opened; the news alone where the card comes to the same room. */
export async function openedCard(
  { db, now, zone }: Context,
  id: number,
  { opened, notes, twin, cardHere }: Opened,
): Promise<Message> {
  const close = block.buttons(button('Close it', 'meeting poll close', { poll: `P${id}` }, 'danger'))
  const below = [
    ...twin.filter(({ kind }) => kind !== 'buttons'),
    ...notes.map((note) => block.text(note)),
    block.text(
      'It cannot be undone, since people have been asked: closing it ends the vote and schedules nothing.',
    ),
  ]
  const other = twin.filter(({ kind }) => kind === 'buttons')
  if (cardHere) return message(opened, ...below, ...other, close)
  const card = pollMessage(found(await pollById(db, id), 'such poll'), await votersOf(db, id, now), zone, now)
  return {
    ...message(
      opened,
      ...card.blocks.filter(({ kind }) => kind !== 'buttons'),
      ...below,
      ...card.blocks.filter(({ kind }) => kind === 'buttons'),
      ...other,
      close,
    ),
    card: `poll:${id}`,
  }
}

/** Asks every voter in their own zone, and puts the card into the rooms of the groups. */
export async function tellVoters(
  context: Context,
  id: number,
): Promise<{ readonly voters: number; readonly cardHere: boolean }> {
  const { db, now } = context
  const poll = found(await pollById(db, id), 'such poll')
  const voters = await votersOf(db, id, now)
  context.notify(
    voters.map(({ personId, zone }) => {
      const shown = pollMessage(poll, voters, zone, now, personId)
      return {
        key: `poll:${id}:open:${personId}`,
        personId,
        kind: 'poll',
        subject: `poll:${id}`,
        message: {
          ...shown,
          summary: rich`Which time suits you for ${named(poll)}? P${id}, until ${moment(poll.closesAt, zone)}.`,
        },
        uselessAfter: poll.closesAt,
      }
    }),
  )
  const rooms = await roomsOf(db, poll.groupIds)
  context.notify(
    rooms.map((room) => ({
      key: `poll:${id}:open:${room.platform}:${room.tenant}:${room.channel}`,
      room,
      kind: 'poll',
      subject: `poll:${id}`,
      message: { ...pollMessage(poll, voters, poll.zone, now), card: `poll:${id}` },
      uselessAfter: poll.closesAt,
    })),
  )
  return { voters: voters.length, cardHere: isAmong(context.invocation.place, rooms) }
}
