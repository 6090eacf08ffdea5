import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { day, dayAfter } from '../../store/expressions.ts'
import { type Given, statement } from '../../store/statement.ts'
import { appointRole } from '../roles.ts'

interface Handover {
  readonly groupId: number
  readonly from: Day
}

/**
 * Keeps a group's former chairs in it: an entity whose term as chair ends the day before, and that holds no other role
 * from then on, is a member. Their acronyms.
 */
export async function keepFormerChairs(
  trx: Trx,
  { createdBy, ...handover }: Handover & { readonly createdBy: number },
  now: Date,
): Promise<readonly string[]> {
  const former = await left(trx, handover)
  for (const { entityId } of former) {
    await appointRole(trx, { ...handover, role: 'member', entityId, createdBy }, now)
  }
  return former.map(({ acronym }) => acronym)
}

/** Groups that are open to all have no members by name. */
const left = statement((db, given: Given<Handover>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['r.entityId', 'e.acronym'])
    .distinct()
    .where('r.groupId', '=', given.groupId)
    .where('r.role', '=', 'chair')
    .where('g.openToAll', '=', false)
    .where(({ ref }) => sql<boolean>`${dayAfter(ref('r.during'))} = ${day(given.from)}`)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as o')
            .select('o.id')
            .whereRef('o.groupId', '=', 'r.groupId')
            .whereRef('o.entityId', '=', 'r.entityId')
            .where(({ ref }) => sql<boolean>`${ref('o.during')} && daterange(${day(given.from)}, null)`),
        ),
      ),
    ),
)
