import {
  advanceReminders,
  type DueReminder,
  standingReminders,
  takeDueReminders,
} from '../../../db/ledger/reminders/dueReminders.ts'
import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import type { Trx } from '../../../db/store/db.ts'
import {
  type Firing,
  numberOf,
  onTime,
  type Rule,
  type WaitingFiring,
} from '../../../src/core/feature/rule.ts'
import { block, message, moment, rich, titled } from '../../../src/core/message.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { timeAfter, timeOf } from '../series.ts'
import { snoozeButtons } from '../subjects.ts'

const key = 'reminder'

/** Somebody reminded later than this is told that the reminder is late. */
const lateMs = 10 * 60_000

/** `last`: it will not come again. */
type OwnFiring = Firing & Omit<DueReminder, 'personId'> & { readonly last: boolean }

/** What members set for themselves, and chairs for their groups. */
export const ownReminders: Rule<Trx, OwnFiring> = {
  key,
  about: 'A reminder that you set for yourself or for your group',
  audience: [
    {
      who: 'the person who set it, or the rooms of the group and, where it has none, its members',
      async due(trx, { now, limit }) {
        const due = await takeDueReminders(trx, now, limit)
        const next = due.map((one) => ({ one, time: timeAfter(one, now) }))
        await advanceReminders(
          trx,
          next.map(({ one, time }) => {
            const timesLeft = one.timesLeft === null ? null : one.timesLeft - 1
            return { id: one.id, at: time?.at ?? null, timesLeft, note: time?.note ?? null }
          }),
        )
        const firings: OwnFiring[] = []
        for (const { one, time } of next)
          firings.push(...(await firingsOf(trx, { ...one, ...timeOf(one, now) }, time === undefined)))
        return firings
      },
    },
  ],
  takes: true,
  moments: [onTime],
  stops: 'The person cancels it.',
  punctual: true,
  text: ({ id, text, at, reader, note }, now) =>
    titled(
      `Reminder: ${text}`,
      message(
        rich`Reminder: ${text}, ${moment(at, reader)}${lateness(at, now)}`,
        block.fields([['When', rich`${moment(at, reader)}${lateness(at, now)}`]]),
        note === null ? undefined : block.text(note),
        snoozeButtons(`reminder:${id}`, ['10m', '1h', 'tomorrow']),
      ),
    ),
  why: ({ groupId, group, setBy, room, id, last, rule }) => ({
    as:
      groupId === null
        ? 'the one who set it'
        : room
          ? `the room of ${group ?? 'the group'}`
          : `of ${group ?? 'the group'}, for which it was set`,
    by: groupId === null ? undefined : `${setBy} set it`,
    otherwise: last
      ? rule === null
        ? 'It comes once.'
        : 'It was the last one.'
      : groupId === null
        ? `/reminder cancel R${id} ends it.`
        : `Whoever leads the group ends it: /reminder cancel R${id}.`,
  }),
  // The reader asked for it: better late than never.
  uselessAfter: () => undefined,
  standing,
  open: standing,
  openInRooms: standing,
  words: async (_trx, settled) => new Map(settled.map(({ key: of }) => [of, 'Cancelled'])),
}

function lateness(at: Date, now: Date): string {
  return now.getTime() - at.getTime() > lateMs ? ', late: I was not running then' : ''
}

async function standing(
  trx: Trx,
  waiting: readonly Pick<WaitingFiring, 'key' | 'subject'>[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const numbers = waiting.flatMap(({ subject }) => numberOf(subject, key) ?? [])
  const found = await standingReminders(trx, numbers, dayOf(now, 'UTC'))
  const stands = (subject: string) => found.has(numberOf(subject, key) ?? 0)
  return new Set(waiting.filter(({ subject }) => stands(subject)).map((one) => one.key))
}

/** How a reminder of a group arrives at one of its people: the others named no hour; the day may be what it is about. */
export function arrivalIn(
  { personId: setter, urgent }: Pick<DueReminder, 'personId' | 'urgent'>,
  personId: number,
) {
  return {
    ...(urgent ? { urgency: 'urgent' as const } : {}),
    punctual: personId === setter,
    anyDay: true as const,
  }
}

/** For a group, its rooms, each once; where it has none, its members on that day. */
async function firingsOf(trx: Trx, reminder: DueReminder, last: boolean): Promise<readonly OwnFiring[]> {
  const { personId, ...given } = reminder
  const shared = { ...given, last }
  const { id, groupId, at, rule, urgent } = shared
  const subject = `reminder:${id}`
  const occurrence = rule === null ? `${key}:${id}` : `${key}:${id}:${at.toISOString()}`
  const urgency = urgent ? { urgency: 'urgent' as const } : {}
  if (groupId === null) return [{ ...shared, ...urgency, key: occurrence, subject, personId }]
  const rooms = await roomsOf(trx, [groupId])
  if (rooms.length > 0) {
    return rooms.map((room) => ({
      ...shared,
      key: [occurrence, room.platform, room.tenant, room.channel].join(':'),
      subject,
      room,
    }))
  }
  const people = await expectedInvitees(trx, [groupId], dayOf(at, shared.zone))
  return people.map((guest) => ({
    ...shared,
    ...arrivalIn({ personId, urgent }, guest.personId),
    reader: guest.zone,
    key: `${occurrence}:${guest.personId}`,
    subject,
    personId: guest.personId,
  }))
}
