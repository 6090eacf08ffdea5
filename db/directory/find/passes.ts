import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Compose, Given } from '../../store/statement.ts'
import { type Candidate, candidates, type Kind, peopleHits } from './candidates.ts'
import { givenWords, groupHolds, matchWords, namedWithSlips, type Words } from './words.ts'

/**
 * All words, nearly right; all of them in one name, each but for one key; all of them corrected by the words that are
 * on record; all of them as they sound in another script; any of them.
 */
export const passes = ['all', 'slips', 'corrected', 'sounding', 'any'] as const

export type SearchQuery = Given<
  { query: string; limit: number; slips: string[]; on: Day | null } & Words & Slips
>

export type Slips = { readonly [K in `slips${number}`]: readonly string[] }

/** What makes one statement of the search differ from another. */
export interface SearchShape {
  readonly count: number
  readonly pass: (typeof passes)[number]
  readonly kinds: readonly Kind[]
}

/** What a pass finds, in no order. */
export function rowsOf(db: Compose, given: SearchQuery, shape: SearchShape): RawBuilder<Candidate> {
  return shape.pass === 'slips' ? slipped(db, given, shape.count) : fitting(db, given, shape)
}

/** The people in whose name all the words stand, each but for one key. */
function slipped(db: Compose, given: SearchQuery, count: number): RawBuilder<Candidate> {
  const words = givenWords(given, count).map((word, index) => ({
    word,
    slips: given[`slips${index}`] ?? sql`null`,
  }))
  return sql`(${peopleHits(db, given, ({ id }) => namedWithSlips(db, id, words))})`
}

function fitting(db: Compose, given: SearchQuery, shape: SearchShape): RawBuilder<Candidate> {
  return candidates(db, shape.kinds, given, {
    name: (text) => matches(given, shape, text),
    group: (known) =>
      shape.pass === 'all'
        ? groupHolds(givenWords(given, shape.count), known)
        : sql`(${matches(given, shape, known.search)} or ${matches(given, shape, known.topics)})`,
  })
}

/** Whether a folded text fits the words. */
function matches(
  given: SearchQuery,
  { count, pass }: SearchShape,
  text: Expression<string | null>,
): RawBuilder<boolean> {
  if (pass !== 'corrected' && pass !== 'sounding')
    return matchWords(givenWords(given, count), text, pass === 'all' ? 'and' : 'or')
  const found = Array.from(
    { length: count },
    (_, index) => sql`${text} ~ (select ${sql.ref(`pattern${index}`)} from corrections)`,
  )
  return sql`(${sql.join(found, sql` and `)})`
}
