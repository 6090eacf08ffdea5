import { type Expression, type RawBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Day } from '../../../src/core/time/day.ts'
import { day, fold, isMissing } from '../../store/expressions.ts'
import type { Compose, Given } from '../../store/statement.ts'
import { handleOf, openEmail } from '../sight/audience.ts'
import type { Facet, Known } from './known.ts'

/** What can be searched. People come last: theirs alone is a limited part of the union. */
export const everyKind = ['entities', 'groups', 'people'] as const

export type Kind = (typeof everyKind)[number]

type Limits = Given<{ query: string; limit: number; slips: string[]; on: Day | null }>

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
  readonly exact: string
  readonly whole: string
  /** Acronyms and other short names, folded. */
  readonly handles: string[]
  readonly known: Known
}

/** The rows of the chosen kinds that fit, in one union: the parts name their columns in the same order. */
export function candidates(
  db: Compose,
  kinds: readonly Kind[],
  given: Limits,
  fits: Fits,
): RawBuilder<Candidate> {
  const parts = { entities: [entityHits], groups: [groupHits], people: [holderHits, personHits] }
  const chosen = kinds
    .flatMap((kind) => parts[kind])
    .map((part): Expression<Candidate> => part(db, given, fits))
  const union = sql.join(
    chosen.map((part) => sql`${part}`),
    sql` union all `,
  )
  return sql`(${union})`
}

/** Whether a folded text fits what is looked for; a group also by what it deals with. */
interface Fits {
  readonly name: (text: Expression<string | null>) => RawBuilder<boolean>
  readonly group: (known: {
    readonly search: Expression<string>
    readonly topics: Expression<string>
  }) => RawBuilder<boolean>
}

const noTopics = sql<string | null>`null::text`
const noHandles = sql<string[]>`'{}'::text[]`

function known(columns: { readonly [kind in Facet]?: Expression<unknown> }) {
  return sql<Known>`${jsonBuildObject({ ...columns })}`.as('known')
}

function entityHits(db: Compose, { slips, on }: Limits, fits: Fits) {
  return db
    .selectFrom('entities as e')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'entity'`.as('kind'),
      ...(['e.id', 'e.acronym as label', 'e.acronym as handle', 'e.search'] as const),
      noTopics.as('subjects'),
      noTopics.as('topics'),
      sql<string | null>`nullif(${ref('e.name')}, ${ref('e.acronym')})`.as('detail'),
      fold(ref('e.acronym')).as('exact'),
      fold(ref('e.name')).as('whole'),
      sql<string[]>`${ref('e.handles')}`.as('handles'),
      known({
        acronym: ref('e.acronym'),
        name: ref('e.name'),
        alias: ref('e.aliases'),
        part: ref('e.partNames'),
      }),
    ])
    .where(({ or, ref }) =>
      or([fits.name(ref('e.search')), sql<boolean>`${ref('e.handles')} && ${slips}::text[]`]),
    )
    .where(({ or, eb }) =>
      or([isMissing(on, 'text'), eb('e.joined', 'is', null), eb('e.joined', '<=', day(on))]),
    )
    .where(({ or, eb }) =>
      or([isMissing(on, 'text'), eb('e.retired', 'is', null), eb('e.retired', '>', day(on))]),
    )
}

function groupHits(db: Compose, { slips }: Limits, fits: Fits) {
  return db
    .selectFrom('workingGroups as g')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'group'`.as('kind'),
      ...(['g.id', 'g.acronym as label', 'g.acronym as handle', 'g.search'] as const),
      sql<string | null>`fold(joined_names(${ref('g.subjects')}))`.as('subjects'),
      'g.topics',
      sql<string | null>`${ref('g.name')}`.as('detail'),
      fold(ref('g.acronym')).as('exact'),
      fold(ref('g.name')).as('whole'),
      sql<string[]>`${ref('g.handles')}`.as('handles'),
      known({
        acronym: ref('g.acronym'),
        name: ref('g.name'),
        alias: ref('g.aliases'),
        subject: ref('g.subjects'),
        objective: ref('g.objective'),
      }),
    ])
    .where(({ or, ref }) =>
      or([
        fits.group({ search: sql`${ref('g.search')}`, topics: sql`${ref('g.topics')}` }),
        sql<boolean>`${ref('g.handles')} && ${slips}::text[]`,
      ]),
    )
}

function holderHits(db: Compose, { on }: Limits, fits: Fits) {
  return db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'holder'`.as('kind'),
      'r.id',
      sql<string>`${ref('r.holder')}`.as('label'),
      'e.acronym as handle',
      sql<string | null>`${fold(ref('r.holder'))}`.as('search'),
      noTopics.as('subjects'),
      noTopics.as('topics'),
      sql<
        string | null
      >`${ref('r.role')} || ' of ' || ${ref('g.acronym')} || ' for ' || ${ref('e.acronym')}`.as('detail'),
      sql<string>`''`.as('exact'),
      fold(ref('r.holder')).as('whole'),
      noHandles.as('handles'),
      known({ name: ref('r.holder') }),
    ])
    .where('r.holder', 'is not', null)
    .where('r.personId', 'is', null)
    .where(({ ref }) => fits.name(fold(ref('r.holder'))))
    .where(({ or, eb }) => or([isMissing(on, 'text'), eb('r.during', '@>', day(on))]))
}

function personHits(db: Compose, given: Limits, fits: Fits) {
  return peopleHits(db, given, ({ search }) => fits.name(search))
}

/** The people who fit, the likest as far as the limit goes. */
export function peopleHits(
  db: Compose,
  { query, limit, on }: Limits,
  meets: (person: {
    readonly id: Expression<number>
    readonly search: Expression<string | null>
  }) => RawBuilder<boolean>,
) {
  return db
    .selectFrom('people as p')
    .select(({ ref }) => [
      sql<Candidate['kind']>`'person'`.as('kind'),
      ...(['p.id', 'p.name as label'] as const),
      handleOf({ id: ref('p.id'), email: ref('p.email'), audience: ref('p.emailFor') }).as('handle'),
      'p.search',
      noTopics.as('subjects'),
      noTopics.as('topics'),
      sql<string | null>`nullif(concat_ws(', ', ${ref('p.entityAcronym')}, ${ref('p.title')}), '')`.as(
        'detail',
      ),
      sql<string>`coalesce(${openEmail({ email: ref('p.email'), audience: ref('p.emailFor') })}, '')`.as(
        'exact',
      ),
      fold(ref('p.name')).as('whole'),
      noHandles.as('handles'),
      known({
        name: ref('p.name'),
        email: openEmail({ email: ref('p.email'), audience: ref('p.emailFor') }),
        title: ref('p.title'),
        entity: ref('p.entityAcronym'),
        station: ref('p.station'),
        country: ref('p.country'),
        language: ref('p.languages'),
      }),
    ])
    .where(({ or, eb }) => or([eb('p.retiredOn', 'is', null), eb('p.retiredOn', '>', day(on))]))
    .where(({ ref }) => meets({ id: ref('p.id'), search: ref('p.search') }))
    .orderBy(({ ref }) => sql`word_similarity((select ${fold(query)}), ${ref('p.search')})`, 'desc')
    .orderBy('p.id')
    .limit(limit)
}
