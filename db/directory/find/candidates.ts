import { type Expression, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Day } from '../../../src/core/time/day.ts'
import { fold } from '../../store/expressions.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { handleOf, openEmail } from '../visibility/audience.ts'
import type { Facet, HitDetails } from './known.ts'

/** What can be searched. */
export const everyKind = ['entities', 'groups', 'people'] as const

export type Kind = (typeof everyKind)[number]

export interface Candidate {
  /** A holder is a name that a role is held under, without a record of its own. */
  readonly kind: 'person' | 'entity' | 'group' | 'holder'
  readonly id: number
  readonly label: string
  readonly handle: string
  readonly search: string | null
  /** What a group deals with, folded; then that with its objective. */
  readonly subjects: string | null
  readonly topics: string | null
  readonly detail: string | null
  /** The first day on which it is no longer in the directory. */
  readonly gone: Day | null
  readonly exact: string
  readonly whole: string
  /** Acronyms and other short names, folded. */
  readonly handles: string[]
  readonly known: HitDetails
}

/** The row of what was typed, folded: the whole as `word`, its words as `word0` and so on, and the day that is meant. */
type Typed = { readonly word: string; readonly onDay: Day | null } & {
  readonly [K in `word${number}`]: string
}

/** A column of that row, wherever `typed` is among the tables. */
export function typed(column: keyof Typed): RawBuilder<string> {
  return sql`${sql.ref(`t.${column}`)}`
}

const typedRow = sql<Typed>`typed`.as('t')

/** Where a folded text is looked into. */
export interface SearchTexts {
  /** All of it, which the index has. */
  readonly sought: Expression<string | null>
  readonly name: Expression<string | null>
  /** What a group deals with. */
  readonly topics: Expression<string | null>
  /** The words by which it is called, as acronyms and aliases. */
  readonly handles: Expression<string[]>
}

const named = { entities: 'entity', groups: 'group', people: 'holder' } as const

/** The entities, groups and holders of the chosen kinds that fit. */
export function otherHits(
  db: QueryBuilder,
  kinds: readonly Kind[],
  fits: (texts: SearchTexts) => RawBuilder<boolean>,
) {
  const unwanted = everyKind.filter((kind) => !kinds.includes(kind)).map((kind) => named[kind])
  return (
    db
      .selectFrom(['searchNames as s', typedRow])
      .select(['s.kind', 's.id', 's.label', 's.handle', 's.search', 's.subjects', 's.topics', 's.detail'])
      .select(({ ref }) => sql<Day | null>`upper(${ref('s.present')})`.as('gone'))
      .select(['s.exact', 's.whole', 's.handles'])
      .select(({ ref }) => sql<HitDetails>`${ref('s.known')}`.as('known'))
      // By what is not wanted, so that the planner reads no index for it.
      .where(({ eb, lit }) => (unwanted.length === 0 ? lit(true) : eb('s.kind', 'not in', unwanted)))
      .where(({ ref }) =>
        fits({
          sought: ref('s.sought'),
          name: ref('s.search'),
          topics: ref('s.topics'),
          handles: ref('s.handles'),
        }),
      )
      .where(({ or, eb, ref }) =>
        or([eb('t.onDay', 'is', null), sql<boolean>`${ref('s.present')} @> ${ref('t.onDay')}`]),
      )
  )
}

const none = sql<string | null>`null::text`

/** The people who fit, by number, the most similar as far as the limit goes. */
export function mostSimilarPeople(
  db: QueryBuilder,
  { limit }: Params<{ limit: number }>,
  fits: (search: Expression<string | null>) => RawBuilder<boolean>,
) {
  return db
    .selectFrom(['people as p', typedRow])
    .select('p.id')
    .select(({ ref }) => sql<number>`word_similarity(${typed('word')}, ${ref('p.search')})`.as('alike'))
    .where(({ or, eb, ref }) => or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', ref('t.onDay'))]))
    .where(({ ref }) => fits(ref('p.search')))
    .orderBy('alike', 'desc')
    .orderBy('p.id')
    .limit(limit)
}

/** What is known of people, by the numbers that a query gives. */
export function personHits(db: QueryBuilder, numbers: RawBuilder<{ readonly id: number }>) {
  return db
    .selectFrom(numbers.as('n'))
    .innerJoin('people as p', 'p.id', 'n.id')
    .select(({ ref }) => {
      const email = openEmail({ email: ref('p.email'), audience: ref('p.emailFor') })
      // Of somebody without a first entity, too.
      const entities = sql<
        string[]
      >`array_remove(array_prepend(${ref('p.entityAcronym')}, ${ref('p.otherEntities')}), null)`
      const known: { readonly [facet in Facet]?: Expression<unknown> } = {
        name: ref('p.name'),
        email,
        title: ref('p.title'),
        entity: entities,
        station: ref('p.station'),
        country: ref('p.country'),
        language: ref('p.languages'),
      }
      return [
        sql<Candidate['kind']>`'person'`.as('kind'),
        ...(['p.id', 'p.name as label'] as const),
        handleOf({ id: ref('p.id'), email: ref('p.email'), audience: ref('p.emailFor') }).as('handle'),
        'p.search',
        none.as('subjects'),
        none.as('topics'),
        sql<
          string | null
        >`nullif(array_to_string(array_append(${entities}, ${ref('p.title')}), ', '), '')`.as('detail'),
        sql<Day | null>`${ref('p.retiredOn')}`.as('gone'),
        sql<string>`coalesce(${email}, '')`.as('exact'),
        fold(ref('p.name')).as('whole'),
        sql<string[]>`'{}'::text[]`.as('handles'),
        sql<HitDetails>`${jsonBuildObject({ ...known })}`.as('known'),
      ]
    })
}
