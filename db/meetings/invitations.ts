import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Invitations, People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Given, statement } from '../store/statement.ts'
import type { Response } from './tally.ts'

/** Someone invited, as what, and their IANA zone. */
export type Invitee = Readonly<Pick<Invitations, 'personId' | 'as'> & Pick<People, 'zone'>>

/**
 * Invites everybody who belongs to the meeting's group on a day: the persons of its chairs, members and observers, and
 * of every entity where the group is open to all. Returns those newly invited.
 */
export async function inviteGroup(trx: Trx, meetingId: number, on: Day): Promise<readonly Invitee[]> {
  return invite(trx, { meetingId, on })
}

const invite = statement((db, given: Given<{ meetingId: number; on: Day }>) =>
  db
    .with('meeting', (query) =>
      query
        .selectFrom('meetings as m')
        .innerJoin('workingGroups as g', 'g.id', 'm.groupId')
        .select(['m.id', 'm.groupId', 'g.openToAll'])
        .where('m.id', '=', given.meetingId),
    )
    // A seat is 1 for leading the group, 2 for a member, 3 for an observer: a person gets the best of theirs.
    .with('seats', (query) =>
      query
        .selectFrom('roles as r')
        .innerJoin('meeting as m', 'm.groupId', 'r.groupId')
        .select(({ ref }) => [
          'r.entityId',
          'r.personId',
          sql<number>`case ${ref('r.role')} when 'member' then 2 when 'observer' then 3 else 1 end`.as(
            'seat',
          ),
        ])
        .where('r.during', '@>', day(given.on))
        .unionAll((all) =>
          all
            .selectFrom(['entities as e', 'meeting as m'])
            .select(({ ref }) => [
              'e.id as entityId',
              sql<number | null>`null::int`.as('personId'),
              sql<number>`case ${ref('e.kind')} when 'observer' then 3 else 2 end`.as('seat'),
            ])
            .where('m.openToAll', 'is', true)
            .where('e.kind', 'in', ['member', 'observer'])
            .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', day(given.on))]))
            .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))])),
        ),
    )
    .with('invited', (query) =>
      query
        .insertInto('invitations')
        .columns(['meetingId', 'personId', 'as'])
        .expression((from) =>
          from
            .selectFrom(['meeting as m', 'seats as s'])
            .innerJoin('people as p', (join) =>
              join.on((eb) =>
                eb.or([eb('p.entityId', '=', eb.ref('s.entityId')), eb('p.id', '=', eb.ref('s.personId'))]),
              ),
            )
            .select(({ fn }) => [
              'm.id as meetingId',
              'p.id as personId',
              sql<
                Invitee['as']
              >`case ${fn.min('s.seat')} when 1 then 'chair' when 2 then 'member' else 'observer' end`.as(
                'as',
              ),
            ])
            .where((eb) => eb.or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', day(given.on))]))
            .groupBy(['m.id', 'p.id']),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['personId', 'as']),
    )
    .selectFrom('invited as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .select(['i.personId', 'i.as', 'p.zone'])
    .orderBy('i.personId'),
)

export interface Invited extends Invitee {
  readonly name: string
  /** Acronym of the person's entity. */
  readonly entity: string | null
  readonly response: Response | null
}

/** Everybody invited, by name, with their zone and answer. */
export async function invitees(db: Db, meetingId: number): Promise<readonly Invited[]> {
  return ofMeeting(db, { meetingId })
}

const ofMeeting = statement((db, given: Given<{ meetingId: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['i.personId', 'i.as', 'i.response', 'p.zone', 'p.name', 'e.acronym as entity'])
    .where('i.meetingId', '=', given.meetingId)
    .orderBy('p.name'),
)

interface Answer {
  readonly meetingId: number
  readonly personId: number
  readonly response: Response
}

/** Sets a person's answer; false when that person is not invited. */
export async function respond(trx: Trx, answer: Answer, now: Date): Promise<boolean> {
  const set = await setAnswer(trx, { ...answer, now })
  return set.length > 0
}

const setAnswer = statement((db, given: Given<Answer & { now: Date }>) =>
  db
    .updateTable('invitations')
    .set({ response: given.response, respondedAt: given.now })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId)
    .returning('personId'),
)

/** The answer of an account's person; undefined for one who is not invited, not linked or has not answered. */
export async function responseOf(db: Db, meetingId: number, account: Account): Promise<Response | undefined> {
  const [row] = await byAccount(db, { ...account, meetingId })
  return row?.response ?? undefined
}

const byAccount = statement((db, given: Given<Account & { meetingId: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('identities as d', 'd.personId', 'i.personId')
    .select('i.response')
    .where('i.meetingId', '=', given.meetingId)
    .where(({ and }) =>
      and({ 'd.platform': given.platform, 'd.tenant': given.tenant, 'd.account': given.account }),
    ),
)
