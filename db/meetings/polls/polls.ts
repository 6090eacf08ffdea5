import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Polls, PollVotes, WorkingGroups } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { jsonList } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'

export interface Poll
  extends Readonly<
    Pick<
      Polls,
      | 'id'
      | 'title'
      | 'kind'
      | 'minutes'
      | 'zone'
      | 'place'
      | 'link'
      | 'closesAt'
      | 'status'
      | 'meetingId'
      | 'openedBy'
    >
  > {
  /** Those that are to meet, the one that leads first. */
  readonly groupIds: readonly number[]
  readonly groupAcronym: WorkingGroups['acronym']
  readonly slots: readonly { readonly number: number; readonly startsAt: Date }[]
}

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
  (db, given: Given<Omit<NewPoll, 'groupIds'> & Pick<Polls, 'groupId' | 'jointWith'> & { now: Date }>) =>
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

const addSlots = statement((db, given: Given<{ pollId: number; slots: string }>) =>
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

export async function pollById(db: Db, id: number): Promise<Poll | undefined> {
  const [row] = await byId(db, { id })
  return row && asPoll(row)
}

const byId = statement((db, given: Given<{ id: number }>) => pollRows(db).where('p.id', '=', given.id))

/** Locks the poll until the transaction ends, so that a vote and its closing follow each other. */
export async function lockPoll(trx: Trx, id: number): Promise<Poll | undefined> {
  const [row] = await locked(trx, { id })
  return row && asPoll(row)
}

const locked = statement((db, given: Given<{ id: number }>) =>
  pollRows(db).where('p.id', '=', given.id).forUpdate('p'),
)

/** JSON knows no instants. */
function asPoll<
  R extends { readonly slots: readonly { readonly number: number; readonly startsAt: string }[] },
>(row: R) {
  return { ...row, slots: row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) })) }
}

function pollRows(db: Compose) {
  return db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as g', 'g.id', 'p.groupId')
    .select([
      'p.id',
      'p.groups as groupIds',
      'p.title',
      'p.minutes',
      'p.zone',
      'p.place',
      'p.link',
      'p.closesAt',
    ])
    .select(['p.kind', 'p.status', 'p.meetingId', 'p.openedBy'])
    .select(({ ref }) => sql<string>`${groupNames(db, ref('p.groups'), ref('g.acronym'))}`.as('groupAcronym'))
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('pollSlots as s')
          .whereRef('s.pollId', '=', 'p.id')
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(
                jsonBuildObject({
                  number: ref('s.number'),
                  startsAt: sql<string>`to_json(${ref('s.startsAt')})`,
                }),
              )
              .orderBy('s.number')
              .as('list'),
          ),
      ).as('slots'),
    )
}

/** Closes a poll, settles it with its meeting, or opens it again. */
export async function setPollStatus(
  trx: Trx,
  id: number,
  status: Polls['status'],
  meetingId: number | null = null,
): Promise<void> {
  await set(trx, { id, status, meetingId })
}

const set = statement((db, given: Given<{ id: number; status: Polls['status']; meetingId: number | null }>) =>
  db
    .updateTable('polls')
    .set({ status: given.status, meetingId: given.meetingId })
    .where('id', '=', given.id),
)

export interface CastVote {
  readonly number: number
  readonly vote: PollVotes['vote']
}

/** Sets what somebody says to some slots; what they said to others stays. */
export async function castVotes(
  trx: Trx,
  pollId: number,
  personId: number,
  votes: readonly CastVote[],
  now: Date,
): Promise<void> {
  await cast(trx, { pollId, personId, votes: asRecords(votes), now })
}

const cast = statement((db, given: Given<{ pollId: number; personId: number; votes: string; now: Date }>) =>
  db
    .insertInto('pollVotes')
    .columns(['pollId', 'number', 'personId', 'vote', 'votedAt'])
    .expression((from) =>
      from
        .selectFrom(records<CastVote>(given.votes, { number: 'int', vote: 'text' }))
        .select([
          sql<number>`${given.pollId}::int`.as('pollId'),
          'n.number',
          sql<number>`${given.personId}::int`.as('personId'),
          'n.vote',
          sql<Date>`${given.now}::timestamptz`.as('votedAt'),
        ]),
    )
    .onConflict((conflict) =>
      conflict.columns(['pollId', 'number', 'personId']).doUpdateSet(({ ref }) => ({
        vote: ref('excluded.vote'),
        votedAt: ref('excluded.votedAt'),
      })),
    ),
)
