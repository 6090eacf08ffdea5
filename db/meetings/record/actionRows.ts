import { type ExpressionBuilder, sql } from 'kysely'

import type { ActionItems, Database, Entities, Meetings, People, WorkingGroups } from '../../schema.ts'
import { utcDay } from '../../store/expressions.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { groupNames, isOneOf } from '../joint/groups.ts'

/** At most one of them is set. */
export type Owner = Readonly<Pick<ActionItems, 'ownerPerson' | 'ownerEntity' | 'ownerRole'>>

export interface ActionItem
  extends Owner,
    Readonly<Pick<ActionItems, 'id' | 'meetingId' | 'what' | 'dueOn' | 'status' | 'turns' | 'sourceLink'>> {
  readonly groupIds: Meetings['groups']
  readonly groupAcronym: WorkingGroups['acronym'] | null
  readonly meetingTitle: Meetings['title']
  /** IANA zone in which the due day ends. */
  readonly zone: Meetings['zone']
  readonly personName: People['name'] | null
  readonly entityAcronym: Entities['acronym'] | null
}

type Tables = Database & { a: Database['actionItems']; m: Database['meetings'] }

/**
 * The people who own the action `a` of the meeting `m` now; of a person's number alone where it is given. What nobody
 * owns, and what somebody who left has not handed over, is its chairs'.
 */
export function owners(
  { selectFrom }: Pick<ExpressionBuilder<Tables, 'a' | 'm'>, 'selectFrom'>,
  given: Params<{ now: Date }>,
  only?: Params<{ personId: number | null }>['personId'],
) {
  const people = selectFrom('people as p').select(['p.id', 'p.zone']).where('p.retiredOn', 'is', null)
  const wanted = only === undefined ? people : people.where('p.id', '=', sql<number>`${only}::int`)
  return wanted.whereRef('p.id', '=', 'a.ownerPerson').unionAll(
    wanted.whereRef('p.entityId', '=', 'a.ownerEntity').unionAll(
      wanted
        .innerJoin('roles as r', (join) =>
          join.on((eb) =>
            eb.or([eb('r.personId', '=', eb.ref('p.id')), eb('r.entityId', '=', eb.ref('p.entityId'))]),
          ),
        )
        .where(({ ref }) => isOneOf(ref('r.groupId'), ref('m.groups')))
        .where((eb) =>
          eb.or([
            eb('r.role', '=', eb.ref('a.ownerRole')),
            eb.and([
              eb('r.role', '=', 'chair'),
              eb.or([
                eb.not(isOwned(eb)),
                eb.exists(
                  eb
                    .selectFrom('people as l')
                    .select('l.id')
                    .whereRef('l.id', '=', 'a.ownerPerson')
                    .where('l.retiredOn', 'is not', null),
                ),
              ]),
            ]),
          ]),
        )
        .where('r.during', '@>', utcDay(given.now)),
    ),
  )
}

/** Whether the action `a` was given to a person, an entity or a role. */
export function isOwned({ eb, ref }: Pick<ExpressionBuilder<Tables, 'a'>, 'eb' | 'ref'>) {
  return eb(
    sql<number>`num_nonnulls(${ref('a.ownerPerson')}, ${ref('a.ownerEntity')}, ${ref('a.ownerRole')})`,
    '>',
    0,
  )
}

/** Actions `a` with their meetings `m`, as an `ActionItem` each. */
export function actionRows(db: QueryBuilder) {
  return db
    .selectFrom('actionItems as a')
    .innerJoin('meetings as m', 'm.id', 'a.meetingId')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .leftJoin('people as op', 'op.id', 'a.ownerPerson')
    .leftJoin('entities as oe', 'oe.id', 'a.ownerEntity')
    .select(['a.id', 'a.meetingId', 'a.what', 'a.dueOn', 'a.status', 'a.turns', 'a.sourceLink'])
    .select(['a.ownerPerson', 'a.ownerEntity', 'a.ownerRole', 'm.groups as groupIds'])
    .select(({ ref }) => groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'))
    .select(['m.title as meetingTitle', 'm.zone', 'op.name as personName', 'oe.acronym as entityAcronym'])
}
