import { remindersAsNow } from '../../db/meetings/reminding/asNow.ts'
import {
  type ComingReminder,
  comingReminders,
  standingMeetingReminders,
} from '../../db/meetings/reminding/coming.ts'
import {
  type DueReminder,
  type DueRoomReminder,
  dueReminders,
  dueRoomReminders,
} from '../../db/meetings/reminding/due.ts'
import { saidLately } from '../../db/meetings/reminding/saidLately.ts'
import {
  aheadReminders,
  begunUnanswered,
  unansweredReminders,
} from '../../db/meetings/reminding/unanswered.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Lead } from '../../src/core/feature/lead.ts'
import { daysBefore, keysOf, minutesBefore, type Rule, soonest } from '../../src/core/feature/rule.ts'
import {
  type Block,
  block,
  link,
  type Message,
  message,
  moment,
  type Rich,
  rich,
  titled,
} from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { capital } from '../../src/core/text/text.ts'
import { dayOf, daysBetween } from '../../src/core/time/day.ts'
import { snoozeButtons } from '../reminder/subjects.ts'
import { comingToRooms } from './agenda/comingInRooms.ts'
import { agendaBlocks, type WithAgenda, withAgendas } from './agenda/withAgendas.ts'
import { rsvpButtons } from './card.ts'
import { seatWithArticle } from './shown/seatWithArticle.ts'

const key = 'meeting'

/** After this it would no longer be true that the meeting is, say, tomorrow. */
const usefulMinutes = 60

/** What reminds of a meeting ahead. */
export const meetingAhead: Rule<Trx, WithAgenda<DueReminder | DueRoomReminder>> = {
  key,
  about: 'An upcoming meeting',
  audience: [
    {
      who: 'everyone invited who has not declined',
      async due(trx, asked) {
        const due = await withAgendas(trx, await dueReminders(trx, key, asked))
        return due.map((one) => ({ ...one, endsAt: one.startsAt, punctual: one.lead.days === 0 }))
      },
    },
    {
      who: 'the rooms of the working group',
      due: async (trx, asked) => withAgendas(trx, await dueRoomReminders(trx, key, asked)),
    },
  ],
  moments: [daysBefore(7), daysBefore(1), minutesBefore(15)],
  stops: 'The meeting is cancelled or has begun, or the person has declined.',
  text: remind,
  why: (due) => ({
    as: 'as' in due ? whyOf(due) : `the room of ${due.groupAcronym ?? 'the meeting'}`,
    by: `${due.organizer} called the meeting`,
    otherwise:
      'as' in due
        ? `A colleague instead? /meeting rsvp M${due.meetingId} no delegate:their name.`
        : 'Not the right room? /wg unbind ends it.',
  }),
  line: (due) => named(due),
  async standing(trx, waited, now) {
    const standing = await standingMeetingReminders(trx, keysOf(waited), now)
    return standing.difference(await saidLately(trx, [...standing], now))
  },
  async asNow(trx, waited, now) {
    const found = await withAgendas(trx, await remindersAsNow(trx, keysOf(waited), now))
    return found.map((one) => ({ ...one, endsAt: one.startsAt }))
  },
  open: (trx, waiting, now) => unansweredReminders(trx, keysOf(waiting), now),
  openInRooms: (trx, waiting, now) => aheadReminders(trx, keysOf(waiting), now),
  lapsed: (trx, settled, now) => begunUnanswered(trx, keysOf(settled), now),
  async words(trx, settled) {
    const standing = await standingMeetingReminders(trx, keysOf(settled), new Date(0))
    return new Map(settled.map(({ key }) => [key, standing.has(key) ? 'Answered' : 'No longer so']))
  },
  async coming(trx, asked) {
    const found = await comingReminders(trx, asked.moments, asked)
    const toPeople = found.map((one) => ({
      at: one.at,
      what: rich`M${one.meetingId} ${named(one)}`,
      to: { personId: one.personId },
      why: whyOf(one),
      punctual: one.punctual,
    }))
    const toRooms = await comingToRooms(trx, asked)
    return soonest([...toPeople, ...toRooms], asked.personId, asked.limit)
  },
  uselessAfter: ({ startsAt }, now) =>
    new Date(Math.min(startsAt.getTime(), now.getTime() + usefulMinutes * 60_000)),
}

/** `Plenary (ETCIP), Sat 12 Dec 2026, 14:30`. */
function named({
  title,
  groupAcronym,
  startsAt,
  zone,
}: Pick<ComingReminder, 'title' | 'groupAcronym' | 'startsAt' | 'zone'>): Rich {
  return rich`${title}${groupAcronym ? ` (${groupAcronym})` : ''}, ${moment(startsAt, zone)}`
}

function remind(due: WithAgenda<DueReminder | DueRoomReminder>, now: Date): Message {
  const left = timeLeft(due, now)
  const what = `${due.title}${due.groupAcronym ? ` (${due.groupAcronym})` : ''}`
  return titled(
    `${capital(left)}: ${what}`,
    message(
      rich`Reminder, ${left}: ${what}, ${moment(due.startsAt, due.zone)}.`,
      whereabouts(due),
      ...agendaBlocks(due.agenda),
      'response' in due && due.response !== null ? undefined : rsvpButtons(due.meetingId),
      'as' in due ? snoozeButtons(due.subject, laterOf(due, now)) : undefined,
    ),
  )
}

function whereabouts({ startsAt, zone, place, link: address }: DueReminder | DueRoomReminder): Block {
  const facts: (readonly [string, Rich | string])[] = [['When', rich`${moment(startsAt, zone)}`]]
  if (place) facts.push(['Place', place])
  if (address) facts.push(['Join', rich`${link(address, address)}`])
  return block.fields(facts)
}

/** `invited as a member of ETCIP`. */
function whyOf({ as, groupAcronym }: Pick<ComingReminder, 'as' | 'groupAcronym'>): string {
  const role = seatWithArticle(as)
  return groupAcronym === null ? `invited as ${role}` : `invited as ${role} of ${groupAcronym}`
}

/** Only what still lies before the meeting is offered. */
function laterOf({ startsAt }: DueReminder, now: Date): Parameters<typeof snoozeButtons>[1] {
  const minutes = (startsAt.getTime() - now.getTime()) / 60_000
  if (minutes > 2 * 1440) return ['tomorrow', 'before']
  return minutes > 60 ? ['1h', 'before'] : minutes > 10 ? ['10m'] : []
}

/** A reminder that comes late, or early for a day off, does not name the lead time that it missed. */
function timeLeft({ lead, startsAt, zone }: DueReminder | DueRoomReminder, now: Date): string {
  const minutes = Math.round((startsAt.getTime() - now.getTime()) / 60_000)
  const days = daysBetween(dayOf(now, zone), dayOf(startsAt, zone))
  if (lead.days > 0 && minutes > 1.15 * lead.days * 1440) return leadInWords({ ...lead, days })
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
  if (days > 0) return `in ${counted(days, 'day')}`
  return minutes >= 120 && minutes % 60 === 0
    ? `in ${counted(minutes / 60, 'hour')}`
    : `in ${counted(minutes, 'minute')}`
}
