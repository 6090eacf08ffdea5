import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Compose, type Given, statement, variants } from '../../store/statement.ts'
import { type Candidate, candidates, everyKind, type Kind } from './candidates.ts'
import { givenWords, matchWords, searchWords, type Words, wordsGiven } from './words.ts'

export interface Hit {
  readonly kind: Candidate['kind']
  readonly id: number
  readonly label: string
  readonly detail: string
  /** What to type to name it: an acronym or an e-mail address. */
  readonly handle: string
  /** Why it matched, in words. */
  readonly why: string
}

export interface Search {
  readonly query: string
  readonly kinds: readonly Kind[]
  readonly limit: number
}

/** All words, nearly right; all of them corrected by the words that names are made of; any of them. */
const passes = ['all', 'corrected', 'any'] as const

/**
 * Finds people, entities and groups whose names hold every word of the query, misspelt or not, ignoring case and
 * accents; an exact acronym comes first. One round trip, and one more for each pass that finds nothing.
 */
export async function searchDirectory(db: Db, { query, kinds, limit }: Search): Promise<readonly Hit[]> {
  const words = searchWords(query)
  if (words.length === 0) return []
  const chosen = everyKind.filter((kind) => kinds.includes(kind))
  for (const pass of words.length === 1 ? passes.slice(0, 2) : passes) {
    const find = searches({ count: words.length, pass, kinds: chosen })
    const hits = await find(db, { query, limit, ...wordsGiven(words) })
    if (hits.length > 0) return hits
  }
  return []
}

type Asked = Given<{ query: string; limit: number } & Words>

interface Shape {
  readonly count: number
  readonly pass: (typeof passes)[number]
  readonly kinds: readonly Kind[]
}

const searches = variants(({ count, pass, kinds }: Shape) =>
  statement((db, given: Asked) => {
    const corrections = pass === 'corrected' ? givenWords(given, count) : []
    return (
      db
        .with('typed', (query) => query.selectNoFrom(fold(given.query).as('word')))
        .with(
          (name) => name('corrections').materialized(),
          (query) =>
            query.selectNoFrom([
              sql<null>`null`.as('none'),
              ...corrections.map((word, index) => likest(db, word).as(`pattern${index}`)),
            ]),
        )
        .with('hits', () =>
          candidates(db, kinds, given, (text) => matches(given, { count, pass, kinds }, text)),
        )
        .with('ranked', (query) =>
          query
            .selectFrom(['hits as h', 'typed as t'])
            .selectAll('h')
            .select(({ eb, ref }) => {
              const word = ref('t.word')
              return [
                eb('h.exact', '=', word).as('isExact'),
                eb('h.whole', '=', word).as('isWhole'),
                sql<boolean>`position(${word} in ${ref('h.search')}) > 0`.as('holds'),
                sql<boolean>`starts_with(${ref('h.exact')}, ${word})`.as('begins'),
                sql<number>`greatest(similarity(${word}, ${ref('h.exact')}), similarity(${word}, ${ref('h.whole')}))
                + word_similarity(${word}, ${ref('h.search')})`.as('near'),
              ]
            }),
        )
        .with('judged', (query) =>
          query
            .selectFrom('ranked')
            .selectAll()
            .select(({ fn }) => fn.max('near').over().as('nearest')),
        )
        .selectFrom('judged')
        .select(['kind', 'id', 'label', 'handle'])
        .select(({ ref }) => [
          sql<string>`coalesce(${ref('detail')}, '')`.as('detail'),
          sql<string>`case
          when ${ref('isExact')} then case ${ref('kind')} when 'person' then 'exact e-mail' else 'exact acronym' end
          when ${ref('isWhole')} then 'exact name'
          when ${ref('holds')} then 'contains it'
          else 'sounds alike' end`.as('why'),
        ])
        // What is far less alike than the best is only in the way.
        .where(({ ref }) => sql<boolean>`${ref('holds')} or ${ref('near')} >= 0.6 * ${ref('nearest')}`)
        .orderBy('isExact', 'desc')
        .orderBy('isWhole', 'desc')
        .orderBy('holds', 'desc')
        .orderBy('begins', 'desc')
        .orderBy('near', 'desc')
        .orderBy('kind')
        .orderBy('label')
        .orderBy('id')
        .limit(given.limit)
    )
  }),
)

/** Whether a folded text fits the words. */
function matches(given: Asked, { count, pass }: Shape, text: Expression<string | null>): RawBuilder<boolean> {
  if (pass !== 'corrected') return matchWords(givenWords(given, count), text, pass === 'all' ? 'and' : 'or')
  const found = Array.from(
    { length: count },
    (_, index) => sql`${text} ~ (select ${sql.ref(`pattern${index}`)} from corrections)`,
  )
  return sql`(${sql.join(found, sql` and `)})`
}

/** A pattern of the dozen words of names that are likest to a word; null where none is like it. */
function likest(db: Compose, word: Expression<string>) {
  const words = db
    .selectFrom('words as w')
    .select('w.word')
    .where(
      ({ ref }) => sql<boolean>`${ref('w.word')} %
        (select ${fold(word)} from set_config('pg_trgm.similarity_threshold', '0.2', true))`,
    )
    .orderBy(({ ref }) => sql`similarity(${ref('w.word')}, (select ${fold(word)}))`, 'desc')
    .orderBy('w.word')
    .limit(12)
  return db
    .selectFrom(words.as('l'))
    .select(({ ref }) => sql<string>`'\\m(' || string_agg(${ref('l.word')}, '|') || ')'`.as('pattern'))
}
