import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { type ExpectedInvitee, expectedInviteesQuery } from './expectedInvitees.ts'
import type { Response } from './tally.ts'

/** Somebody who is invited, in which role, and their IANA zone. */
export type Invitee = Pick<ExpectedInvitee, 'personId' | 'as' | 'zone'>

/**
 * Invites everybody who belongs to a group that meets, on a day: the persons of its chairs, members and observers, and
 * of every entity where the group is open to all. Returns those newly invited.
 */
export async function inviteGroup(trx: Trx, meetingId: number, on: Day): Promise<readonly Invitee[]> {
  return invite(trx, { meetingId, on })
}

const invite = statement((db, given: Params<{ meetingId: number; on: Day }>) =>
  db
    .with('guests', (query) =>
      expectedInviteesQuery(
        query,
        query.selectFrom('meetings').select('groups').where('id', '=', given.meetingId).$asScalar(),
        given.on,
      ),
    )
    .with('invited', (query) =>
      query
        .insertInto('invitations')
        .columns(['meetingId', 'personId', 'as'])
        .expression((from) =>
          from
            .selectFrom('guests as s')
            .select([sql<number>`${given.meetingId}::int`.as('meetingId'), 's.personId', 's.as']),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['personId', 'as']),
    )
    .selectFrom('invited as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .select(['i.personId', 'i.as', 'p.zone'])
    .orderBy('i.personId'),
)

export interface Invited extends ExpectedInvitee {
  readonly response: Response | null
  /** What was answered to the hour that the meeting had before, where the present one is not answered. */
  readonly former: Response | null
  /** The colleague who comes instead. */
  readonly delegateId: number | null
  /** Whose place is taken, where the person comes instead of a colleague. */
  readonly sentBy: number | null
  /** When they said in the meeting that they were there. */
  readonly presentAt: Date | null
  /** What they said beside their answer, for those who lead the group. */
  readonly remark: string | null
}

/** Everybody invited, by name, with their zone and answer. */
export async function invitees(db: Db, meetingId: number): Promise<readonly Invited[]> {
  return ofMeeting(db, { meetingId })
}

const ofMeeting = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['i.personId', 'i.as', 'i.response', 'i.former', 'p.zone', 'p.name', 'e.acronym as entity'])
    .select(['i.delegateId', 'i.sentBy', 'i.presentAt', 'i.remark'])
    .where('i.meetingId', '=', given.meetingId)
    .orderBy('p.name'),
)

/** Everybody invited to one of several meetings at least, each once, with their zone. */
export async function inviteesOfAny(
  db: Db,
  meetingIds: readonly number[],
): Promise<readonly Pick<ExpectedInvitee, 'personId' | 'zone'>[]> {
  return ofAny(db, { meetingIds })
}

const ofAny = statement((db, given: Params<{ meetingIds: readonly number[] }>) =>
  db
    .selectFrom('people as p')
    .select(['p.id as personId', 'p.zone'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitations as i')
          .select('i.personId')
          .whereRef('i.personId', '=', 'p.id')
          .where('i.meetingId', '=', sql<number>`any (${given.meetingIds}::int[])`),
      ),
    )
    .orderBy('p.id'),
)

interface Answer {
  readonly meetingId: number
  readonly personId: number
  /** Null for an answer that was taken back. */
  readonly response: Response | null
  /** Null takes an earlier one away. */
  readonly remark: string | null
}

/** Sets a person's answer; false when that person is not invited. */
export async function respond(trx: Trx, answer: Answer, now: Date): Promise<boolean> {
  const set = await setAnswer(trx, { ...answer, now })
  return set.length > 0
}

const setAnswer = statement((db, given: Params<Answer & { now: Date }>) =>
  db
    .updateTable('invitations')
    .set({
      response: given.response,
      remark: given.remark,
      respondedAt: sql<Date | null>`case when ${given.response}::text is null then null else ${given.now}::timestamptz end`,
    })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId)
    .returning('personId'),
)

export type Invitation = Pick<Invited, 'as' | 'response' | 'delegateId' | 'sentBy' | 'remark' | 'presentAt'>

/** A person’s role, answer and stand-in at a meeting; undefined for one who is not invited. */
export async function invitationOf(
  db: Db,
  meetingId: number,
  personId: number,
): Promise<Invitation | undefined> {
  const [row] = await ofPerson(db, { meetingId, personId })
  return row
}

const ofPerson = statement((db, given: Params<{ meetingId: number; personId: number }>) =>
  db
    .selectFrom('invitations')
    .select(['as', 'response', 'delegateId', 'sentBy', 'remark', 'presentAt'])
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId),
)

/** The answer of an account's person; undefined for one who is not invited, not linked or has not answered. */
export async function responseOf(db: Db, meetingId: number, account: Account): Promise<Response | undefined> {
  const [row] = await byAccount(db, { ...account, meetingId })
  return row?.response ?? undefined
}

const byAccount = statement((db, given: Params<Account & { meetingId: number }>) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('identities as d', 'd.personId', 'i.personId')
    .select('i.response')
    .where('i.meetingId', '=', given.meetingId)
    .where(({ and }) =>
      and({ 'd.platform': given.platform, 'd.tenant': given.tenant, 'd.account': given.account }),
    ),
)
