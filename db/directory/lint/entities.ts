import { type Expression, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement, variants } from '../../store/statement.ts'
import { openEmail } from '../visibility/audience.ts'
import { type Finding, findingColumns, type LintQuery } from './finding.ts'

type Lack = 'people' | 'coordinator'

/** Members and observers for whom nobody stands, or whose people nobody looks after; those in a chair first. */
export async function entitiesWithout(db: Db, lack: Lack, asked: LintQuery): Promise<readonly Finding[]> {
  return without({ lack })(db, asked)
}

const without = variants(({ lack }: { readonly lack: Lack }) =>
  statement((db, given: Params<LintQuery>) =>
    db
      .selectFrom('entities as e')
      .select(({ ref }) =>
        findingColumns(ref('e.acronym'), ref('e.acronym'), withChairs(db, given, ref('e.id'), ref('e.name'))),
      )
      .where('e.kind', 'in', ['member', 'observer'])
      .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', sql<Day>`${given.on}::date`)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('people as p')
              .select('p.id')
              .whereRef('p.entityId', '=', 'e.id')
              .where('p.retiredOn', 'is', null)
              .$if(lack === 'coordinator', (query) => query.where('p.isCoordinator', '=', true)),
          ),
        ),
      )
      // Of an entity without anybody it is said once.
      .$if(lack === 'coordinator', (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('people as p')
              .select('p.id')
              .whereRef('p.entityId', '=', 'e.id')
              .where('p.retiredOn', 'is', null),
          ),
        ),
      )
      .orderBy(
        ({ exists, selectFrom }) =>
          exists(
            selectFrom('roles as r')
              .select('r.id')
              .whereRef('r.entityId', '=', 'e.id')
              .where('r.role', '=', 'chair')
              .where('r.during', '@>', sql<Day>`${given.on}::date`),
          ),
        'desc',
      )
      .orderBy('e.acronym')
      .limit(given.limit),
  ),
)

/** The name of an entity, with the groups that it chairs. */
function withChairs(
  db: QueryBuilder,
  given: Params<LintQuery>,
  id: Expression<number>,
  name: Expression<string>,
) {
  const groups = db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(({ ref }) =>
      sql<string>`', chairs ' || string_agg(${ref('g.acronym')}, ', ' order by ${ref('g.number')})`.as(
        'chairs',
      ),
    )
    .where(({ ref }) => sql<boolean>`${ref('r.entityId')} = ${id}`)
    .where('r.role', '=', 'chair')
    .where('r.during', '@>', sql<Day>`${given.on}::date`)
  return sql<string>`concat(${name}, ${groups})`
}

/** People with an address of a domain that nobody else of their entity has, where three or more share another. */
export async function strayDomains(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return stray(db, asked)
}

const stray = statement((db, given: Params<LintQuery>) =>
  db
    .with('domains', (query) =>
      query
        .selectFrom('people as p')
        .select(['p.id', 'p.name', 'p.entityId', 'p.emailFor', 'p.email'])
        .select(({ ref }) => sql<string>`split_part(${ref('p.email')}, '@', 2)`.as('domain'))
        .where('p.retiredOn', 'is', null)
        .where('p.entityId', 'is not', null)
        .where('p.email', 'is not', null),
    )
    .with('counted', (query) =>
      query
        .selectFrom('domains')
        .select(['entityId', 'domain'])
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .groupBy(['entityId', 'domain']),
    )
    .selectFrom('domains as d')
    .innerJoin('entities as e', 'e.id', 'd.entityId')
    .innerJoin('counted as c', (join) =>
      join.onRef('c.entityId', '=', 'd.entityId').onRef('c.domain', '=', 'd.domain'),
    )
    .select(({ ref }) =>
      findingColumns(
        ref('d.name'),
        sql<string>`concat('P', ${ref('d.id')})`,
        sql<string>`concat_ws(', ', ${ref('e.acronym')}, ${openEmail({ email: ref('d.domain'), audience: ref('d.emailFor') })})`,
      ),
    )
    .where('c.people', '=', 1)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('counted as o')
          .select('o.entityId')
          .whereRef('o.entityId', '=', 'd.entityId')
          .where('o.people', '>=', 3),
      ),
    )
    .orderBy('e.acronym')
    .orderBy('d.name')
    .limit(given.limit),
)
