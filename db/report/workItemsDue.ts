import { sql } from 'kysely'

import { leadingRoles } from '../directory/roleOrder.ts'
import { heldRoles } from '../directory/terms/heldRoles.ts'
import type { Entities, People, WorkItems, WorkingGroups } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, jsonList, utcDay } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

/** Somebody who may be asked how an item stands. */
export interface WorkItemReader {
  readonly personId: People['id']
  /** Whether they are of the entity that does it; else they lead the group. */
  readonly does: boolean
}

/** An item of a work plan that is neither done nor dropped. */
export interface DueItem extends Readonly<Pick<WorkItems, 'id' | 'what' | 'year' | 'status'>> {
  readonly dueOn: NonNullable<WorkItems['dueOn']>
  readonly group: WorkingGroups['acronym']
  readonly entity: Entities['acronym'] | null
  readonly addedBy: People['name']
  readonly people: readonly WorkItemReader[]
}

/** Open items with a day between two, each with the people of its entity who belong to the group, and who leads that. */
export async function workItemsDue(
  db: Db,
  given: { readonly from: string; readonly to: string; readonly now: Date },
): Promise<readonly DueItem[]> {
  return due(db, given)
}

const due = statement((db, given: Params<{ from: string; to: string; now: Date }>) =>
  db
    .selectFrom('workItems as w')
    .innerJoin('workingGroups as g', 'g.id', 'w.groupId')
    .innerJoin('people as a', 'a.id', 'w.addedBy')
    .leftJoin('entities as e', 'e.id', 'w.entityId')
    .select(['w.id', 'w.what', 'w.year', 'w.status', 'g.acronym as group', 'e.acronym as entity'])
    .select(['a.name as addedBy'])
    .select(({ ref }) => [
      sql<DueItem['dueOn']>`${ref('w.dueOn')}`.as('dueOn'),
      jsonList(
        heldRoles(db, ref('w.groupId'), utcDay(given.now))
          .where((eb) =>
            eb.or([
              eb('r.role', 'in', leadingRoles),
              eb.and([eb('p.entityId', '=', ref('w.entityId')), eb('r.role', '!=', 'observer')]),
            ]),
          )
          .select(({ ref: of }) =>
            sql<readonly WorkItemReader[]>`json_agg(distinct jsonb_build_object('personId', ${of('p.id')},
              'does', coalesce(${of('p.entityId')} = ${ref('w.entityId')}, false)))`.as('list'),
          ),
      ).as('people'),
    ])
    .where('w.removed', 'is', false)
    .where('w.status', 'in', ['planned', 'under way'])
    .where('w.dueOn', '>=', day(given.from))
    .where('w.dueOn', '<=', day(given.to))
    .orderBy('w.dueOn')
    .orderBy('w.id'),
)
