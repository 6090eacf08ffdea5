import { newsOf } from '../../../db/ledger/waiting/overtaken.ts'
import { inviteesOfAny } from '../../../db/meetings/invitations.ts'
import { noteChanges } from '../../../db/meetings/record/changes.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { type Block, block, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { tellRooms } from '../tellRooms.ts'
import { type HeardBefore, heardBefore, withoutThoseWhoNeverHeard } from '../told/tellCancelled.ts'

/**
 * Tells everybody who is invited to any of several meetings of a series what became of them, in one message each, says
 * it in the rooms, and enters it in the history of every one. Returns how many people are told.
 */
export async function tellAll(
  context: Context,
  meetings: readonly Meeting[],
  kind: 'moved' | 'cancelled' | 'restored',
  say: (zone: string) => Rich,
  ...more: readonly (Block | undefined)[]
): Promise<number> {
  const { db } = context
  const [first] = meetings
  if (!first) return 0
  const people = await inviteesOfAny(
    db,
    meetings.map(({ id }) => id),
  )
  const { told, again } = await parted(context, people, kind, `meeting:${first.id}`)
  const notice = (personId: number) => ({
    key: `${kind}-rest:${first.id}:${first.sequence}:${personId}`,
    personId,
    subject: `meeting:${first.id}`,
    neededBy: first.startsAt,
  })
  context.notify([
    ...told.map(({ personId, zone }) => ({
      ...notice(personId),
      kind,
      message: message(say(zone), datesOf(meetings, zone), ...more),
    })),
    ...again.map(({ reader: { personId }, ...news }) => ({ ...notice(personId), ...news })),
  ])
  await tellRooms(context, first, kind, say(first.zone))
  const changes = meetings.slice(1).map(({ id, zone }) => ({
    meetingId: id,
    personId: context.caller.personId,
    what: say(zone),
  }))
  await noteChanges(db, changes, context.now)
  return told.length + again.length
}

/** Whom to tell this, and whom what was to be said before: whoever sleeps may know neither. */
async function parted<P extends { readonly personId: number; readonly zone: string }>(
  context: Context,
  people: readonly P[],
  kind: 'moved' | 'cancelled' | 'restored',
  subject: string,
): Promise<HeardBefore<P>> {
  const again: HeardBefore<P>['again'] = []
  if (kind === 'moved') return { told: people, again }
  const news = await newsOf(context.db, subject, 'series')
  return kind === 'restored'
    ? heardBefore(context, people, news)
    : { told: await withoutThoseWhoNeverHeard(context, people, news), again }
}

const mostDates = 8

export function datesOf(meetings: readonly Meeting[], zone: string): Block {
  const more = meetings.length - mostDates
  const lines = meetings.slice(0, mostDates).map(({ id, startsAt }) => rich`M${id} ${moment(startsAt, zone)}`)
  return block.list([...lines, ...(more > 0 ? [`and ${more} more`] : [])])
}
