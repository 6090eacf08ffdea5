import { sql } from 'kysely'

import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { handleOf } from '../visibility/audience.ts'

/** A person as typeahead offers them. */
export type PersonSuggestion = Pick<People, 'id' | 'name'> & {
  readonly handle: string
  readonly detail: string
}

/** More letters may stand anywhere in what is known of somebody, as the search finds them. */
const shortest = 3

/** Whether a single word was typed, which may begin a name. */
export function isWord(typed: string): boolean {
  return /^[\p{L}\p{M}\p{N}]+$/u.test(typed)
}

/** Whether so little was typed that only the beginnings of names are worth offering. */
export function isShort(typed: string): boolean {
  return [...typed].length <= shortest
}

/**
 * People by the first letters of any word of their name: whoever has just that for a name first, then the focal
 * points of the entity with that acronym, then the names that go on, in their order. Reads no more rows than it gives,
 * however many there are.
 */
export async function peopleBeginning(
  db: Db,
  typed: string,
  limit: number,
): Promise<readonly PersonSuggestion[]> {
  return beginning(db, { typed, limit })
}

const beginning = statement((db, given: Params<{ typed: string; limit: number }>) => {
  const word = sql<string>`(select ${fold(given.typed)})`
  // The last character of all: every word that begins with the letters stands before it.
  const end = sql<string>`(select ${fold(given.typed)} || chr(1114111))`
  const named = db
    .selectFrom('nameWords as w')
    .innerJoin('people as p', 'p.id', 'w.personId')
    .select(['p.id', 'w.word as place'])
    .where('w.word', '>=', word)
    .where('w.word', '<', end)
    .orderBy('w.word')
    .orderBy('w.personId')
    // Two words of one name may both fit.
    .limit(sql<number>`${given.limit}::int * 2`)
  const seated = db
    .selectFrom('entities as e')
    .innerJoin('people as p', 'p.entityId', 'e.id')
    .select(['p.id', sql<string>`${word} || ' '`.as('place')])
    .where(({ ref }) => sql<boolean>`${ref('e.handles')} @> array[${word}]`)
    .where('p.retiredOn', 'is', null)
    .orderBy('p.name')
    .limit(given.limit)
  return db
    .selectFrom(
      db
        .selectFrom(named.as('n'))
        .selectAll()
        .unionAll(db.selectFrom(seated.as('s')).selectAll())
        .as('f'),
    )
    .innerJoin('people as p', 'p.id', 'f.id')
    .select(({ fn, ref }) => [
      'p.id',
      'p.name',
      handleOf({ id: ref('p.id'), email: ref('p.email'), audience: ref('p.emailFor') }).as('handle'),
      sql<string>`concat_ws(', ', ${ref('p.entityAcronym')}, nullif(array_to_string(${ref('p.otherEntities')}, ', '), ''), ${ref('p.title')})`.as(
        'detail',
      ),
      fn.min('f.place').as('place'),
    ])
    .groupBy('p.id')
    .orderBy('place')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(given.limit)
})
