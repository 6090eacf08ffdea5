import { sql } from 'kysely'

import { fold as foldText } from '../../../src/core/text/nearest.ts'
import { otherScript } from '../../../src/core/text/otherScript.ts'
import { slipsOf } from '../../../src/core/text/slips.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day, fold } from '../../store/expressions.ts'
import { statement, variants } from '../../store/statement.ts'
import { everyKind, type Kind } from './candidates.ts'
import { type SearchHit, withoutUnlikely } from './judged.ts'
import { rowsOf, type SearchPass, type SearchQuery, type SearchShape, slipsGiven } from './passes.ts'
import {
  givenWords,
  meaningful,
  mostSimilar,
  searchWords,
  sounding,
  spacedWords,
  wordsGiven,
} from './searchWords.ts'
import { withAcronymMeant } from './swapped.ts'
import { namedInTranslation } from './translated/named.ts'

export interface Search {
  readonly query: string
  readonly kinds: readonly Kind[]
  readonly limit: number
  /** Only those who were in the directory on this day, whoever left since; today without one. */
  readonly on?: Day
  /** Whether a hit is too unlike the query; where a pass finds only such hits, the next one is tried. */
  readonly isGuess?: (hit: SearchHit) => boolean
}

/**
 * Finds people, entities and groups that hold every word of the query in what is known of them, misspelt or not,
 * ignoring case and accents; an exact acronym comes first. One round trip, and one more for each pass that finds nothing.
 * An entity is found by its name in another language, a person by a name on record in other letters.
 */
export async function searchDirectory(db: Db, search: Search): Promise<readonly SearchHit[]> {
  const inOther = async () => {
    const other = otherScript(search.query)
    return other === undefined ? [] : inPasses(db, { ...search, query: other }, ['all', 'corrected'])
  }
  const cyrillic = /\p{Script=Cyrillic}/u.test(search.query)
  const steps = [
    async () => {
      const hits = await inPasses(db, search, [cyrillic ? 'all' : 'slips'])
      const swapped = hits.length > 0 ? await withAcronymMeant(db, search.query, hits) : undefined
      const meant = swapped === undefined ? [] : await inPasses(db, { ...search, query: swapped }, ['slips'])
      return meant.length > 0 ? meant : hits
    },
    () => inTranslation(db, search),
    ...(cyrillic ? [inOther] : []),
    () => inPasses(db, search, ['corrected', 'sounding', 'any']),
    ...(cyrillic ? [] : [inOther]),
  ]
  for (const find of steps) {
    const hits = await find()
    if (hits.length > 0) return hits
  }
  return []
}

/** The entities that are called so in another language. */
async function inTranslation(db: Db, search: Search): Promise<readonly SearchHit[]> {
  if (!search.kinds.includes('entities')) return []
  const found: SearchHit[] = []
  for (const { acronym, name } of namedInTranslation(search.query)) {
    const [hit] = await inPasses(db, { ...search, query: acronym, kinds: ['entities'], limit: 1 }, ['all'])
    if (hit?.match === 'exact') found.push({ ...hit, match: 'holds', known: { alias: [name] } })
  }
  return found
}

async function inPasses(
  db: Db,
  { query, kinds, limit, on, isGuess }: Search,
  passes: readonly SearchPass[],
): Promise<readonly SearchHit[]> {
  const all = meaningful(searchWords(query))
  if (all.length === 0) return []
  const long = all.filter((word) => word.length > 3)
  const chosen = everyKind.filter((kind) => kinds.includes(kind))
  const slips = all.length === 1 ? slipsOf(foldText(query)) : []
  for (const chosenPass of passes) {
    if (chosenPass === 'any' && all.length === 1) break
    // A single word may as well be a subject; the names of those who left are not kept by word.
    const isBare = all.length === 1 || on !== undefined || !kinds.includes('people')
    const pass = chosenPass === 'slips' && isBare ? 'all' : chosenPass
    // Short words of a name, such as بن and Ли, are not kept.
    const words = pass === 'sounding' && long.length > 0 ? long : all
    const find = searches({ count: words.length, pass, kinds: chosen })
    const ranked = await find(db, {
      query,
      limit,
      on: on ?? null,
      slips,
      ...wordsGiven(words),
      ...(pass === 'corrected' ? slipsGiven(words.map((word) => slipsOf(foldText(word)))) : {}),
    })
    const meant = withoutUnlikely(ranked, limit).filter((hit) => !isGuess?.(hit))
    if (meant.length > 0) return meant
  }
  return []
}

const searches = variants((shape: SearchShape) =>
  statement((db, given: SearchQuery) => {
    const { count, pass } = shape
    const corrections = pass === 'corrected' || pass === 'sounding' ? givenWords(given, count) : []
    return (
      db
        .with('typed', (query) =>
          query.selectNoFrom([
            fold(given.query).as('word'),
            day(given.on).as('onDay'),
            ...givenWords(given, count).map((word, index) => fold(word).as(`word${index}`)),
          ]),
        )
        .with(
          (name) => name('corrections').materialized(),
          (query) =>
            query.selectNoFrom([
              sql<null>`null`.as('none'),
              ...corrections.map((word, index) =>
                (pass === 'sounding'
                  ? sounding(db, word)
                  : mostSimilar(db, word, given[`slips${index}`] ?? sql`null`)
                ).as(`pattern${index}`),
              ),
            ]),
        )
        .with('hits', () => rowsOf(db, given, shape))
        .selectFrom(['hits as h', 'typed as t'])
        .select(['h.kind', 'h.id', 'h.label', 'h.handle', 'h.gone', 'h.known'])
        .select(({ ref }) => {
          const word = ref('t.word')
          return [
            sql<string>`coalesce(${ref('h.detail')}, '')`.as('detail'),
            sql<number>`case
              when ${ref('h.exact')} = ${word} then 1
              when ${word} = any (${ref('h.handles')}) then 2
              when ${ref('h.whole')} = ${word} then 3
              ${count === 1 ? sql`when ${ref('h.handles')} && ${given.slips}::text[] then 4` : sql``}
              when position(' ' || ${word} in ${spacedWords(sql`concat_ws(' ', ${ref('h.search')}, ${ref('h.topics')})`)}) > 0 then 5
              else 6 end`.as('tier'),
            // What a group deals with is meant before what its objective says.
            sql<number>`greatest(similarity(${word}, ${ref('h.exact')}), similarity(${word}, ${ref('h.whole')}))
              + word_similarity(${word}, ${ref('h.search')})
              + case when position(' ' || ${word} in ${spacedWords(ref('h.subjects'))}) > 0 then 0.5 else 0 end`.as(
              'near',
            ),
          ]
        })
        .orderBy('tier')
        // Slips are in order: two letters swapped are likelier than a wrong one.
        .$if(count === 1, (query) =>
          query.orderBy(
            ({ ref }) => sql`(select min(array_position(${given.slips}::text[], word))
            from unnest(${ref('h.handles')}) word)`,
          ),
        )
        .orderBy(({ ref }) => sql`starts_with(${ref('h.exact')}, ${ref('t.word')})`, 'desc')
        .orderBy('near', 'desc')
        .orderBy('kind')
        .orderBy('label')
        .orderBy('id')
        .limit(sql<number>`${given.limit}::int + ${inTheWay}::int`)
    )
  }),
)

/** How many more hits are read than are wanted, since some are dropped. */
const inTheWay = 10
