import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import {
  givenWords,
  matchWords,
  meaningful,
  type SearchWordValues,
  searchWords,
  wordsGiven,
} from '../directory/find/searchWords.ts'
import type { LibraryItems } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, isMissing } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'
import { itemRows, type LibraryItem } from './items.ts'

interface Filter {
  readonly groupId: number | null
  readonly entityId: number | null
  readonly kind: LibraryItems['kind'] | null
  /** Items that were retired by that day are left out; null takes them all. */
  readonly on: Day | null
}

interface Page {
  readonly limit: number
  readonly offset: number
}

/** Items by what was added last. */
export async function listItems(db: Db, wanted: Filter & Page): Promise<readonly LibraryItem[]> {
  return listed(db, wanted)
}

const listed = statement((db, given: Params<Filter & Page>) =>
  filtered(db, given)
    .orderBy('l.addedAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(given.limit)
    .offset(given.offset),
)

/**
 * Items that hold every word in their title, topics or purpose, misspelt or not, those that hold them just so first;
 * where none does, those that hold any of them.
 */
export async function findItems(
  db: Db,
  query: string,
  wanted: Filter & { readonly limit: number },
): Promise<readonly LibraryItem[]> {
  const words = meaningful(searchWords(query))
  if (words.length === 0) return []
  for (const junction of ['and', 'or'] as const) {
    const found = await matching({ count: words.length, junction })(db, { ...wanted, ...wordsGiven(words) })
    if (found.length > 0 || words.length === 1) return found
  }
  return []
}

interface LibraryShape {
  readonly count: number
  readonly junction: 'and' | 'or'
}

const matching = variants(({ count, junction }: LibraryShape) =>
  statement((db, given: Params<Filter & { limit: number } & SearchWordValues>) => {
    const words = givenWords(given, count)
    const held = sql.ref('l.search')
    const just = words.map((word) => sql`(position(fold(${word}) in ${held}) > 0)::int`)
    const near = words.map((word) => sql`word_similarity(fold(${word}), ${held})`)
    return filtered(db, given)
      .where(({ ref }) => matchWords(words, ref('l.search'), junction))
      .orderBy(sql`${sql.join(just, sql` + `)}`, 'desc')
      .orderBy(sql`${sql.join(near, sql` + `)}`, 'desc')
      .orderBy('l.id', 'desc')
      .limit(given.limit)
  }),
)

function filtered(db: QueryBuilder, given: Params<Filter>) {
  return itemRows(db)
    .where('l.removed', 'is', false)
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('l.groupId', '=', given.groupId)]))
    .where((eb) => eb.or([isMissing(given.entityId, 'int'), eb('l.entityId', '=', given.entityId)]))
    .where((eb) => eb.or([isMissing(given.kind, 'text'), eb('l.kind', '=', given.kind)]))
    .where((eb) =>
      eb.or([
        sql<boolean>`${day(given.on)} is null`,
        eb('l.retiredOn', 'is', null),
        eb('l.retiredOn', '>', day(given.on)),
      ]),
    )
}
