import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { day, utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { reportsOn } from '../calls/reporting.ts'
import { updateSources } from '../updates.ts'

/** What is counted of an update. */
export interface CoveredUpdate {
  readonly newsletterId: number
  readonly author: string | null
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly place: string | null
  readonly section: string
}

interface Issues {
  readonly newsletterIds: readonly number[]
}

/** The updates of some issues that are accepted or wait. */
export async function coveredBy(db: Db, newsletterIds: readonly number[]): Promise<readonly CoveredUpdate[]> {
  return covered(db, { newsletterIds })
}

const covered = statement((db, given: Params<Issues>) =>
  updateSources(db)
    .select(({ ref }) => [
      sql<number>`${ref('u.newsletterId')}`.as('newsletterId'),
      'e.acronym as author',
      'v.entities',
      'v.wg',
      'v.place',
      'v.section',
    ])
    .where(({ ref }) => sql<boolean>`${ref('u.newsletterId')} = any (${given.newsletterIds}::int[])`)
    .where('u.status', 'in', ['proposed', 'accepted']),
)

/** The bi-monthly issues up to one that began on a day, the latest first. */
export async function issuesUpTo(
  db: Db,
  from: string,
  limit: number,
): Promise<readonly { readonly id: number; readonly periodFrom: string; readonly periodTo: string }[]> {
  return upTo(db, { from, limit })
}

const upTo = statement((db, given: Params<{ from: string; limit: number }>) =>
  db
    .selectFrom('newsletters')
    .select(['id', 'periodFrom', 'periodTo'])
    .where('kind', '=', 'bi-monthly')
    .where('periodFrom', '<=', day(given.from))
    .orderBy('periodFrom', 'desc')
    .limit(given.limit),
)

/** Entities that can be silent, and groups with their pillars, as they are today. */
export async function coverable(
  db: Db,
  now: Date,
): Promise<{
  readonly entities: readonly string[]
  readonly groups: readonly { readonly acronym: string; readonly pillar: string | null }[]
}> {
  const entities = await everyEntity(db, { now })
  return { entities: entities.map(({ acronym }) => acronym), groups: await everyGroup(db, {}) }
}

const everyEntity = statement((db, given: Params<{ now: Date }>) =>
  db
    .selectFrom('entities as e')
    .select('e.acronym')
    .where((eb) => reportsOn(eb, utcDay(given.now))),
)

const everyGroup = statement((db) =>
  db.selectFrom('workingGroups').select(['acronym', 'pillar']).where('retired', 'is', null).orderBy('number'),
)
