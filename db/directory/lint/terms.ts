import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { inOrderOfRank, leadingRoles } from '../roleOrder.ts'
import { type Finding, findingColumns, type LintQuery } from './finding.ts'

/** Roles in office whose holder by name has left, or stands for another entity, and those of entities that left. */
export async function termsOfLeavers(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return left(db, asked)
}

const left = statement((db, given: Params<LintQuery>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(({ fn, ref }) =>
      findingColumns(
        fn.coalesce('p.name', 'e.acronym'),
        ref('g.acronym'),
        sql<string>`concat(${ref('r.role')}, ' of ', ${ref('g.acronym')},
          case when ${ref('p.id')} is not null then concat(' for ', ${ref('e.acronym')}) end)`,
        sql<string>`concat_ws('|', ${ref('r.role')}, ${ref('e.acronym')}, 'P' || ${ref('p.id')})`,
      ),
    )
    .where('r.during', '@>', day(given.on))
    .where(({ eb, exists, not, or, and, selectFrom }) =>
      or([
        eb('e.retired', '<=', day(given.on)),
        eb('p.retiredOn', '<=', day(given.on)),
        and([
          eb('r.personId', 'is not', null),
          eb('p.entityId', 'is distinct from', eb.ref('r.entityId')),
          not(
            exists(
              selectFrom('posts as o')
                .select('o.id')
                .whereRef('o.personId', '=', 'r.personId')
                .whereRef('o.entityId', '=', 'r.entityId')
                .where('o.during', '@>', day(given.on)),
            ),
          ),
        ]),
      ]),
    )
    .orderBy(({ ref }) => inOrderOfRank(ref('r.role')))
    .orderBy('g.number')
    .orderBy('e.acronym')
    .limit(given.limit),
)

/** Entities that lead a group in two roles at once, or lead it while they are on record as its observers. */
export async function overlappingTerms(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return overlapping(db, asked)
}

const overlapping = statement((db, given: Params<LintQuery>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('roles as o', (join) =>
      join
        .onRef('o.groupId', '=', 'r.groupId')
        .onRef('o.entityId', '=', 'r.entityId')
        .on(({ ref }) => sql<boolean>`${inOrderOfRank(ref('r.role'))} < ${inOrderOfRank(ref('o.role'))}`),
    )
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) =>
      findingColumns(
        ref('e.acronym'),
        ref('g.acronym'),
        sql<string>`concat(${ref('r.role')}, ' and ', ${ref('o.role')}, ' of ', ${ref('g.acronym')})`,
        sql<string>`concat_ws('|', ${ref('o.role')}, ${ref('e.acronym')})`,
      ),
    )
    .where('r.role', 'in', leadingRoles)
    .where('o.role', 'in', [...leadingRoles, 'observer'])
    .where('r.during', '@>', day(given.on))
    .where('o.during', '@>', day(given.on))
    .orderBy('g.number')
    .orderBy('e.acronym')
    .limit(given.limit),
)
