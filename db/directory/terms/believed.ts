import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { TermVersions } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, firstDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../../store/statement.ts'
import { entitiesOn, groupsOn } from '../names/onDay.ts'

/** A role in a group, a seat in one, or a post: standing for an entity. */
export type TermKind = TermVersions['kind']

/** A term with the ground that it stands on. */
export interface BelievedTerm {
  readonly kind: TermKind
  readonly group: string | null
  readonly entity: string
  /** The person's name; null for a role that an entity holds. */
  readonly holder: string | null
  readonly personId: number | null
  readonly role: string | null
  /** First day; null where none is on record. */
  readonly from: Day | null
  /** First day after it; null while it lasts. */
  readonly until: Day | null
  readonly source: string | null
  readonly recordedBy: string | null
  readonly recordedAt: Date
  /** When it was recorded otherwise; null for what is believed still. */
  readonly supersededAt: Date | null
}

export type Subject = 'person' | 'entity' | 'group'

export interface TermsQuery {
  readonly subject: Subject
  readonly id: number
  /** Only terms that hold on this day. */
  readonly on?: Day
  /** As it was believed at this moment; now unless told. */
  readonly known?: Date
}

/**
 * Terms of a person, an entity or a group, as they stood on a day and as they were believed at a moment. A person's
 * include the roles that the entities hold for which they stood then, but not those of colleagues by name.
 */
export async function believedTerms(
  db: Db,
  { subject, id, on, known }: TermsQuery,
): Promise<readonly BelievedTerm[]> {
  const find = believed({ subject, onDay: on !== undefined, past: known !== undefined })
  return find(db, { id, on: on ?? '', known: known ?? null })
}

interface Values {
  readonly id: number
  readonly on: Day
  readonly known: Date | null
}

interface TermsShape {
  readonly subject: Subject
  readonly onDay: boolean
  readonly past: boolean
}

const believed = variants(({ subject, onDay, past }: TermsShape) =>
  statement((db, given: Params<Values>) => {
    const at = onDay ? day(given.on) : undefined
    const posts = terms(db, given, past, at)
      .where('t.personId', '=', given.id)
      .where('t.kind', '=', 'post')
      .select('t.entityId')
    return terms(db, given, past, at)
      .leftJoin('workingGroups as g', 'g.id', 't.groupId')
      .innerJoin('entities as e', 'e.id', 't.entityId')
      .leftJoin('people as p', 'p.id', 't.personId')
      .leftJoin('people as r', 'r.id', 't.recordedBy')
      .select(['t.kind', 't.personId', 't.role', 't.source'])
      .select(['r.name as recordedBy', 't.recordedAt', 't.supersededAt'])
      .select(({ fn, ref }) => [
        // As they were called on that day, else on the last day of the term.
        groupsOn(db, at ?? lastDay(ref('t.during')))('acronym', ref('g.id'), ref('g.acronym'))
          .$castTo<string | null>()
          .as('group'),
        entitiesOn(db, at ?? lastDay(ref('t.during')))('acronym', ref('e.id'), ref('e.acronym')).as('entity'),
        fn.coalesce('p.name', 't.holder').as('holder'),
        firstDay(ref('t.during')).as('from'),
        dayAfter(ref('t.during')).as('until'),
      ])
      .where((eb) => {
        if (subject === 'group') return eb('t.groupId', '=', given.id)
        if (subject === 'entity') return eb('t.entityId', '=', given.id)
        return eb.or([
          eb('t.personId', '=', given.id),
          eb.and([eb('t.kind', '=', 'role'), eb('t.personId', 'is', null), eb('t.entityId', 'in', posts)]),
        ])
      })
      .orderBy(({ ref }) => sql`array_position(array['post', 'role', 'seat'], ${ref('t.kind')})`)
      .orderBy('g.number')
      .orderBy(
        ({ ref }) => firstDay(ref('t.during')),
        (order) => order.asc().nullsFirst(),
      )
      .orderBy(
        ({ ref }) =>
          sql`array_position(array['chair', 'co-chair', 'vice-chair', 'member', 'observer', 'principal', 'alternate'], ${ref('t.role')})`,
      )
      .orderBy('e.acronym')
      .orderBy('holder')
  }),
)

/** Terms of every kind as `t`: what is believed now, or what was at a moment. */
function terms(db: QueryBuilder, given: Params<Values>, past: boolean, at: RawBuilder<Day> | undefined) {
  const now = db
    .selectFrom('roles')
    .select(({ ref }) => [
      kind('role'),
      sql<number | null>`${ref('groupId')}`.as('groupId'),
      ...(['entityId', 'personId', 'holder', 'during', 'source'] as const),
      sql<string | null>`${ref('role')}`.as('role'),
      'createdBy as recordedBy',
      'createdAt as recordedAt',
      sql<Date | null>`null::timestamptz`.as('supersededAt'),
    ])
    .unionAll((all) =>
      all
        .selectFrom('seats')
        .select(({ ref }) => [
          kind('seat'),
          sql<number | null>`${ref('groupId')}`.as('groupId'),
          'entityId',
          sql<number | null>`${ref('personId')}`.as('personId'),
          sql<string | null>`null`.as('holder'),
          ...(['during', 'source'] as const),
          sql<string | null>`${ref('seat')}`.as('role'),
          ...(['recordedBy', 'recordedAt'] as const),
          sql<Date | null>`null::timestamptz`.as('supersededAt'),
        ]),
    )
    .unionAll((all) =>
      all
        .selectFrom('posts')
        .select(({ ref }) => [
          kind('post'),
          sql<number | null>`null::int`.as('groupId'),
          'entityId',
          sql<number | null>`${ref('personId')}`.as('personId'),
          sql<string | null>`null`.as('holder'),
          ...(['during', 'source'] as const),
          sql<string | null>`null`.as('role'),
          ...(['recordedBy', 'recordedAt'] as const),
          sql<Date | null>`null::timestamptz`.as('supersededAt'),
        ]),
    )
  const believedThen = now.unionAll((all) =>
    all
      .selectFrom('termVersions')
      .select(['kind', 'groupId', 'entityId', 'personId', 'holder', 'during', 'source', 'role'])
      .select(['recordedBy', 'recordedAt', 'supersededAt']),
  )
  return db
    .selectFrom((past ? believedThen : now).as('t'))
    .$if(at !== undefined, (query) => query.where('t.during', '@>', at ?? sql<Day>`null`))
    .$if(past, (query) =>
      query
        .where('t.recordedAt', '<=', sql<Date>`${given.known}::timestamptz`)
        .where((eb) =>
          eb.or([
            eb('t.supersededAt', 'is', null),
            eb('t.supersededAt', '>', sql<Date>`${given.known}::timestamptz`),
          ]),
        ),
    )
}

function lastDay(during: Expression<string>) {
  return sql<Day | null>`${dayAfter(during)} - 1`
}

function kind(name: TermKind) {
  return sql<TermKind>`${sql.lit(name)}`.as('kind')
}
