import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { fold } from '../store/expressions.ts'
import { type Compose, type Given, statement, variants } from '../store/statement.ts'
import { givenWords, matchWords, searchWords, type Words, wordsGiven } from './words.ts'

export interface Hit {
  readonly kind: 'person' | 'entity' | 'group'
  readonly id: number
  readonly label: string
  readonly detail: string
  /** What to type to name it: an acronym or an e-mail address. */
  readonly handle: string
  /** Why it matched, in words. */
  readonly why: string
}

type Kind = 'people' | 'entities' | 'groups'

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

/** People come last: theirs alone is a limited part of the union. */
const everyKind: readonly Kind[] = ['entities', 'groups', 'people']

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

interface Candidate {
  readonly kind: Hit['kind']
  readonly id: number
  readonly label: string
  readonly handle: string
  readonly search: string | null
  readonly detail: string | null
  readonly exact: string
  readonly whole: string
}

/** The rows of the chosen kinds that fit, in one union: the parts name their columns in the same order. */
function candidates(db: Compose, kinds: readonly Kind[], given: Asked, fits: Fits): RawBuilder<Candidate> {
  const parts = { entities: entityHits, groups: groupHits, people: peopleHits }
  const chosen = kinds.map((kind): Expression<Candidate> => parts[kind](db, given, fits))
  const union = sql.join(
    chosen.map((part) => sql`${part}`),
    sql` union all `,
  )
  return sql`(${union})`
}

type Fits = (text: Expression<string | null>) => RawBuilder<boolean>

function entityHits(db: Compose, _: Asked, fits: Fits) {
  return db
    .selectFrom('entities as e')
    .select(({ ref }) => [
      sql<Hit['kind']>`'entity'`.as('kind'),
      ...(['e.id', 'e.acronym as label', 'e.acronym as handle', 'e.search'] as const),
      sql<string | null>`nullif(${ref('e.name')}, ${ref('e.acronym')})`.as('detail'),
      fold(ref('e.acronym')).as('exact'),
      fold(ref('e.name')).as('whole'),
    ])
    .where(({ ref }) => fits(ref('e.search')))
}

function groupHits(db: Compose, _: Asked, fits: Fits) {
  return db
    .selectFrom('workingGroups as g')
    .select(({ ref }) => [
      sql<Hit['kind']>`'group'`.as('kind'),
      ...(['g.id', 'g.acronym as label', 'g.acronym as handle', 'g.search'] as const),
      sql<string | null>`${ref('g.name')}`.as('detail'),
      fold(ref('g.acronym')).as('exact'),
      fold(ref('g.name')).as('whole'),
    ])
    .where(({ ref }) => fits(ref('g.search')))
}

function peopleHits(db: Compose, { query, limit }: Asked, fits: Fits) {
  return db
    .selectFrom('people as p')
    .select(({ fn, ref }) => [
      sql<Hit['kind']>`'person'`.as('kind'),
      ...(['p.id', 'p.name as label'] as const),
      fn.coalesce('p.email', 'p.name').as('handle'),
      'p.search',
      sql<string | null>`${ref('p.title')}`.as('detail'),
      sql<string>`coalesce(${ref('p.email')}, '')`.as('exact'),
      fold(ref('p.name')).as('whole'),
    ])
    .where('p.retiredOn', 'is', null)
    .where(({ ref }) => fits(ref('p.search')))
    .orderBy(({ ref }) => sql`word_similarity((select ${fold(query)}), ${ref('p.search')})`, 'desc')
    .orderBy('p.id')
    .limit(limit)
}
