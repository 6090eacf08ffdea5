import { type Expression, sql } from 'kysely'

import type { Invitations, People } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'
import { invitedByGroup } from './inviteAll.ts'

/** Somebody who is invited as something else than before. */
export type Renewed = Readonly<Pick<Invitations, 'meetingId' | 'as'> & Pick<People, 'name'>>

/**
 * Where a role has changed by the day of a meeting ahead, its holder is invited as what they are then: a guest whose
 * entity joins the group as its member, and one whose entity has left it as a guest again. Whoever comes in a colleague's
 * place and has none of their own comes as that colleague. Returns those of whom anything changed.
 */
export async function renewRoles(trx: Trx, now: Date): Promise<readonly Renewed[]> {
  return [...(await renew(trx, { now })), ...(await renewDelegates(trx, { now }))]
}

const renew = statement((db, given: Given<{ now: Date }>) =>
  db
    .with('belong', () =>
      invitedByGroup(db).where('m.status', '=', 'scheduled').where('m.startsAt', '>', given.now),
    )
    .with('are', (query) =>
      query
        .selectFrom('invitations as n')
        .innerJoin('meetings as m', 'm.id', 'n.meetingId')
        .leftJoin('belong as b', (join) =>
          join.onRef('b.meetingId', '=', 'n.meetingId').onRef('b.personId', '=', 'n.personId'),
        )
        .select(({ ref }) => [
          'n.meetingId',
          'n.personId',
          sql<Invitations['as']>`coalesce(${ref('b.as')}, 'observer')`.as('as'),
        ])
        .where('m.status', '=', 'scheduled')
        .where('m.startsAt', '>', given.now)
        .where((eb) => eb.or([eb('b.personId', 'is not', null), eb('n.guest', 'is', true)])),
    )
    .updateTable('invitations as i')
    .from('are as a')
    .set(({ ref }) => ({ as: ref('a.as') }))
    .whereRef('a.meetingId', '=', 'i.meetingId')
    .whereRef('a.personId', '=', 'i.personId')
    .whereRef('a.as', '<>', 'i.as')
    .returning(({ ref }) => ['i.meetingId', 'i.as', nameOf(db, ref('i.personId')).as('name')]),
)

const renewDelegates = statement((db, given: Given<{ now: Date }>) =>
  db
    .with('belong', () =>
      invitedByGroup(db).where('m.status', '=', 'scheduled').where('m.startsAt', '>', given.now),
    )
    .updateTable('invitations as i')
    .from('invitations as f')
    .set(({ ref }) => ({ as: ref('f.as') }))
    .whereRef('f.meetingId', '=', 'i.meetingId')
    .whereRef('f.personId', '=', 'i.sentBy')
    .whereRef('f.as', '<>', 'i.as')
    .where('i.guest', 'is', false)
    .where(({ exists, not, selectFrom }) =>
      exists(
        selectFrom('meetings as m')
          .select('m.id')
          .whereRef('m.id', '=', 'i.meetingId')
          .where('m.status', '=', 'scheduled')
          .where('m.startsAt', '>', given.now),
      ).and(
        not(
          exists(
            selectFrom('belong as b')
              .select('b.meetingId')
              .whereRef('b.meetingId', '=', 'i.meetingId')
              .whereRef('b.personId', '=', 'i.personId'),
          ),
        ),
      ),
    )
    .returning(({ ref }) => ['i.meetingId', 'i.as', nameOf(db, ref('i.personId')).as('name')]),
)

function nameOf(db: Pick<Compose, 'selectFrom'>, personId: Expression<number>) {
  return sql<string>`(${db.selectFrom('people as p').select('p.name').where('p.id', '=', personId)})`
}
