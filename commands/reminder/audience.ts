import { groupAcronym } from '../../db/directory/visibility/groupAcronym.ts'
import type { Reminder } from '../../db/ledger/reminders/reminders.ts'
import { type ExpectedInvitee, expectedInvitees } from '../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../db/meetings/rooms.ts'
import { block, type Message, message, moment, rich } from '../../src/core/message.ts'
import { nothingSent } from '../../src/core/reach/reach.ts'
import { counted } from '../../src/core/text/counted.ts'
import { dayOf } from '../../src/core/time/day.ts'
import type { Context, Question } from '../define.ts'
import { isMany } from '../records/askWhereMany.ts'
import { reachedByRule } from '../records/reachedByRule.ts'
import { arrivalIn } from './rules/own.ts'

interface Audience {
  readonly rooms: number
  readonly people: readonly ExpectedInvitee[]
  readonly said: string
}

/** Whom a reminder of a group would reach. */
export async function audienceOf(
  { db }: Pick<Context, 'db'>,
  group: { readonly id: number },
  at: Date,
  zone: string,
): Promise<Audience> {
  const rooms = await roomsOf(db, [group.id])
  const people = await expectedInvitees(db, [group.id], dayOf(at, zone))
  const said =
    rooms.length > 0
      ? `in ${counted(rooms.length, 'room')}`
      : `${counted(people.length, 'person', 'people')}, each in person`
  return { rooms: rooms.length, people, said }
}

/** Each of a group without a room is written to in person, which is asked about where they are many. */
export function mustShow(context: Context, { rooms, people }: Audience): boolean {
  return rooms === 0 && isMany(context, people)
}

/** Who would be reminded, and when it reaches them. */
export async function shownFirst(
  context: Context,
  { people }: Audience,
  set: Pick<Reminder, 'at' | 'text' | 'personId' | 'urgent'> & { readonly acronym: string },
): Promise<Message> {
  const { acronym, at, text } = set
  const rule = (personId: number) => ({ key: 'reminder', ...arrivalIn(set, personId) })
  return message(
    rich`Remind ${counted(people.length, 'person', 'people')} of ${acronym} ${moment(at, context.zone)}, each in person since the group has no room: ${text}`,
    ...(await reachedByRule(context, people, { at, rule })),
    nothingSent,
  )
}

/**
 * Asks before a reminder of a group is another one, where many are reminded by it; and again after a yes, where it has
 * become another one meanwhile, which `changedTo` says.
 */
export async function askOfGroup(
  context: Context,
  after: Reminder,
  { values, changedTo }: { readonly values: Question['values']; readonly changedTo: string | undefined },
): Promise<Question | undefined> {
  const { groupId, at, zone } = after
  if (groupId === null) return undefined
  const audience = await audienceOf(context, { id: groupId }, at, zone)
  if (changedTo === undefined && !mustShow(context, audience)) return undefined
  const acronym = await groupAcronym(context.db, groupId)
  const shown =
    audience.rooms > 0
      ? message(
          rich`Remind ${acronym} ${moment(at, context.zone)}, ${audience.said}: ${after.text}`,
          nothingSent,
        )
      : await shownFirst(context, audience, { ...after, acronym })
  const since =
    changedTo === undefined ? [] : [block.text(`It was changed since you were asked: ${changedTo}`)]
  return {
    kind: 'question',
    message: { ...shown, blocks: [...since, ...shown.blocks] },
    yes: 'Change the reminder',
    values,
  }
}
