import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type Finding, findingColumns, type LintQuery } from './finding.ts'

/** Pairs of records with the same name in any order, letter case, accents or script. */
export async function twins(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return alike(db, asked)
}

const alike = statement((db, given: Params<LintQuery>) =>
  db
    .selectFrom('people as p')
    .innerJoin('people as o', (join) =>
      join
        .on(({ eb, fn, ref }) => eb(fn('name_key', [ref('o.name')]), '=', fn('name_key', [ref('p.name')])))
        .on(({ eb, ref }) => eb(ref('p.id'), '<', ref('o.id'))),
    )
    .select(({ ref }) =>
      findingColumns(
        ref('p.name'),
        sql<string>`concat('P', ${ref('p.id')})`,
        sql<string>`concat(${ref('o.name')}, ', P', ${ref('o.id')})`,
        sql<string>`concat('P', ${ref('o.id')})`,
      ),
    )
    .where('p.retiredOn', 'is', null)
    .where('o.retiredOn', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(given.limit),
)

/** People with neither an address nor an account that can be reached. */
export async function unreachable(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return lost(db, asked)
}

const lost = statement((db, given: Params<LintQuery>) =>
  inOffice(db)
    .where('p.email', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identities as i')
            .select('i.platform')
            .whereRef('i.personId', '=', 'p.id')
            .where('i.fault', 'is', null),
        ),
      ),
    )
    .select(({ ref }) =>
      findingColumns(ref('p.name'), sql<string>`concat('P', ${ref('p.id')})`, ref('e.acronym')),
    )
    .orderBy('p.name')
    .limit(given.limit),
)

/** People whose zone is none that the database knows. */
export async function badZones(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return astray(db, asked)
}

const astray = statement((db, given: Params<LintQuery>) =>
  inOffice(db)
    .where('p.zone', 'in', (eb) =>
      eb
        .selectFrom(eb.selectFrom('people').select('zone').distinct().as('used'))
        .select('used.zone')
        .where(({ fn, not, ref }) => not(fn<boolean>('known_zone', [ref('used.zone')]))),
    )
    .select(({ ref }) =>
      findingColumns(ref('p.name'), sql<string>`concat('P', ${ref('p.id')})`, ref('p.zone')),
    )
    .orderBy('p.name')
    .limit(given.limit),
)

/** People whose record nobody has confirmed for half a year, the longest unconfirmed first. */
export async function stale(db: Db, asked: LintQuery): Promise<readonly Finding[]> {
  return old(db, asked)
}

const old = statement((db, given: Params<LintQuery>) =>
  inOffice(db)
    .where(
      ({ fn, ref }) =>
        sql<boolean>`${fn.coalesce('p.confirmedAt', ref('p.addedAt'))} < ${given.now}::timestamptz - make_interval(days => 183)`,
    )
    .select(({ ref }) =>
      findingColumns(
        ref('p.name'),
        sql<string>`concat('P', ${ref('p.id')})`,
        sql<string>`concat_ws(', ', ${ref('e.acronym')}, coalesce('confirmed ' || (${ref('p.confirmedAt')}::date)::text, 'never confirmed'))`,
      ),
    )
    .orderBy(({ fn, ref }) => fn.coalesce('p.confirmedAt', ref('p.addedAt')))
    .orderBy('p.id')
    .limit(given.limit),
)

function inOffice(db: QueryBuilder) {
  return db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .where('p.retiredOn', 'is', null)
}
