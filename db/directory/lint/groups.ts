import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { dayAfter } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { leadingRoles } from '../roleOrder.ts'
import { type Finding, findingColumns, type LintQuery } from './finding.ts'

/** Groups that nobody chairs on a day. */
export async function groupsWithoutChair(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return chairless(db, asked)
}

const chairless = statement((db, given: Params<LintQuery>) =>
  db
    .selectFrom('workingGroups as g')
    .select(({ ref }) => findingColumns(ref('g.acronym'), ref('g.acronym'), ref('g.name')))
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', sql<Day>`${given.on}::date`)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as r')
            .select('r.id')
            .whereRef('r.groupId', '=', 'g.id')
            .where('r.role', 'in', ['chair', 'co-chair'])
            .where('r.during', '@>', sql<Day>`${given.on}::date`),
        ),
      ),
    )
    .orderBy('g.number')
    .limit(given.limit),
)

/** Terms of vice-chairs and co-chairs that ended within a quarter without anybody who follows. */
export async function endedTerms(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return ended(db, asked)
}

const ended = statement((db, given: Params<LintQuery>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) =>
      findingColumns(
        sql<string>`concat(${ref('r.role')}, ' of ', ${ref('g.acronym')})`,
        ref('g.acronym'),
        ref('e.acronym'),
        ref('r.role'),
      ),
    )
    .where('r.role', 'in', leadingRoles)
    .where('r.role', '<>', 'chair')
    .where(
      ({ ref }) => sql<boolean>`${dayAfter(ref('r.during'))} <= ${given.on}::date
        and ${dayAfter(ref('r.during'))} > ${given.on}::date - 92`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as s')
            .select('s.id')
            .whereRef('s.groupId', '=', 'r.groupId')
            .whereRef('s.role', '=', 'r.role')
            .where('s.during', '@>', sql<Day>`${given.on}::date`),
        ),
      ),
    )
    .orderBy('g.number')
    .limit(given.limit),
)
