import type { Day } from '../../../src/core/time/day.ts'
import { leadersOf } from '../../directory/terms/leaders.ts'
import type { People, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf, listed } from './groups.ts'

/** A group, and somebody who leads it; null where nobody does. */
export interface GroupLeader {
  readonly groupId: WorkingGroups['id']
  readonly acronym: WorkingGroups['acronym']
  readonly personId: People['id'] | null
  readonly name: People['name'] | null
  readonly zone: People['zone'] | null
  /** The acronym of their entity. */
  readonly entity: string | null
}

/** Those who lead several groups on a day, each group at least once. */
export async function leadersOfGroups(
  db: Db,
  groupIds: readonly number[],
  on: Day,
): Promise<readonly GroupLeader[]> {
  return led(db, { groupIds, on })
}

const led = statement((db, given: Params<{ groupIds: readonly number[]; on: Day }>) =>
  db
    .selectFrom('workingGroups as g')
    .leftJoinLateral(
      (eb) =>
        leadersOf(db, eb.ref('g.id'), given.on)
          .leftJoin('entities as e', 'e.id', 'p.entityId')
          .select(['p.id as personId', 'p.name', 'p.zone', 'e.acronym as entity'])
          .distinct()
          .as('l'),
      (join) => join.onTrue(),
    )
    .select(['g.id as groupId', 'g.acronym', 'l.personId', 'l.name', 'l.zone', 'l.entity'])
    .where(({ ref }) => isOneOf(ref('g.id'), listed(given.groupIds)))
    .orderBy('g.number')
    .orderBy('l.name'),
)
