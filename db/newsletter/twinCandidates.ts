import { type RawBuilder, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'
import { updateSources } from './updates.ts'

interface Near {
  /** The issue in which a twin would stand; null where none is open. */
  readonly newsletterId: number | null
  /** Days of the activity; null where none is known. */
  readonly start: Day | null
  readonly end: Day | null
  /** Acronyms of the entities that it names. */
  readonly entities: readonly string[]
  readonly now: Date
}

/** Which facts of the new update are known; each combination has a statement of its own, whose plan finds its index. */
interface TwinShape {
  readonly dated: boolean
  readonly inIssue: boolean
}

/**
 * The updates of the last year that may tell of the same activity: of the same days, of the days beside them and of an
 * entity that it names, or undated of the same issue.
 */
export async function twinCandidates(db: Db, near: Near) {
  return candidates({ dated: near.start !== null, inIssue: near.newsletterId !== null })(db, near)
}

const candidates = variants((shape: TwinShape) =>
  statement((db, given: Params<Near>) =>
    updateSources(db)
      .select(['u.id', 'u.authorId', 'u.entityId', 'p.name as author', 'e.acronym as entity', 'u.status'])
      .select(['v.text', 'v.originalText', 'v.startOn as start', 'v.endOn as end', 'v.entities'])
      .where('u.status', 'not in', ['withdrawn', 'merged'])
      .where('u.postedAt', '>', sql<Date>`${given.now}::timestamptz - interval '1 year'`)
      .where(({ ref }) => sql<boolean>`${ref('u.id')} = any (array(${alike(db, given, shape)}))`)
      .orderBy('u.postedAt', 'desc')
      .orderBy('u.id', 'desc')
      .limit(500),
  ),
)

function alike(db: QueryBuilder, given: Params<Near>, shape: TwinShape): RawBuilder<{ id: number }> {
  const incomparable = undated(db, given, shape)
  return shape.dated ? sql`${onTheDays(db, given)} union all ${incomparable}` : sql`${incomparable}`
}

/** Updates one of whose versions tells of these days, or of days beside them and of the same entity. */
function onTheDays(db: QueryBuilder, { start, end, entities }: Params<Near>) {
  return db
    .selectFrom('updateVersions as d')
    .select('d.updateId as id')
    .where('d.startOn', 'is not', null)
    .where(({ ref }) => {
      const days = sql`daterange(${ref('d.startOn')}, coalesce(${ref('d.endOn')}, ${ref('d.startOn')}), '[]')`
      const last = sql`coalesce(${day(end)}, ${day(start)})`
      return sql<boolean>`${days} && daterange(${day(start)} - 1, ${last} + 1, '[]')
        and (${days} && daterange(${day(start)}, ${last}, '[]') or ${ref('d.entities')} && ${entities}::text[])`
    })
}

/** Updates of the issue with which no days can be compared, since one of the two tells none. */
function undated(db: QueryBuilder, { newsletterId }: Params<Near>, { dated, inIssue }: TwinShape) {
  return db
    .selectFrom('updates as s')
    .innerJoin('updateVersions as w', (join) =>
      join.onRef('w.updateId', '=', 's.id').onRef('w.version', '=', 's.version'),
    )
    .select('s.id')
    .$if(inIssue, (query) => query.where('s.newsletterId', '=', newsletterId))
    .$if(!inIssue, (query) => query.where('s.newsletterId', 'is', null))
    .$if(dated, (query) => query.where('w.startOn', 'is', null))
}
