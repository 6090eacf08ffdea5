import { sql } from 'kysely'

import type { Polls } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Poll } from './polls.ts'

export type NewPoll = Pick<
  Poll,
  'groupIds' | 'title' | 'kind' | 'minutes' | 'zone' | 'place' | 'link' | 'closesAt' | 'openedBy'
>

/** Opens a poll on slots, numbered from 1 in their order. Returns its number. */
export async function openPoll(trx: Trx, poll: NewPoll, slots: readonly Date[], now: Date): Promise<number> {
  const [groupId, ...jointWith] = poll.groupIds
  if (groupId === undefined) throw new Error('a poll of no group')
  const [row] = await open(trx, { ...poll, groupId, jointWith, now })
  if (!row) throw new Error('the poll was not opened')
  const numbered = slots.map((startsAt, at) => ({ number: at + 1, startsAt: startsAt.toISOString() }))
  await addSlots(trx, { pollId: row.id, slots: asRecords(numbered) })
  return row.id
}

const open = statement(
  (db, given: Params<Omit<NewPoll, 'groupIds'> & Pick<Polls, 'groupId' | 'jointWith'> & { now: Date }>) =>
    db
      .insertInto('polls')
      .values({
        groupId: given.groupId,
        jointWith: sql<number[]>`${given.jointWith}::int[]`,
        title: given.title,
        kind: given.kind,
        minutes: given.minutes,
        zone: given.zone,
        place: given.place,
        link: given.link,
        closesAt: given.closesAt,
        status: 'open',
        openedBy: given.openedBy,
        openedAt: given.now,
      })
      .returning('id'),
)

const addSlots = statement((db, given: Params<{ pollId: number; slots: string }>) =>
  db
    .insertInto('pollSlots')
    .columns(['pollId', 'number', 'startsAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<{ number: number; startsAt: Date }>(given.slots, {
            number: 'int',
            startsAt: 'timestamptz',
          }),
        )
        .select([sql<number>`${given.pollId}::int`.as('pollId'), 'n.number', 'n.startsAt']),
    ),
)
