import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import {
  type Candidate,
  type Kind,
  mostSimilarPeople,
  otherHits,
  personHits,
  type SearchTexts,
  typed,
} from './candidates.ts'
import { holdsEach, matchFoldedWords, type SearchWordValues } from './searchWords.ts'

/**
 * All words, nearly right; the same, and where nothing has them, all of them in one person’s name, each but for one key;
 * all of them corrected by the words that are on record; all of them as they sound in another script; any of them.
 */
export type SearchPass = 'all' | 'slips' | 'corrected' | 'sounding' | 'any'

export type SearchQuery = Params<
  {
    query: string
    limit: number
    /** What the whole query may be a slip of, if it is one word. */
    slips: readonly string[]
    on: Day | null
  } & SearchWordValues &
    Slips
>

export type Slips = { readonly [K in `slips${number}`]: readonly string[] }

/** What each word may be a slip of, under the names that the statements take. */
export function slipsGiven(slips: readonly (readonly string[])[]): Slips {
  return Object.fromEntries(slips.map((words, index) => [`slips${index}`, words]))
}

/** What makes one statement of the search differ from another. */
export interface SearchShape {
  readonly count: number
  readonly pass: SearchPass
  readonly kinds: readonly Kind[]
}

/**
 * Below this even the most similar person is a stranger: whoever is called so but for one key of a word is then looked for, too. Of
 * those whom a slip hides from the index, nearly all come with strangers that are less like.
 */
const stranger = 0.55

/** What a pass finds, in no order. Those one key away are not looked for where something else has been found. */
export function rowsOf(db: QueryBuilder, given: SearchQuery, shape: SearchShape): RawBuilder<Candidate> {
  const others = otherHits(db, shape.kinds, (texts) => fits(given, shape, texts))
  if (!shape.kinds.includes('people')) return sql`(${others})`
  const near = mostSimilarPeople(db, given, (search) => matches(shape, search))
  if (shape.pass !== 'slips') return sql`(${others} union all (${personHits(db, sql`(${near})`)}))`
  const slipped = sql<{ readonly id: number }>`(select ${sql.ref('id')} from near union
    select people_slipped(array[${sql.join(words(shape))}]) from typed t
    where not exists (select from others) and not exists (select from near where alike >= ${stranger}))`
  return sql`(with others as materialized (${others}), near as materialized (${near})
    select * from others union all (${personHits(db, slipped)}))`
}

function words({ count }: SearchShape): readonly RawBuilder<string>[] {
  return Array.from({ length: count }, (_, index) => typed(`word${index}`))
}

/** Whether what is found by name beside people fits; a single word also but for one key of an acronym. */
function fits(
  given: SearchQuery,
  shape: SearchShape,
  { sought, name, topics, handles }: SearchTexts,
): RawBuilder<boolean> {
  const exactly = isNear(shape.pass)
    ? holdsEach(words(shape), { search: name, topics })
    : sql`(${matches(shape, name)} or ${matches(shape, topics)})`
  const found = sql<boolean>`(${matches(shape, sought)} and ${exactly})`
  return shape.count === 1 ? sql`(${found} or ${handles} && ${given.slips}::text[])` : found
}

function isNear(pass: SearchPass): boolean {
  return pass === 'all' || pass === 'slips'
}

/** Whether a folded text fits the words. */
function matches(shape: SearchShape, text: Expression<string | null>): RawBuilder<boolean> {
  const { count, pass } = shape
  if (pass === 'any') return matchFoldedWords(words(shape), text, 'or')
  if (isNear(pass)) return matchFoldedWords(words(shape), text)
  const found = Array.from(
    { length: count },
    (_, index) => sql`${text} ~ (select ${sql.ref(`pattern${index}`)} from corrections)`,
  )
  return sql`(${sql.join(found, sql` and `)})`
}
