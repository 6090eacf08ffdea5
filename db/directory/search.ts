import { type RawBuilder, sql } from 'kysely'

import type { Db } from '../store/db.ts'

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

export interface Search {
  readonly query: string
  readonly kinds: readonly ('people' | 'entities' | 'groups')[]
  readonly limit: number
}

/** All words nearly right; else all of them put right by the words that names are made of; else any of them. */
const passes: readonly ((words: readonly string[]) => Condition)[] = [
  (words) => ({ matches: (column) => matchWords(words, column) }),
  putRight,
  (words) => ({ matches: (column) => matchWords(words, column, ' or ') }),
]

/**
 * People, entities and groups whose names hold every word of the query, misspelt or not, without regard to
 * case and accents; an exact acronym first. One round trip, and another for each pass that found nothing.
 */
export async function searchDirectory(db: Db, search: Search): Promise<readonly Hit[]> {
  const words = searchWords(search.query)
  if (words.length === 0) return []
  for (const pass of words.length === 1 ? passes.slice(0, 2) : passes) {
    const hits = await run(db, search, pass(words))
    if (hits.length > 0) return hits
  }
  return []
}

/**
 * The words of a typed name that have a letter or a digit, eight at most. An e-mail address is looked for by
 * what stands before its @, since what follows is everybody's.
 */
export function searchWords(query: string): readonly string[] {
  return query
    .normalize('NFC')
    .split(/[\s,;()"“”]+/)
    .map((word) => word.replace(/(?<=.)@.*$/, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
}

/**
 * Rows whose folded text holds the words, from the connection's word similarity on. Only as a scalar sub-select
 * is a word known before the index is read, so that small tables use theirs too.
 */
export function matchWords(
  words: readonly string[],
  column: RawBuilder<string>,
  junction: ' and ' | ' or ' = ' and ',
): RawBuilder<unknown> {
  const found = words.map((word) => sql`(select fold(${word})) <% ${column}`)
  return sql`(${sql.join(found, sql.raw(junction))})`
}

interface Condition {
  /** What is worked out once, before any table is read: common table expressions. */
  readonly given?: readonly RawBuilder<unknown>[]
  matches(column: RawBuilder<string>): RawBuilder<unknown>
}

/** Rows whose folded text holds, for each of the words, one of the dozen words of names that are likest to it. */
function putRight(words: readonly string[]): Condition {
  return {
    given: words.map(
      (word, index) => sql`${sql.ref(`likest_${index}`)} as materialized (
        select '\\m(' || string_agg(l.word, '|') || ')' as pattern from (
          select w.word from words w
          where w.word % (select fold(${word}) from set_config('pg_trgm.similarity_threshold', '0.2', true))
          order by similarity(w.word, (select fold(${word}))) desc, w.word limit 12) l)`,
    ),
    matches: (column) =>
      sql.join(
        words.map((_, index) => sql`${column} ~ (select pattern from ${sql.ref(`likest_${index}`)})`),
        sql` and `,
      ),
  }
}

async function run(
  db: Db,
  { query, kinds, limit }: Search,
  { given = [], matches }: Condition,
): Promise<readonly Hit[]> {
  const parts: Record<Search['kinds'][number], RawBuilder<unknown>> = {
    entities: sql`
      select 'entity' as kind, e.id, e.acronym as label, nullif(e.name, e.acronym) as detail, e.acronym as handle,
        fold(e.acronym) as exact, fold(e.name) as whole, e.search
      from entities e where ${matches(sql`e.search`)}`,
    groups: sql`
      select 'group', g.id, g.acronym, g.name, g.acronym, fold(g.acronym), fold(g.name), g.search
      from working_groups g where ${matches(sql`g.search`)}`,
    people: sql`
      (select 'person', p.id, p.name, p.title, coalesce(p.email, p.name), coalesce(p.email, ''), fold(p.name), p.search
      from people p where p.retired_on is null and ${matches(sql`p.search`)}
      order by word_similarity((select fold(${query})), p.search) desc, p.id limit ${limit})`,
  }
  const chosen = [...new Set(kinds)].map((kind) => parts[kind])
  const result = await sql<Hit>`
    with ${sql.join([...given, sql`typed as (select fold(${query}) as word)`])}, hits (kind, id, label, detail, handle, exact, whole, search) as (${sql.join(chosen, sql` union all `)}), ranked as (
      select h.*, t.word, h.exact = t.word as is_exact, h.whole = t.word as is_whole, position(t.word in h.search) > 0 as holds,
        starts_with(h.exact, t.word) as begins,
        greatest(similarity(t.word, h.exact), similarity(t.word, h.whole)) + word_similarity(t.word, h.search) as near
      from hits h, typed t
    ), judged as (select r.*, max(near) over () as nearest from ranked r)
    select kind, id, label, coalesce(detail, '') as detail, handle, case
        when is_exact then case kind when 'person' then 'exact e-mail' else 'exact acronym' end
        when is_whole then 'exact name'
        when holds then 'contains it'
        else 'sounds alike' end as why
    from judged
    -- What is far less alike than the best is only in the way.
    where holds or near >= 0.6 * nearest
    order by is_exact desc, is_whole desc, holds desc, begins desc, near desc, kind, label, id
    limit ${limit}`.execute(db)
  return result.rows
}
