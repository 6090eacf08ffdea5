import { noteChanges } from '../../../db/meetings/record/changes.ts'
import {
  closeAbandoned,
  type OverrunItem,
  overrunItems,
  type SelfClosedMeeting,
} from '../../../db/meetings/room/sitting.ts'
import type { Trx } from '../../../db/store/db.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { nextButton } from './standing.ts'

/** An item's time being up is no news a quarter of an hour later. */
const usefulMs = 15 * 60_000

/** How long after its end a meeting that nobody ended closes itself. */
const graceMinutes = 120

export const itemOver: Rule<Trx, OverrunItem> = {
  key: 'item-over',
  about: 'An agenda item whose time is up',
  audience: [
    { who: 'the rooms of the working group', due: (trx, { now, limit }) => overrunItems(trx, now, limit) },
  ],
  moments: [onTime],
  stops: 'The next item is taken up, or the meeting has ended.',
  text: ({ itemId, meetingId, title, minutes }) =>
    message(
      rich`Time is up: ${title} was given ${formatDuration(minutes ?? 0)}.`,
      block.buttons(nextButton(meetingId, { id: itemId })),
    ),
  why: () => ({
    as: 'a room of the group that meets',
    otherwise: 'Not the right room? /wg unbind ends it.',
  }),
  uselessAfter: (_due, now) => new Date(now.getTime() + usefulMs),
}

export const meetingAbandoned: Rule<Trx, SelfClosedMeeting & Firing> = {
  key: 'abandoned',
  about: 'A meeting that nobody ended: it closes itself',
  audience: [
    {
      who: 'the chairs and vice-chairs of the group',
      async due(trx, { now }) {
        const told = await closeAbandoned(trx, now, graceMinutes)
        const closed = [...new Set(told.map(({ meetingId }) => meetingId))]
        const what = rich`Was not ended by anybody, and closed itself.`
        await noteChanges(
          trx,
          closed.map((meetingId) => ({ meetingId, personId: null, what })),
          now,
        )
        return told.map((one) => ({
          ...one,
          key: `abandoned:${one.meetingId}:${eachTime}:${one.personId}`,
          subject: `meeting:${one.meetingId}`,
        }))
      },
    },
  ],
  acts: true,
  anyDay: true,
  moments: [onTime],
  stops: 'The meeting was ended.',
  text: ({ meetingId, title }) =>
    message(
      rich`M${meetingId} ${title} was not ended, so it closed itself. What came of it?`,
      block.buttons({
        ...button('Record the outcome', 'meeting hold', { meeting: `M${meetingId}` }, 'primary'),
        ask: true,
      }),
    ),
  why: () => ({
    as: 'one of those who lead its group',
    by: 'it was started and not ended',
    otherwise: 'Whoever else leads the group can record the outcome just as well.',
  }),
  duty: true,
  uselessAfter: () => undefined,
}
