import { sql } from 'kysely'

import { fold } from '../../../src/core/text/nearest.ts'
import { swapsOf } from '../../../src/core/text/slips.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { SearchHit } from './judged.ts'
import { searchWords } from './searchWords.ts'

/** Shorter acronyms with two letters swapped are other ones. */
const shortest = 4

/**
 * The query with an acronym in the place of a word in capitals that has two of its letters swapped, as `UNDOC focal point` has, where
 * no hit holds the word as it was typed. Undefined where no word is such a slip.
 */
export async function withAcronymMeant(
  db: Db,
  query: string,
  hits: readonly SearchHit[],
): Promise<string | undefined> {
  const words = searchWords(query)
  if (words.length < 2) return undefined
  const held = fold(JSON.stringify(hits))
  for (const word of words) {
    // In small letters it may be anybody’s name, for which the store is not asked once more.
    if (word.length < shortest || !/^[A-Z]+$/.test(word) || held.includes(fold(word))) continue
    const swaps = swapsOf(fold(word))
    const found = await handlesAmong(db, { swaps })
    const [only, ...others] = found.filter(({ handle }) => swaps.includes(handle))
    if (only && others.length === 0) return query.replace(word, only.handle)
  }
  return undefined
}

const handlesAmong = statement((db, given: Params<{ swaps: readonly string[] }>) =>
  db
    .selectFrom('searchNames as s')
    .select(({ ref }) => sql<string>`unnest(${ref('s.handles')})`.as('handle'))
    .distinct()
    .where(({ ref }) => sql<boolean>`${ref('s.handles')} && ${given.swaps}::text[]`),
)
