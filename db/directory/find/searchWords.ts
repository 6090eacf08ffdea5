import { type Expression, type RawBuilder, sql } from 'kysely'

import { fold } from '../../store/expressions.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'

/** The most words that a search looks for. */
const maximum = 8

/**
 * The words of a typed name that have a letter or a digit, eight at most. Of an e-mail address only the part before
 * the @ counts, since many share the rest.
 */
export function searchWords(query: string): readonly string[] {
  return query
    .normalize('NFC')
    .split(/[\s,;()"“”]+/)
    .map(beforeAt)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, maximum)
}

/** Words that join others, as in “focal point of UNODC” or “French speaker in Vienna”; no record holds them. */
const joining: ReadonlySet<string> = new Set(
  'a an the of in at on for from by and to with is are who works working based sits speaks speaking speaker speakers people person someone anyone contact'.split(
    ' ',
  ),
)

/** The words without those that only join them, unless there are no others. */
export function meaningful(words: readonly string[]): readonly string[] {
  // In capitals it is an acronym: the WHO, the OF.
  const rest = words.filter((word) => word !== word.toLowerCase() || !joining.has(word))
  return rest.length > 0 ? rest : words
}

/** The part before an @ that has something before it. */
function beforeAt(word: string): string {
  const at = word.indexOf('@', 1)
  return at < 0 ? word : word.slice(0, at)
}

/** The words as values of a statement, which has a place for each. */
export type SearchWordValues = { readonly [K in `word${number}`]: string }

export function wordsGiven(words: readonly string[]): SearchWordValues {
  return Object.fromEntries(words.map((word, index) => [`word${index}`, word]))
}

/** The expressions of the words that a statement is given. */
export function givenWords(given: Params<SearchWordValues>, count: number): readonly RawBuilder<string>[] {
  return Array.from({ length: count }, (_, index) => given[`word${index}`] ?? sql`null`)
}

/**
 * Rows whose folded text holds the words, by the connection's threshold of word similarity. A word is a scalar
 * sub-select, so that it is known before the index is read and small tables use theirs too.
 */
export function matchWords(
  words: readonly Expression<string>[],
  text: Expression<string | null>,
  junction: 'and' | 'or' = 'and',
): RawBuilder<boolean> {
  return matchFoldedWords(
    words.map((word) => sql`(select ${fold(word)})`),
    text,
    junction,
  )
}

/** The same for words that are folded already. */
export function matchFoldedWords(
  folded: readonly Expression<string>[],
  text: Expression<string | null>,
  junction: 'and' | 'or' = 'and',
): RawBuilder<boolean> {
  const found = folded.map((word) => sql`${word} <% ${text}`)
  return sql`(${sql.join(found, sql.raw(` ${junction} `))})`
}

/** What has each folded word in its name, nearly right, or among what it deals with, just so but for a plural. */
export function holdsEach(
  words: readonly Expression<string>[],
  {
    search,
    topics,
  }: { readonly search: Expression<string | null>; readonly topics: Expression<string | null> },
): RawBuilder<boolean> {
  const found = words.map((word) => {
    const begins = sql<string>`regexp_replace(${word}, '(?<=[a-z]{4})s$', '')`
    return sql`(${word} <% ${search} or position(' ' || ${begins} in ${spacedWords(topics)}) > 0)`
  })
  return sql`(${sql.join(found, sql` and `)})`
}

/** A folded text with a space before each word, also after a bracket: `data (API/PNR)`. */
export function spacedWords(text: Expression<string | null>): RawBuilder<string> {
  return sql`' ' || translate(${text}, '([/', '   ')`
}

/** A pattern of the dozen words of names that are most like a word, those one key away first; null where none is like it. */
export function mostSimilar(db: QueryBuilder, word: Expression<string>, slips: Expression<unknown>) {
  const words = db
    .selectFrom('words as w')
    .select('w.word')
    .where(
      ({ ref }) => sql<boolean>`(${ref('w.word')} %
        (select ${fold(word)} from set_config('pg_trgm.similarity_threshold', '0.2', true))
        or ${ref('w.word')} = any (${slips}::text[]))`,
    )
    .orderBy(({ ref }) => sql`${ref('w.word')} = any (${slips}::text[])`, 'desc')
    .orderBy(({ ref }) => sql`similarity(${ref('w.word')}, (select ${fold(word)}))`, 'desc')
    .orderBy('w.word')
    .limit(12)
  return db
    .selectFrom(words.as('l'))
    .select(({ ref }) => sql<string>`'\\m(' || string_agg(${ref('l.word')}, '|') || ')'`.as('pattern'))
}

/** INTERPOL and UNESCO are spoken as words are. */
const longestSpelt = 5

/**
 * A pattern of the words in another script that sound like a word, those of nearly its length first; null where none does.
 * Latin letters write the vowels, so that what is shorter in them is another word; short acronyms are spelt, not spoken:
 * القاهرة is no HCR, and سارة no OHCHR.
 */
export function sounding(db: QueryBuilder, word: Expression<string>) {
  const sought = sql`(select ${fold(word)})`
  const latin = (text: Expression<unknown>) => sql`${text} ~ '[a-z]'`
  const length = (text: Expression<unknown>) => sql<number>`length(regexp_replace(${text}, '^ال(?=..)', ''))`
  const acronyms = (text: Expression<string>) =>
    db
      .selectFrom('searchNames as s')
      .select('s.id')
      .where(({ ref }) => sql<boolean>`${ref('s.handles')} @> array[${text}]`)
  const words = db
    .selectFrom('words as w')
    .select('w.word')
    .where(
      ({ ref }) => sql<boolean>`sounds(${ref('w.word')}) = (select nullif(sounds(${fold(word)}), ''))
        and (${latin(ref('w.word'))}) <> (${latin(sought)})
        and case when ${latin(sought)} then ${length(sought)} + 1 >= ${length(ref('w.word'))}
          else ${length(ref('w.word'))} + 1 >= ${length(sought)} end
        and (length(${ref('w.word')}) > ${longestSpelt} or not exists (${acronyms(ref('w.word'))}))`,
    )
    .orderBy(({ ref }) => sql`abs(length(${ref('w.word')}) - length(${sought}))`)
    .orderBy('w.word')
    .limit(12)
  return db
    .selectFrom(words.as('l'))
    .select(({ ref }) => sql<string>`'\\m(' || string_agg(${ref('l.word')}, '|') || ')\\M'`.as('pattern'))
}
