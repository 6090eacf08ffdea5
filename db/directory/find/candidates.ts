import { type Expression, type RawBuilder, sql } from 'kysely'

import { fold } from '../../store/expressions.ts'
import type { Compose, Given } from '../../store/statement.ts'

/** The kinds of records that can be searched. People come last: theirs alone is a limited part of the union. */
export const everyKind = ['entities', 'groups', 'people'] as const

export type Kind = (typeof everyKind)[number]

type Limits = Given<{ query: string; limit: number }>

export interface Candidate {
  readonly kind: 'person' | 'entity' | 'group'
  readonly id: number
  readonly label: string
  readonly handle: string
  readonly search: string | null
  readonly detail: string | null
  readonly exact: string
  readonly whole: string
}

/** The rows of the chosen kinds that fit, in one union: the parts name their columns in the same order. */
export function candidates(
  db: Compose,
  kinds: readonly Kind[],
  given: Limits,
  fits: Fits,
): RawBuilder<Candidate> {
  const parts = { entities: entityHits, groups: groupHits, people: peopleHits }
  const chosen = kinds.map((kind): Expression<Candidate> => parts[kind](db, given, fits))
  const union = sql.join(
    chosen.map((part) => sql`${part}`),
    sql` union all `,
  )
  return sql`(${union})`
}

/** Whether a folded text fits what is looked for. */
type Fits = (text: Expression<string | null>) => RawBuilder<boolean>

function entityHits(db: Compose, _: Limits, fits: Fits) {
  return db
    .selectFrom('entities as e')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'entity'`.as('kind'),
      ...(['e.id', 'e.acronym as label', 'e.acronym as handle', 'e.search'] as const),
      sql<string | null>`nullif(${ref('e.name')}, ${ref('e.acronym')})`.as('detail'),
      fold(ref('e.acronym')).as('exact'),
      fold(ref('e.name')).as('whole'),
    ])
    .where(({ ref }) => fits(ref('e.search')))
}

function groupHits(db: Compose, _: Limits, fits: Fits) {
  return db
    .selectFrom('workingGroups as g')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'group'`.as('kind'),
      ...(['g.id', 'g.acronym as label', 'g.acronym as handle', 'g.search'] as const),
      sql<string | null>`${ref('g.name')}`.as('detail'),
      fold(ref('g.acronym')).as('exact'),
      fold(ref('g.name')).as('whole'),
    ])
    .where(({ ref }) => fits(ref('g.search')))
}

function peopleHits(db: Compose, { query, limit }: Limits, fits: Fits) {
  return db
    .selectFrom('people as p')
    .select(({ fn, ref }) => [
      sql<Candidate['kind']>`'person'`.as('kind'),
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
