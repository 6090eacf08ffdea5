import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

interface RoleInGroup {
  readonly groupId: number
  readonly acronym: string
  readonly role: Role
  /** The acronym of another entity than their own, for which they hold it by name. */
  readonly heldFor: string | null
}

/** The roles that a person holds in working groups on a day, by name or through their entity. */
export function rolesOf(db: Db, personId: number, today: Day): Promise<readonly RoleInGroup[]> {
  return held(db, { personId, today })
}

const held = statement((db, given: Params<{ personId: number; today: Day }>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', (join) =>
      join.on((on) =>
        on.or([on('r.entityId', '=', on.ref('p.entityId')), on('r.personId', '=', on.ref('p.id'))]),
      ),
    )
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .leftJoin('entities as e', (join) =>
      join
        .onRef('e.id', '=', 'r.entityId')
        .onRef('r.personId', '=', 'p.id')
        .on('r.entityId', 'is distinct from', (on) => on.ref('p.entityId')),
    )
    .select(['r.groupId', 'g.acronym', 'r.role', 'e.acronym as heldFor'])
    .distinct()
    .where('p.id', '=', given.personId)
    .where('r.during', '@>', day(given.today))
    .orderBy('g.acronym'),
)
