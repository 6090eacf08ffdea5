import { type AgendaItem, agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { lastChangeId } from '../../../db/meetings/record/changes.ts'
import { setSitting } from '../../../db/meetings/room/sitting.ts'
import { takesPartNoLonger } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { tellRooms } from '../tellRooms.ts'
import { isSitting } from './standing.ts'

/** What a start changed, for its undo. */
export interface StartMade {
  /** The last entry of the meeting's history, which is the start's own. */
  readonly entry: number
  /** When it had been ended; null where it was started for the first time. */
  readonly closedAt: Date | null
  /** The item that was taken up with it. */
  readonly item: Pick<AgendaItem, 'id' | 'begunAt' | 'endedAt'> | undefined
  /** Who is down as present by that; undefined where they were so already. */
  readonly present: number | undefined
}

/** `12 1763904660000 3 begun 7`: the entry, the end in ms, the item, whether it had begun, the person; 0 for none. */
export function startText({ entry, closedAt, item, present }: StartMade): string {
  const begun = item === undefined || item.begunAt === null ? 'new' : 'begun'
  return [entry, closedAt?.getTime() ?? 0, item?.id ?? 0, begun, present ?? 0].join(' ')
}

const startMade = /^(\d{1,12}) (\d{1,15}) (\d{1,9}) (new|begun) (\d{1,9})$/

/** Makes a meeting as if it had not been started. Raises `UserError` where it has gone on since. */
export async function takeStartBack(context: Context, meeting: Meeting, undoes: string): Promise<Message> {
  const { db } = context
  const title = called(meeting)
  const values = { meeting: `M${meeting.id}` }
  if (!isSitting(meeting)) throw new UserError(`${title} is not under way; nothing was changed.`)
  const [, entry, closed, item, begun, present] = startMade.exec(undoes) ?? []
  if (entry === undefined || Number(entry) !== (await lastChangeId(db, meeting.id)))
    throw new UserError(
      `${title} has gone on since it was started, and its minutes keep that. End it instead; it can be started again. Nothing was changed.`,
      { buttons: [button('End the meeting', 'meeting end', values, 'danger')] },
    )
  const closedAt = Number(closed) === 0 ? null : new Date(Number(closed))
  await setSitting(db, meeting.id, { begunAt: closedAt && meeting.begunAt, closedAt })
  const taken = (await agendaOf(db, meeting.id)).find(({ id }) => id === Number(item))
  if (taken)
    await timeItem(
      db,
      taken.id,
      begun === 'begun' ? { begunAt: taken.begunAt, endedAt: closedAt } : { begunAt: null, endedAt: null },
    )
  if (Number(present) !== 0) await takesPartNoLonger(db, meeting.id, Number(present))
  context.about(`meeting:${meeting.id}`)
  const sentence = closedAt ? rich`${title} is ended, as before.` : rich`${title} has not started after all.`
  await tellRooms(context, { ...meeting, sequence: eachTime }, 'unstarted', sentence)
  return message(sentence, block.buttons(button('Start it', 'meeting start', values)))
}
