import type { Expression } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/**
 * Those who lead a group on a day, as people `p` with their roles `r`: its chairs and co-chairs, or whoever stands in for
 * them; of an entity in the chair its coordinators, or everybody where it has none.
 */
export function leadersOf(db: QueryBuilder, group: Expression<number>, today: Expression<Day>) {
  return db
    .selectFrom('roles as r')
    .innerJoin('people as p', (join) =>
      join
        .on((on) =>
          on.or([
            on('p.id', '=', on.ref('r.personId')),
            on.and([
              on('r.personId', 'is', null),
              on('p.entityId', '=', on.ref('r.entityId')),
              on.or([
                on('p.isCoordinator', 'is', true),
                on.not(
                  on.exists(
                    on
                      .selectFrom('people as c')
                      .select('c.id')
                      .whereRef('c.entityId', '=', 'r.entityId')
                      .where('c.isCoordinator', 'is', true)
                      .where('c.retiredOn', 'is', null),
                  ),
                ),
              ]),
            ]),
          ]),
        )
        .on('p.retiredOn', 'is', null),
    )
    .where('r.groupId', '=', group)
    .where('r.during', '@>', day(today))
    .where((eb) =>
      eb.or([
        eb('r.role', 'in', ['chair', 'co-chair']),
        eb.and([
          eb('r.role', '=', 'vice-chair'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('roles as l')
                .select('l.id')
                .where('l.groupId', '=', group)
                .where('l.during', '@>', day(today))
                .where('l.role', 'in', ['chair', 'co-chair']),
            ),
          ),
        ]),
      ]),
    )
}
