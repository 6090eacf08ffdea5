import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import { day, isMissing } from '../store/expressions.ts'
import { type Compose, type Given, statement } from '../store/statement.ts'
import { updateSources } from './updates.ts'

interface Near {
  /** The issue in which a twin would stand; null where none is open. */
  readonly newsletterId: number | null
  /** Days of the activity; null where none is known. */
  readonly start: Day | null
  readonly end: Day | null
  readonly now: Date
}

/** The updates of the last year that may tell of the same activity: of the same days, or undated of the same issue. */
export async function twinCandidates(db: Db, near: Near) {
  return candidates(db, near)
}

const candidates = statement((db, given: Given<Near>) =>
  updateSources(db)
    .select(['u.id', 'u.authorId', 'u.entityId', 'p.name as author', 'e.acronym as entity', 'u.status'])
    .select(['v.text', 'v.startOn as start', 'v.endOn as end'])
    .where('u.status', 'not in', ['withdrawn', 'merged'])
    .where('u.postedAt', '>', sql<Date>`${given.now}::timestamptz - interval '1 year'`)
    .where(
      ({ ref }) =>
        sql<boolean>`${ref('u.id')} = any (array(${onTheDays(db, given).unionAll(undated(db, given))}))`,
    )
    .orderBy('u.postedAt', 'desc')
    .orderBy('u.id', 'desc')
    .limit(500),
)

/** Updates one of whose versions tells of these days. */
function onTheDays(db: Compose, { start, end }: Given<Near>) {
  return db
    .selectFrom('updateVersions as d')
    .select('d.updateId as id')
    .where('d.startOn', 'is not', null)
    .where(({ ref }) => {
      const days = sql`daterange(${ref('d.startOn')}, coalesce(${ref('d.endOn')}, ${ref('d.startOn')}), '[]')`
      return sql<boolean>`${days} && case when ${day(start)} is null then 'empty'
        else daterange(${day(start)}, coalesce(${day(end)}, ${day(start)}), '[]') end`
    })
}

/** Updates of the issue with which no days can be compared, since one of the two tells none. */
function undated(db: Compose, { newsletterId, start }: Given<Near>) {
  return db
    .selectFrom('updates as s')
    .innerJoin('updateVersions as w', (join) =>
      join.onRef('w.updateId', '=', 's.id').onRef('w.version', '=', 's.version'),
    )
    .select('s.id')
    .where((eb) =>
      eb.or([
        eb('s.newsletterId', '=', newsletterId),
        eb.and([isMissing(newsletterId, 'int'), eb('s.newsletterId', 'is', null)]),
      ]),
    )
    .where((eb) => eb.or([eb('w.startOn', 'is', null), sql<boolean>`${day(start)} is null`]))
}
