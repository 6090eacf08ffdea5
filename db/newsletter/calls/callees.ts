import { type Expression, type SqlBool, sql } from 'kysely'

import { standIn } from '../../directory/hours/standIn.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/**
 * People of entities in the order in which their entity is called: whom it agreed on, its coordinators, the others by
 * name; whoever is away comes last. `place` is 1 for the first.
 */
export function callees(db: QueryBuilder, now: Expression<Date>) {
  return db
    .selectFrom('people as p')
    .leftJoin('calledFirst as f', (join) =>
      join.onRef('f.entityId', '=', 'p.entityId').onRef('f.personId', '=', 'p.id'),
    )
    .select(['p.id as personId', 'p.entityId', 'p.name', 'p.zone'])
    .select(({ eb, exists, ref, selectFrom }) => {
      const today = sql<string>`(${now}::timestamptz at time zone ${ref('p.zone')})::date`
      const away = exists(
        selectFrom('personAway as a')
          .select('a.id')
          .whereRef('a.personId', '=', 'p.id')
          .where('a.firstDay', '<=', day(today))
          .where('a.lastDay', '>=', day(today))
          // An alternate who stands in is called in their place.
          .where(({ ref: of }) => {
            const whose = { alternateId: of('a.alternateId'), entityId: of('p.entityId'), today: day(today) }
            return sql<boolean>`${standIn(db, whose)} is null`
          }),
      )
      return [
        sql<number>`row_number() over (partition by ${ref('p.entityId')}
          order by ${away}, ${eb('f.entityId', 'is', null)}, ${ref('p.isCoordinator')} desc, ${ref('p.name')}, ${ref('p.id')})`.as(
          'place',
        ),
        sql<boolean>`${away}`.as('away'),
      ]
    })
    .where('p.retiredOn', 'is', null)
    .where('p.isSecretariat', 'is', false)
    .where('p.entityId', 'is not', null)
}

/** Whether an entity has neither sent anything to an issue nor said that it has nothing to report. */
export function isSilent(
  db: QueryBuilder,
  issue: Expression<number>,
  entity: Expression<number>,
): Expression<SqlBool> {
  const sent = db
    .selectFrom('updates as u')
    .select('u.id')
    .where('u.newsletterId', '=', issue)
    .where('u.entityId', '=', entity)
    .where('u.status', 'in', ['proposed', 'accepted', 'returned', 'merged'])
  const passed = db
    .selectFrom('newsletterPasses as x')
    .select('x.entityId')
    .where('x.newsletterId', '=', issue)
    .where('x.entityId', '=', entity)
  return sql<SqlBool>`(not exists (${sent}) and not exists (${passed}))`
}

/** Whether the secretariat left an entity out of the calls for an issue. */
export function isLeftOut(
  db: QueryBuilder,
  issue: Expression<number>,
  entity: Expression<number>,
): Expression<SqlBool> {
  const out = db
    .selectFrom('newsletterUncalled as o')
    .select('o.entityId')
    .where('o.newsletterId', '=', issue)
    .where('o.entityId', '=', entity)
  return sql<SqlBool>`exists (${out})`
}
