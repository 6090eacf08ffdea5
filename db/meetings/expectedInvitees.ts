import { type Expression, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Invitations, People } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { isOneOf, listed } from './joint/groups.ts'

/** Somebody who is or would be invited, as what, with their IANA zone and the acronym of their entity. */
export interface ExpectedInvitee
  extends Readonly<Pick<Invitations, 'personId' | 'as'> & Pick<People, 'zone' | 'name'>> {
  readonly entity: string | null
}

/** Everybody who would be invited to a meeting of groups on a day, each once, by name; nobody has answered yet. */
export async function expectedInvitees(
  db: Db,
  groupIds: readonly number[],
  on: Day,
): Promise<readonly ExpectedInvitee[]> {
  return named(db, { groupIds, on })
}

const named = statement((db, given: Params<{ groupIds: readonly number[]; on: Day }>) =>
  db
    .with('guests', (query) => expectedInviteesQuery(query, listed(given.groupIds), given.on))
    .selectFrom('guests as g')
    .innerJoin('people as p', 'p.id', 'g.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['g.personId', 'g.as', 'p.zone', 'p.name', 'e.acronym as entity'])
    .orderBy('p.name'),
)

/**
 * Everybody who belongs to one of the groups on a day: the persons of its chairs, members and observers, and of every
 * entity where the group is open to all, each once and in the best of their seats. Of an entity that has named who sits
 * in the group for it, in a seat or as a member or an observer, these alone; of any other, all who stand for it.
 */
export function expectedInviteesQuery(
  db: Pick<QueryBuilder, 'selectFrom'>,
  groups: Expression<number[] | null>,
  on: DayParam,
) {
  return db
    .selectFrom(seatsOf(db, groups, on).as('s'))
    .leftJoin(namedSitters(db, groups, on).as('n'), (join) =>
      join.onRef('n.groupId', '=', 's.groupId').onRef('n.entityId', '=', 's.entityId'),
    )
    .innerJoin('people as p', (join) =>
      join.on((eb) =>
        eb.or([
          eb('p.id', '=', eb.ref('s.personId')),
          eb('p.id', '=', eb.ref('n.personId')),
          eb.and([eb('n.personId', 'is', null), eb('p.entityId', '=', eb.ref('s.entityId'))]),
        ]),
      ),
    )
    .select(({ fn }) => [
      'p.id as personId',
      sql<
        ExpectedInvitee['as']
      >`case ${fn.min('s.seat')} when 1 then 'chair' when 2 then 'member' else 'observer' end`.as('as'),
    ])
    .where((eb) => eb.or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', day(on))]))
    .groupBy('p.id')
}

type DayParam = Params<{ on: Day }>['on']

/** Seats in groups on a day, those of entities too: 1 for leading the group, 2 for a member, 3 for an observer. */
function seatsOf(db: Pick<QueryBuilder, 'selectFrom'>, groups: Expression<number[] | null>, on: DayParam) {
  const byRole = db
    .selectFrom('roles as r')
    .select(({ ref }) => [
      'r.groupId',
      'r.entityId',
      'r.personId',
      sql<number>`case ${ref('r.role')} when 'member' then 2 when 'observer' then 3 else 1 end`.as('seat'),
    ])
    .where(({ ref }) => isOneOf(ref('r.groupId'), groups))
    .where('r.during', '@>', day(on))
  return byRole.unionAll(
    db
      .selectFrom(['entities as e', 'workingGroups as g'])
      .select(({ ref }) => [
        'g.id as groupId',
        'e.id as entityId',
        sql<number | null>`null::int`.as('personId'),
        sql<number>`case ${ref('e.kind')} when 'observer' then 3 else 2 end`.as('seat'),
      ])
      .where(({ ref }) => isOneOf(ref('g.id'), groups))
      .where('g.openToAll', 'is', true)
      .where('e.kind', 'in', ['member', 'observer'])
      .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', day(on))]))
      .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(on))])),
  )
}

/** People who are named to sit in groups for their entities on a day, in a seat or as a member or an observer. */
function namedSitters(
  db: Pick<QueryBuilder, 'selectFrom'>,
  groups: Expression<number[] | null>,
  on: DayParam,
) {
  const byName = db
    .selectFrom('roles as taking')
    .innerJoin('people as h', 'h.id', 'taking.personId')
    .select(['taking.groupId', 'taking.entityId', 'h.id as personId'])
    .where(({ ref }) => isOneOf(ref('taking.groupId'), groups))
    .where('taking.role', 'in', ['member', 'observer'])
    .where('taking.during', '@>', day(on))
    .where((eb) => eb.or([eb('h.retiredOn', 'is', null), eb('h.retiredOn', '>', day(on))]))
  // An alternate alone leaves the seat itself to whoever stands for the entity.
  const seated = db
    .selectFrom('seats as t')
    .innerJoin('people as h', 'h.id', 't.personId')
    .select(['t.groupId', 't.entityId', 't.personId'])
    .where(({ ref }) => isOneOf(ref('t.groupId'), groups))
    .where('t.during', '@>', day(on))
    .where((eb) => eb.or([eb('h.retiredOn', 'is', null), eb('h.retiredOn', '>', day(on))]))
    .where(({ eb, or, exists, ref, selectFrom }) =>
      or([
        eb('t.seat', '<>', 'alternate'),
        exists(
          selectFrom('seats as o')
            .select('o.id')
            .whereRef('o.groupId', '=', 't.groupId')
            .whereRef('o.entityId', '=', 't.entityId')
            .where('o.seat', '<>', 'alternate')
            .where('o.during', '@>', day(on)),
        ),
        exists(
          byName
            .clearSelect()
            .select('taking.id')
            .where('taking.groupId', '=', ref('t.groupId'))
            .where('taking.entityId', '=', ref('t.entityId')),
        ),
      ]),
    )
  return seated.unionAll(byName)
}
