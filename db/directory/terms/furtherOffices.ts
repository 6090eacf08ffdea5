import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

interface Office {
  readonly groupId: number
  readonly entityId: number
  readonly role: Role
  readonly from: Day
  /** The first day after it; null while it lasts. */
  readonly until: Day | null
}

/** In which other roles an entity leads the group on some of the days on which it has this one. */
export async function furtherOffices(db: Db, office: Office): Promise<readonly Role[]> {
  return (await held(db, office)).map(({ role }) => role)
}

const held = statement((db, given: Params<Office>) =>
  db
    .selectFrom('roles as r')
    .select('r.role')
    .distinct()
    .where('r.groupId', '=', given.groupId)
    .where('r.entityId', '=', given.entityId)
    .where('r.role', 'in', ['chair', 'co-chair', 'vice-chair'])
    .where(({ ref }) => sql<boolean>`${ref('r.role')} <> ${given.role}`)
    .where(
      ({ ref }) => sql<boolean>`${ref('r.during')} && daterange(${day(given.from)}, ${day(given.until)})`,
    )
    .orderBy('r.role'),
)
