import {
  type DueReminder,
  type DueRoomReminder,
  dueReminders,
  dueRoomReminders,
} from '../../db/meetings/reminders.ts'
import type { Db } from '../../db/store/db.ts'
import type { Notice } from '../../src/core/feature/notice.ts'
import { block, link, type Message, message, moment, rich } from '../../src/core/message.ts'
import { rsvpButtons } from './card.ts'

const ahead = { '7d': 'in seven days', '1d': 'tomorrow', '15m': 'in 15 minutes' } as const

/** Meeting reminders that are due at `now` and were not told yet, derived from the meetings as they stand. */
export async function dueMeetingReminders(db: Db, now: Date, limit: number): Promise<readonly Notice[]> {
  const due = await dueReminders(db, now, limit)
  const inRooms = await dueRoomReminders(db, now, limit - due.length)
  return [
    ...due.map((reminder) => ({
      ...noticeOf(reminder, now, reminder.response),
      personId: reminder.personId,
    })),
    ...inRooms.map((reminder) => ({ ...noticeOf(reminder, now, null), room: reminder.room })),
  ]
}

function noticeOf(due: DueReminder | DueRoomReminder, now: Date, response: DueReminder['response']): Notice {
  return {
    key: due.key,
    kind: 'reminder',
    subject: `meeting:${due.meetingId}`,
    message: remind(due, now, response),
  }
}

function remind(due: DueReminder | DueRoomReminder, now: Date, response: DueReminder['response']): Message {
  const group = due.groupAcronym ? ` (${due.groupAcronym})` : ''
  return message(
    rich`Reminder, ${left(due, now)}: ${due.title}${group}, ${moment(due.startsAt, due.zone)}.`,
    due.place ? block.text(`Place: ${due.place}`) : undefined,
    due.link ? block.text(rich`Join: ${link(due.link, due.link)}`) : undefined,
    response === null ? rsvpButtons(due.meetingId) : undefined,
  )
}

/** How long it is until then; a reminder that comes late does not claim the lead that it missed. */
function left({ lead, startsAt }: DueReminder | DueRoomReminder, now: Date): string {
  const minutes = Math.round((startsAt.getTime() - now.getTime()) / 60_000)
  const late = { '7d': minutes < 6 * 1440, '1d': minutes < 20 * 60, '15m': minutes < 12 }[lead]
  if (!late) return ahead[lead]
  if (minutes < 90) return `in ${minutes} minutes`
  return minutes < 2880 ? `in ${Math.round(minutes / 60)} hours` : `in ${Math.round(minutes / 1440)} days`
}
