import { type DueRoomReminder, dueRoomReminders } from '../../../db/meetings/reminding/due.ts'
import type { Trx } from '../../../db/store/db.ts'
import { daysBefore, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { comingToRooms } from './comingInRooms.ts'
import { agendaList, type WithAgenda, withAgendas } from './withAgendas.ts'

const key = 'agenda-call'

/** Two weeks ahead the rooms are asked for items, with those that are there already. */
export const agendaCall: Rule<Trx, WithAgenda<DueRoomReminder>> = {
  key,
  about: 'A call for agenda items',
  audience: [
    {
      who: 'the rooms of the working group',
      due: async (trx, { now, moments, limit }) =>
        withAgendas(trx, await dueRoomReminders(trx, key, moments, now, limit)),
    },
  ],
  moments: [daysBefore(14)],
  stops: 'The meeting is cancelled or has begun.',
  coming: comingToRooms,
  text: ({ meetingId, title, startsAt, zone, agenda }) =>
    message(
      rich`Items for the agenda of M${meetingId} ${title}, ${moment(startsAt, zone)}, are welcome.`,
      agendaList(agenda),
      block.buttons({
        ...button('Add an item', 'meeting agenda add', { meeting: `M${meetingId}` }),
        ask: true,
      }),
    ),
  why: ({ groupAcronym, organizer }) => ({
    as: `the room of ${groupAcronym ?? 'the meeting'}`,
    by: `${organizer} called the meeting`,
    otherwise: 'Not the right room? /wg unbind ends it.',
  }),
  uselessAfter: ({ startsAt }) => startsAt,
}
