import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Database, Roles, WorkingGroups } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, dayAfter, firstDay, isMissing, jsonList } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import type { Group } from './find/group.ts'
import { entitiesOn, groupsOn } from './names/onDay.ts'
import { inOrderOfRank, leadingRoles } from './roleOrder.ts'

export type KnownGroup = Pick<WorkingGroups, 'id' | 'acronym' | 'name' | 'aliases' | 'number'>

/** Every working group with all its names, for recognizing them in a text. */
export async function allKnownGroups(db: Db): Promise<KnownGroup[]> {
  return known(db, {})
}

const known = statement((db) =>
  db.selectFrom('workingGroups').select(['id', 'acronym', 'name', 'aliases', 'number']).orderBy('number'),
)

export interface RoleLine {
  readonly role: Role
  readonly entity: string
  /** The person's name where one is known. */
  readonly holder: string | null
}

export interface GroupRow extends Group, Pick<WorkingGroups, 'pillar'> {
  readonly leaders: readonly RoleLine[]
}

/** The working groups with those who led them on a day. */
export async function listGroups(
  db: Db,
  { pillar, on }: { readonly pillar?: string; readonly on: Day },
): Promise<readonly GroupRow[]> {
  return listed(db, { pillar: pillar ?? null, on })
}

const listed = statement((db, given: Params<{ pillar: string | null; on: Day }>) =>
  db
    .selectFrom('workingGroups as g')
    .select(['g.id', 'g.pillar'])
    .select((eb) => namesOn(db, eb, given.on))
    .select((eb) => rolesOf(db, eb, given.on, ({ eb }) => eb('r.role', 'in', leadingRoles)).as('leaders'))
    .where(({ eb, ref }) =>
      eb.or([isMissing(given.pillar, 'text'), sql<boolean>`${ref('g.pillar')} = ${given.pillar}`]),
    )
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.on))]))
    .orderBy('g.number'),
)

export interface GroupCard
  extends Group,
    Pick<WorkingGroups, 'pillar' | 'objective' | 'subjects' | 'openToAll' | 'quorum' | 'rhythm' | 'retired'> {
  readonly roles: readonly RoleLine[]
}

/** A working group with every role in it on a day. */
export async function groupCard(db: Db, id: number, on: Day): Promise<GroupCard | undefined> {
  const [card] = await cards(db, { id, on })
  return card
}

const cards = statement((db, given: Params<{ id: number; on: Day }>) =>
  db
    .selectFrom('workingGroups as g')
    .select(['g.id', 'g.pillar', 'g.objective', 'g.subjects', 'g.openToAll'])
    .select((eb) => namesOn(db, eb, given.on))
    .select(['g.quorum', 'g.rhythm', 'g.retired'])
    .select((eb) => rolesOf(db, eb, given.on, ({ lit }) => lit(true)).as('roles'))
    .where('g.id', '=', given.id),
)

/** Those of these groups that are closed on a day, each with the first day without it. */
export async function closedGroups(
  db: Db,
  ids: readonly number[],
  on: Day,
): Promise<readonly { readonly acronym: string; readonly retired: Day | null }[]> {
  return closed(db, { ids: [...ids], on })
}

const closed = statement((db, given: Params<{ ids: number[]; on: Day }>) =>
  db
    .selectFrom('workingGroups as g')
    .select(['g.acronym', 'g.retired'])
    .where(({ ref }) => sql<boolean>`${ref('g.id')} = any(${given.ids}::integer[])`)
    .where('g.retired', '<=', day(given.on))
    .orderBy('g.number'),
)

type Tables = Database & {
  g: Database['workingGroups']
  r: Database['roles']
  e: Database['entities']
}

/** The acronym and the name that the group `g` bore on a day. */
function namesOn(db: QueryBuilder, { ref }: ExpressionBuilder<Tables, 'g'>, on: Params<{ on: Day }>['on']) {
  const called = groupsOn(db, day(on))
  return [
    called('acronym', ref('g.id'), ref('g.acronym')).as('acronym'),
    called('name', ref('g.id'), ref('g.name')).as('name'),
  ] as const
}

/** The roles held in the group `g` on a day, by acronym of the entity. */
function rolesOf(
  db: QueryBuilder,
  eb: ExpressionBuilder<Tables, 'g'>,
  on: Params<{ on: Day }>['on'],
  which: (eb: ExpressionBuilder<Tables, 'r'>) => Expression<SqlBool>,
) {
  return jsonList(
    eb
      .selectFrom('roles as r')
      .innerJoin('entities as e', 'e.id', 'r.entityId')
      .leftJoin('people as p', 'p.id', 'r.personId')
      .whereRef('r.groupId', '=', 'g.id')
      .where('r.during', '@>', day(on))
      .where(which)
      .select(({ fn, ref }) =>
        fn
          .jsonAgg(
            jsonBuildObject({
              role: ref('r.role'),
              entity: entitiesOn(db, day(on))('acronym', ref('e.id'), ref('e.acronym')),
              holder: fn.coalesce('p.name', 'r.holder'),
            }),
          )
          .orderBy('e.acronym')
          .as('list'),
      ),
  )
}

export interface Term extends RoleLine, Pick<Roles, 'source'> {
  /** First day; null where none is on record. */
  readonly from: Day | null
  /** First day after the term; null while it lasts. */
  readonly until: Day | null
  readonly asOf: string | null
  readonly recordedBy: string | null
  readonly recordedAt: Date
}

/** Every term of a working group on record, in order of time. */
export async function groupHistory(db: Db, id: number): Promise<readonly Term[]> {
  return terms(db, { id })
}

const terms = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .leftJoin('people as w', 'w.id', 'r.createdBy')
    .select(({ fn, ref }) => [
      ...(['r.role', 'r.asOf', 'r.source'] as const),
      // As it was called on the last day of the term.
      entitiesOn(db, sql<Day | null>`${dayAfter(ref('r.during'))} - 1`)(
        'acronym',
        ref('e.id'),
        ref('e.acronym'),
      ).as('entity'),
      ...(['w.name as recordedBy', 'r.createdAt as recordedAt'] as const),
      fn.coalesce('p.name', 'r.holder').as('holder'),
      firstDay(ref('r.during')).as('from'),
      dayAfter(ref('r.during')).as('until'),
    ])
    .where('r.groupId', '=', given.id)
    .orderBy(
      ({ ref }) => firstDay(ref('r.during')),
      (order) => order.asc().nullsFirst(),
    )
    .orderBy(({ ref }) => inOrderOfRank(ref('r.role')))
    .orderBy('e.acronym'),
)
