import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Db } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { itemRows, type LibraryItem } from './items.ts'

/**
 * What was added to the library within a period and is news: neither retired nor left out by the secretariat, and not
 * published longer ago than a year before the period ends.
 */
export async function libraryAdditions(db: Db, { from, to }: Period): Promise<readonly LibraryItem[]> {
  return additions(db, { from, to })
}

const additions = statement((db, given: Params<Period>) =>
  itemRows(db)
    .where('l.removed', 'is', false)
    .where('l.inNewsletter', 'is distinct from', false)
    .where('l.retiredOn', 'is', null)
    .where('l.addedAt', '>=', sql<Date>`${day(given.from)}::timestamp at time zone 'UTC'`)
    .where('l.addedAt', '<', sql<Date>`(${day(given.to)} + 1)::timestamp at time zone 'UTC'`)
    .where((eb) =>
      eb.or([
        eb('l.publishedTo', 'is', null),
        eb('l.publishedTo', '>', sql<Day>`(${day(given.to)} - interval '1 year')::date`),
      ]),
    )
    .orderBy('l.addedAt')
    .orderBy('l.id'),
)
