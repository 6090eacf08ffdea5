import { sql } from 'kysely'

import type { MeetingGuests, People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

type Guest = Readonly<Pick<People, 'id' | 'name' | 'zone'>>

/** Invites people of the directory as guests of one meeting; returns those who were not invited yet. */
export async function inviteGuests(
  trx: Trx,
  meetingId: number,
  personIds: readonly number[],
): Promise<readonly Guest[]> {
  return personIds.length === 0 ? [] : invite(trx, { meetingId, personIds })
}

const invite = statement((db, given: Params<{ meetingId: number; personIds: readonly number[] }>) =>
  db
    .with('fresh', (query) =>
      query
        .insertInto('invitations')
        .columns(['meetingId', 'personId', 'as', 'guest'])
        .expression((from) =>
          from
            .selectFrom('people as p')
            .where('p.id', '=', sql<number>`any (${given.personIds}::int[])`)
            .where('p.retiredOn', 'is', null)
            .select([
              sql<number>`${given.meetingId}::int`.as('meetingId'),
              'p.id as personId',
              sql<'observer'>`'observer'`.as('as'),
              sql<boolean>`true`.as('guest'),
            ]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('personId'),
    )
    .selectFrom('fresh as f')
    .innerJoin('people as p', 'p.id', 'f.personId')
    .select(['p.id', 'p.name', 'p.zone'])
    .orderBy('p.name'),
)

/** Takes guests off a meeting; returns those who were guests of it. */
export async function withdrawGuests(
  trx: Trx,
  meetingId: number,
  personIds: readonly number[],
): Promise<readonly Guest[]> {
  return personIds.length === 0 ? [] : withdraw(trx, { meetingId, personIds })
}

const withdraw = statement((db, given: Params<{ meetingId: number; personIds: readonly number[] }>) =>
  db
    .with('gone', (query) =>
      query
        .deleteFrom('invitations')
        .where('meetingId', '=', given.meetingId)
        .where('personId', '=', sql<number>`any (${given.personIds}::int[])`)
        .where('guest', 'is', true)
        .returning('personId'),
    )
    .selectFrom('gone as f')
    .innerJoin('people as p', 'p.id', 'f.personId')
    .select(['p.id', 'p.name', 'p.zone'])
    .orderBy('p.name'),
)

type Address = Readonly<Pick<MeetingGuests, 'meetingId' | 'email'>>

type Named = Address & Readonly<Pick<MeetingGuests, 'name'>>

/** Invites an address outside the directory, by a name where one is known; false where it is invited already. */
export async function inviteAddress(trx: Trx, of: Named, by: number, now: Date): Promise<boolean> {
  const rows = await inviteBy(trx, { ...of, by, now })
  return rows.length > 0
}

const inviteBy = statement((db, given: Params<Named & { by: number; now: Date }>) =>
  db
    .insertInto('meetingGuests')
    .values({
      meetingId: given.meetingId,
      email: given.email,
      name: given.name,
      invitedBy: given.by,
      invitedAt: given.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['meetingId', 'email'])
        .doUpdateSet(({ fn, ref }) => ({
          withdrawnAt: null,
          name: fn.coalesce(ref('excluded.name'), ref('meetingGuests.name')),
          invitedBy: given.by,
          invitedAt: given.now,
        }))
        .where('meetingGuests.withdrawnAt', 'is not', null),
    )
    .returning('email'),
)

/** Names a guest who is invited by another name or none; false where nobody is. */
export async function nameGuest(trx: Trx, of: Named): Promise<boolean> {
  return of.name !== null && (await rename(trx, of)).length > 0
}

const rename = statement((db, given: Params<Named>) =>
  db
    .updateTable('meetingGuests')
    .set({ name: given.name })
    .where('meetingId', '=', given.meetingId)
    .where('email', '=', given.email)
    .where('withdrawnAt', 'is', null)
    .where('name', 'is distinct from', given.name)
    .returning('email'),
)

/** Takes an address off a meeting; false where it was not invited. */
export async function withdrawAddress(trx: Trx, of: Address, now: Date): Promise<boolean> {
  const rows = await withdrawBy(trx, { ...of, now })
  return rows.length > 0
}

const withdrawBy = statement((db, given: Params<Address & { now: Date }>) =>
  db
    .updateTable('meetingGuests')
    .set({ withdrawnAt: given.now })
    .where('meetingId', '=', given.meetingId)
    .where('email', '=', given.email)
    .where('withdrawnAt', 'is', null)
    .returning('email'),
)

/** The names of those outside the directory who are invited to a meeting, null for one who has none. */
export async function guestsByMail(db: Db, meetingId: number): Promise<readonly MeetingGuests['name'][]> {
  return (await byMail(db, { meetingId })).map(({ name }) => name)
}

const byMail = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('meetingGuests')
    .select('name')
    .where('meetingId', '=', given.meetingId)
    .where('withdrawnAt', 'is', null)
    .orderBy('name')
    .orderBy('email'),
)
