import { type Expression, sql } from 'kysely'

import { leadingRoles } from '../../directory/roleOrder.ts'
import { heldRoles } from '../../directory/terms/heldRoles.ts'
import { leadersOf } from '../../directory/terms/leaders.ts'
import { utcDay } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/** As what somebody is told that a poll has closed. */
export type ResultReader = 'opener' | 'leader' | 'secretariat'

/**
 * Who is told that an open poll has closed, as `pollId`, `personId` and `zone`: whoever opened it, while they may settle
 * it; else those who lead its groups; where nobody does, the secretariat. Of those that close later, who would be today.
 */
export function resultReaders(db: QueryBuilder, now: Expression<Date>) {
  const readers = db
    .selectFrom('polls as o')
    .innerJoinLateral(
      ({ ref }) => candidates(db, { openedBy: ref('o.openedBy'), groups: ref('o.groups') }, now).as('c'),
      (join) => join.onTrue(),
    )
    .select(['o.id as pollId', 'c.personId', 'c.zone', 'c.as'])
    .select(({ fn }) =>
      fn
        .agg<number>('rank')
        .over((over) => over.partitionBy('o.id').orderBy('c.turn'))
        .as('place'),
    )
    .where('o.status', '=', 'open')
    .where(({ ref }) => sql<boolean>`${ref('o.closesAt')} > ${now}::timestamptz - interval '7 days'`)
  return db
    .selectFrom(readers.as('d'))
    .select(['d.pollId', 'd.personId', 'd.zone', 'd.as'])
    .where('d.place', '=', 1)
}

interface Asked {
  readonly openedBy: Expression<number | null>
  readonly groups: Expression<number[]>
}

/** All who may settle a poll, those first who come first. */
function candidates(db: QueryBuilder, { openedBy, groups }: Asked, now: Expression<Date>) {
  const ofGroups = sql<number>`any(${groups})`
  const heads = heldRoles(db, ofGroups, utcDay(now)).where('r.role', 'in', leadingRoles)
  const opener = person(db, 'opener', 1)
    .where('p.id', '=', openedBy)
    .where((eb) => eb.or([eb('p.isSecretariat', 'is', true), eb('p.id', 'in', heads.select('p.id'))]))
  const leaders = person(db, 'leader', 2).where(
    'p.id',
    'in',
    leadersOf(db, ofGroups, utcDay(now)).select('p.id'),
  )
  const secretariat = person(db, 'secretariat', 3).where('p.isSecretariat', 'is', true)
  return opener.unionAll(leaders).unionAll(secretariat)
}

function person(db: QueryBuilder, as: ResultReader, turn: number) {
  return db
    .selectFrom('people as p')
    .select(['p.id as personId', 'p.zone'])
    .select([sql<ResultReader>`${sql.lit(as)}::text`.as('as'), sql<number>`${sql.lit(turn)}::int`.as('turn')])
    .where('p.retiredOn', 'is', null)
}
