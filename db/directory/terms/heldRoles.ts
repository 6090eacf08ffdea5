import type { Expression } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/** A group’s roles `r` on a day, with the people `p` who hold them: the person named, else everybody of the entity. */
export function heldRoles(db: QueryBuilder, group: Expression<number>, today: Expression<Day>) {
  return db
    .selectFrom('roles as r')
    .innerJoin('people as p', (join) =>
      join
        .on((on) =>
          on.or([
            on('p.id', '=', on.ref('r.personId')),
            on.and([on('r.personId', 'is', null), on('p.entityId', '=', on.ref('r.entityId'))]),
          ]),
        )
        .on('p.retiredOn', 'is', null),
    )
    .where('r.groupId', '=', group)
    .where('r.during', '@>', day(today))
}
