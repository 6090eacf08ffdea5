import {
  type DueReminder,
  type DueRoomReminder,
  dueReminders,
  dueRoomReminders,
} from '../../db/meetings/reminders.ts'
import type { Trx } from '../../db/store/db.ts'
import { daysBefore, type Lead, minutesBefore, type Rule } from '../../src/core/feature/rule.ts'
import { block, link, type Message, message, moment, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { agendaList, type WithAgenda, withAgendas } from './agenda/withAgendas.ts'
import { rsvpButtons } from './card.ts'

const key = 'meeting'

/** After this it would no longer be true that the meeting is, say, tomorrow. */
const usefulMinutes = 60

/** What reminds of a meeting ahead. */
export const meetingAhead: Rule<Trx, WithAgenda<DueReminder | DueRoomReminder>> = {
  key,
  about: 'A meeting ahead',
  audience: [
    {
      who: 'everyone invited who has not declined',
      due: async (trx, { now, moments, limit }) =>
        withAgendas(trx, await dueReminders(trx, key, moments, now, limit)),
    },
    {
      who: 'the rooms of the working group',
      due: async (trx, { now, moments, limit }) =>
        withAgendas(trx, await dueRoomReminders(trx, key, moments, now, limit)),
    },
  ],
  moments: [daysBefore(7), daysBefore(1), minutesBefore(15)],
  stops: 'The meeting is cancelled or has begun, or the person has declined.',
  text: remind,
  uselessAfter: ({ startsAt }, now) =>
    new Date(Math.min(startsAt.getTime(), now.getTime() + usefulMinutes * 60_000)),
}

function remind(due: WithAgenda<DueReminder | DueRoomReminder>, now: Date): Message {
  const group = due.groupAcronym ? ` (${due.groupAcronym})` : ''
  return message(
    rich`Reminder, ${timeLeft(due, now)}: ${due.title}${group}, ${moment(due.startsAt, due.zone)}.`,
    due.place ? block.text(`Place: ${due.place}`) : undefined,
    due.link ? block.text(rich`Join: ${link(due.link, due.link)}`) : undefined,
    agendaList(due.agenda),
    'response' in due && due.response !== null ? undefined : rsvpButtons(due.meetingId),
  )
}

/** A reminder that comes late does not claim the lead that it missed. */
function timeLeft({ lead, startsAt }: DueReminder | DueRoomReminder, now: Date): string {
  const minutes = Math.round((startsAt.getTime() - now.getTime()) / 60_000)
  // A change of the clocks makes a day an hour shorter, which is not late.
  if (minutes >= 0.85 * (lead.days * 1440 + lead.minutes)) return leadInWords(lead)
  if (minutes < 90) return `in ${counted(minutes, 'minute')}`
  return minutes < 2880
    ? `in ${counted(Math.round(minutes / 60), 'hour')}`
    : `in ${counted(Math.round(minutes / 1440), 'day')}`
}

function leadInWords({ days, minutes }: Lead): string {
  if (days === 1) return 'tomorrow'
  if (days === 7) return 'in seven days'
  return days > 0 ? `in ${counted(days, 'day')}` : `in ${counted(minutes, 'minute')}`
}
