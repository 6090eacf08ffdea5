import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Given, statement } from '../store/statement.ts'
import { updateSources } from './updates.ts'

interface Near {
  /** The issue in which a twin would stand; null where none is open. */
  readonly newsletterId: number | null
  /** Days of the activity; null where none is known. */
  readonly start: Day | null
  readonly end: Day | null
  readonly now: Date
}

/** The updates of the last year that may tell of the same activity: of the same issue, or of the same days. */
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
        sql<boolean>`(${ref('u.newsletterId')} is not distinct from ${given.newsletterId}::int
        or (${ref('v.startOn')} <= ${day(given.end)} and ${ref('v.endOn')} >= ${day(given.start)}))`,
    )
    .orderBy('u.postedAt', 'desc')
    .orderBy('u.id', 'desc')
    .limit(500),
)
