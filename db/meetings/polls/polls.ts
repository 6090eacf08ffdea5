import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Polls, WorkingGroups } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { jsonList } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames, listed, overlaps } from '../joint/groups.ts'

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

export async function pollById(db: Db, id: number): Promise<Poll | undefined> {
  const [row] = await byId(db, { id })
  return row && asPoll(row)
}

const byId = statement((db, given: Params<{ id: number }>) => pollRows(db).where('p.id', '=', given.id))

/** Locks the poll until the transaction ends, so that a vote and its closing follow each other. */
export async function lockPoll(trx: Trx, id: number): Promise<Poll | undefined> {
  const [row] = await locked(trx, { id })
  return row && asPoll(row)
}

const locked = statement((db, given: Params<{ id: number }>) =>
  pollRows(db).where('p.id', '=', given.id).forUpdate('p'),
)

/** The polls of any of these groups that take votes, the latest first. */
export async function openPollsOf(db: Db, groupIds: readonly number[], now: Date): Promise<readonly Poll[]> {
  return (await takingVotes(db, { groupIds, now })).map(asPoll)
}

const takingVotes = statement((db, given: Params<{ groupIds: readonly number[]; now: Date }>) =>
  pollRows(db)
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', given.now)
    .where(({ ref }) => overlaps(ref('p.groups'), listed(given.groupIds)))
    .orderBy('p.id', 'desc'),
)

/** JSON has no type for instants. */
function asPoll<
  R extends { readonly slots: readonly { readonly number: number; readonly startsAt: string }[] },
>(row: R) {
  return { ...row, slots: row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) })) }
}

function pollRows(db: QueryBuilder) {
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

const set = statement(
  (db, given: Params<{ id: number; status: Polls['status']; meetingId: number | null }>) =>
    db
      .updateTable('polls')
      .set({ status: given.status, meetingId: given.meetingId })
      .where('id', '=', given.id),
)

/** Lets a poll take votes until an instant, also where it was closed. */
export async function setPollEnd(trx: Trx, id: number, closesAt: Date): Promise<void> {
  await extend(trx, { id, closesAt })
}

const extend = statement((db, given: Params<{ id: number; closesAt: Date }>) =>
  db
    .updateTable('polls')
    .set({ status: 'open', meetingId: null, closesAt: given.closesAt })
    .where('id', '=', given.id),
)
