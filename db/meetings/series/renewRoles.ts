import { type Expression, sql } from 'kysely'

import type { Invitations, People } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type MeetingsAhead, seatOf, seatsAhead } from './seatsAhead.ts'

/** Somebody who is invited as something else than before. */
export type ChangedInvitation = Readonly<Pick<Invitations, 'meetingId' | 'as'> & Pick<People, 'name'>>

/**
 * Where a role has changed by the day of a meeting ahead, its holder is invited as what they are then: a guest whose
 * entity joins the group as its member, and one whose entity has left it as a guest again. Whoever comes in a colleague's
 * place and has none of their own comes as that colleague. Returns those of whom anything changed.
 */
export async function renewRoles(trx: Trx, asked: MeetingsAhead): Promise<readonly ChangedInvitation[]> {
  return [...(await renew(trx, asked)), ...(await renewDelegates(trx, asked))]
}

const renew = statement((db, given: Params<MeetingsAhead>) =>
  db
    .with(
      (cte) => cte('ahead').materialized(),
      () => seatsAhead(db, given),
    )
    .updateTable('invitations as i')
    .from('ahead as a')
    .set(({ ref }) => ({ as: asNow(ref) }))
    .whereRef('a.id', '=', 'i.meetingId')
    .where((eb) => eb(asNow(eb.ref), '<>', eb.ref('i.as')))
    .where((eb) =>
      eb.or([eb(seatOf(eb.ref('a.seats'), eb.ref('i.personId')), 'is not', null), eb('i.guest', 'is', true)]),
    )
    .returning(({ ref }) => ['i.meetingId', 'i.as', nameOf(db, ref('i.personId')).as('name')]),
)

const renewDelegates = statement((db, given: Params<MeetingsAhead>) =>
  db
    .with(
      (cte) => cte('ahead').materialized(),
      () => seatsAhead(db, given),
    )
    .updateTable('invitations as i')
    .from(['ahead as a', 'invitations as f'])
    .set(({ ref }) => ({ as: ref('f.as') }))
    .whereRef('a.id', '=', 'i.meetingId')
    .whereRef('f.meetingId', '=', 'i.meetingId')
    .whereRef('f.personId', '=', 'i.sentBy')
    .whereRef('f.as', '<>', 'i.as')
    .where('i.guest', 'is', false)
    .where((eb) => eb(seatOf(eb.ref('a.seats'), eb.ref('i.personId')), 'is', null))
    .returning(({ ref }) => ['i.meetingId', 'i.as', nameOf(db, ref('i.personId')).as('name')]),
)

function nameOf(db: Pick<QueryBuilder, 'selectFrom'>, personId: Expression<number>) {
  return sql<string>`(${db.selectFrom('people as p').select('p.name').where('p.id', '=', personId)})`
}

/** What whoever is invited is on the day; a guest who belongs to no group observes. */
function asNow(ref: { (name: 'a.seats'): Expression<unknown>; (name: 'i.personId'): Expression<number> }) {
  return sql<Invitations['as']>`coalesce(${seatOf(ref('a.seats'), ref('i.personId'))}, 'observer')`
}
