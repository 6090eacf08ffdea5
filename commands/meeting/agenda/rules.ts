import { comingAgendaCalls, dueAgendaCalls } from '../../../db/meetings/reminding/agendaCalls.ts'
import { standingMeetingReminders } from '../../../db/meetings/reminding/coming.ts'
import {
  type DueReminder,
  type DueRoomReminder,
  dueRoomReminders,
} from '../../../db/meetings/reminding/due.ts'
import { aheadReminders } from '../../../db/meetings/reminding/unanswered.ts'
import type { Trx } from '../../../db/store/db.ts'
import { daysBefore, keysOf, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { comingToRooms } from './comingInRooms.ts'
import { agendaBlocks, type WithAgenda, withAgendas } from './withAgendas.ts'

const key = 'agenda-call'
const invitedMember = 'a member who is invited'

/** Two weeks before a meeting, asks its rooms, or its members where there is no room, for items, and lists those on the agenda. */
export const agendaCall: Rule<Trx, WithAgenda<DueReminder | DueRoomReminder>> = {
  key,
  about: 'A call for agenda items',
  audience: [
    {
      who: 'the rooms of the working group',
      due: async (trx, asked) => withAgendas(trx, await dueRoomReminders(trx, key, asked)),
    },
    {
      who: 'where a group has no room: its members who are invited and have not declined',
      async due(trx, asked) {
        const due = await withAgendas(trx, await dueAgendaCalls(trx, key, asked))
        return due.map((one) => ({ ...one, endsAt: one.startsAt }))
      },
    },
  ],
  moments: [daysBefore(14)],
  stops: 'The meeting is cancelled or has begun.',
  async coming(trx, asked) {
    const found = await comingAgendaCalls(trx, asked.moments, asked)
    const toPeople = found.map(({ at, meetingId, title, startsAt, zone, personId }) => ({
      at,
      what: rich`items for the agenda of M${meetingId} ${title}, ${moment(startsAt, zone)}`,
      to: { personId },
      why: invitedMember,
    }))
    const toRooms = await comingToRooms(trx, asked)
    const itemsFor = toRooms.map((one) => ({ ...one, what: rich`items for the agenda of ${one.what}` }))
    return soonest([...toPeople, ...itemsFor], asked.personId, asked.limit)
  },
  standing: (trx, waited, now) => standingMeetingReminders(trx, keysOf(waited), now),
  open: (trx, waiting, now) => aheadReminders(trx, keysOf(waiting), now),
  text: ({ meetingId, title, startsAt, zone, agenda }) =>
    message(
      rich`Items for the agenda of M${meetingId} ${title}, ${moment(startsAt, zone)}, are welcome.`,
      ...agendaBlocks(agenda),
      block.buttons({
        ...button('Add an item', 'meeting agenda add', { meeting: `M${meetingId}` }),
        ask: true,
      }),
    ),
  why: (due) => ({
    as: 'as' in due ? invitedMember : `the room of ${due.groupAcronym ?? 'the meeting'}`,
    by: `${due.organizer} called the meeting`,
    otherwise:
      'as' in due
        ? 'Chairs bind a room with /wg bind, where all of you are asked at once.'
        : 'Not the right room? /wg unbind ends it.',
  }),
  uselessAfter: ({ startsAt }) => startsAt,
}
