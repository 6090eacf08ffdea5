import type { HeardNotice } from '../../db/ledger/heard.ts'
import { minutesBefore } from '../../db/ledger/reminders/snoozedUntil.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import { UserError } from '../../src/core/errors.ts'
import { addDays, dayOf, startOfDay, type TimeReference } from '../../src/core/time/day.ts'
import { readMoment } from '../../src/core/time/moment.ts'
import { countedFromNow } from '../../src/core/time/phrases/countedDays.ts'
import { formatClock, nextClock } from '../../src/core/time/quietHours.ts'
import type { Context } from '../define.ts'

/** The hour of “tomorrow morning”. */
const morning = 9 * 60

/** Whether “just before the meeting” is meant, whenever it begins. */
export function isBefore(until: string): boolean {
  const typed = until.normalize('NFKC').trim()
  return /^(?:(?:just |right )?before(?: the meeting| it)?|the meeting)$/i.test(typed)
}

/** When something is said again. Raises `UserError`. */
export async function readUntil(
  { db, now, zone }: Context,
  text: string,
  { subject, rule }: HeardNotice,
): Promise<Date> {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const number = subject.split(':')[1]
  const meeting = rule === 'meeting' ? await meetingById(db, Number(number)) : undefined
  const zoned = { now, zone, ahead: true, skipped: 'later' } as const
  const at = isBefore(text)
    ? beforeMeeting(meeting?.startsAt, now)
    : /^(?:until |till )?(?:tomorrow|the morning|tomorrow morning)$/.test(typed)
      ? tomorrowMorning(now, zone)
      : laterMoment(text, zoned)
  if (at <= now)
    throw new UserError('That moment has passed: give one that is still ahead.', { option: 'until' })
  if (meeting && at >= meeting.startsAt) {
    throw new UserError('By then the meeting will have begun. Give a moment before it.', {
      option: 'until',
      choices: [{ label: 'Just before it', value: 'before' }],
    })
  }
  return at
}

/** `3 days` and `an hour` are counted from now; what names a day and no time of it is its morning. */
function laterMoment(text: string, here: TimeReference): Date {
  const counted = countedFromNow(text, here) ?? countedFromNow(`in ${text}`, here)
  if (counted) return counted.at
  if (/^an? hour$/i.test(text.trim())) return readMoment(`in ${text}`, here).at
  try {
    return readMoment(text, here).at
  } catch (error) {
    if (!(error instanceof UserError) || /night|evening|afternoon|\d:\d/i.test(text)) throw error
    try {
      return readMoment(`${text} ${formatClock(morning)}`, here).at
    } catch {
      throw error
    }
  }
}

function beforeMeeting(startsAt: Date | undefined, now: Date): Date {
  if (!startsAt)
    throw new UserError('That reminder does not belong to a meeting. Give a time, such as “tomorrow 9:00”.', {
      option: 'until',
    })
  const usual = new Date(startsAt.getTime() - minutesBefore * 60_000)
  if (usual > now) return usual
  throw new UserError(
    `The meeting begins in ${minutesBefore} minutes or less. Give a time, such as “in 5 minutes”.`,
    {
      option: 'until',
    },
  )
}

function tomorrowMorning(now: Date, zone: string): Date {
  const tomorrow = startOfDay(addDays(dayOf(now, zone), 1), zone)
  return nextClock(new Date(tomorrow.getTime() - 1), zone, morning)
}
