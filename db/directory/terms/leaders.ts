import type { Expression } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'
import { heldRoles } from './heldRoles.ts'

/**
 * Those who lead a group on a day, as people `p` with their roles `r`: its chairs and co-chairs, or whoever stands in for
 * them; of an entity in the chair its coordinators, or everybody where it has none.
 */
export function leadersOf(db: QueryBuilder, group: Expression<number>, today: Expression<Day>) {
  return heldRoles(db, group, today)
    .where((eb) =>
      eb.or([
        eb('r.personId', 'is not', null),
        eb('p.isCoordinator', 'is', true),
        eb.not(
          eb.exists(
            eb
              .selectFrom('people as c')
              .select('c.id')
              .whereRef('c.entityId', '=', 'r.entityId')
              .where('c.isCoordinator', 'is', true)
              .where('c.retiredOn', 'is', null),
          ),
        ),
      ]),
    )
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
