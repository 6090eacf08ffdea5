import { type Expression, type ExpressionBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Database, Entities, EntityParts } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, isMissing, jsonList, utcDay } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import type { Entity, EntityKind } from './find/entity.ts'
import { entitiesOn } from './names/onDay.ts'
import { inOrderOfRank } from './roleOrder.ts'

export interface KnownEntity
  extends Pick<Entities, 'id' | 'acronym' | 'name' | 'aliases' | 'kind' | 'retired'> {
  readonly parts: EntityPart[]
}

export type EntityPart = Pick<EntityParts, 'acronym' | 'name'>

/** Every entity with all its names, for recognizing them in a text. */
export async function allKnownEntities(db: Db): Promise<KnownEntity[]> {
  return known(db, {})
}

const known = statement((db) =>
  db
    .selectFrom('entities as e')
    .select(['e.id', 'e.acronym', 'e.name', 'e.aliases', 'e.kind', 'e.retired'])
    .select((eb) => partsOf(eb).as('parts'))
    .orderBy('e.id'),
)

/** The acronym and the name that the entity `e` bore on a day. */
export function namesOn(
  db: QueryBuilder,
  { ref }: ExpressionBuilder<Database & { e: Database['entities'] }, 'e'>,
  on: Params<{ on: Day }>['on'],
) {
  const called = entitiesOn(db, day(on))
  return [
    called('acronym', ref('e.id'), ref('e.acronym')).as('acronym'),
    called('name', ref('e.id'), ref('e.name')).as('name'),
  ] as const
}

/** The parts of the entity `e`, by acronym. */
export function partsOf(eb: ExpressionBuilder<Database & { e: Database['entities'] }, 'e'>) {
  return jsonList(
    eb
      .selectFrom('entityParts as p')
      .whereRef('p.entityId', '=', 'e.id')
      .select(({ fn, ref }) =>
        fn
          .jsonAgg(jsonBuildObject({ acronym: ref('p.acronym'), name: ref('p.name') }))
          .orderBy('p.acronym')
          .as('list'),
      ),
  )
}

/** The parts of the entity `e` as a list of `acronym = name`, as files have them. */
export function partsWritten(eb: ExpressionBuilder<Database & { e: Database['entities'] }, 'e'>) {
  return jsonList(
    eb
      .selectFrom('entityParts as p')
      .whereRef('p.entityId', '=', 'e.id')
      .select(({ fn, ref }) =>
        fn
          .jsonAgg(sql<string>`${ref('p.acronym')} || ' = ' || ${ref('p.name')}`)
          .orderBy('p.acronym')
          .as('list'),
      ),
  )
}

export interface EntityRow extends Entity {
  /** Its role where the list is of one group. */
  readonly role: Role | null
  /** The first day on which it was with the framework, or had a role in the group; null where none is on record. */
  readonly since: Day | null
}

/** Entities as they stood on a day; with a group, those that had a role in it, or all where it is open to all. */
export async function listEntities(
  db: Db,
  { kind, groupId, on }: { readonly kind?: EntityKind; readonly groupId?: number; readonly on: Day },
): Promise<readonly EntityRow[]> {
  return listed(db, { kind: kind ?? null, groupId: groupId ?? null, on })
}

const listed = statement((db, given: Params<{ kind: EntityKind | null; groupId: number | null; on: Day }>) =>
  db
    .with('held', (query) =>
      query
        .selectFrom('roles as r')
        .select(({ ref }) => [
          'r.entityId',
          sql<Role>`(array_agg(${ref('r.role')} order by ${inOrderOfRank(ref('r.role'))}))[1]`.as('role'),
        ])
        .where('r.groupId', '=', given.groupId)
        .where('r.during', '@>', day(given.on))
        .groupBy('r.entityId'),
    )
    .with('first', (query) =>
      query
        .selectFrom('roles as r')
        .select(({ ref }) => [
          'r.entityId',
          sql<Day | null>`nullif(min(coalesce(lower(${ref('r.during')}), '-infinity')), '-infinity')`.as(
            'day',
          ),
        ])
        .where('r.groupId', '=', given.groupId)
        .groupBy('r.entityId'),
    )
    .selectFrom('entities as e')
    .leftJoin('held as h', 'h.entityId', 'e.id')
    .leftJoin('first as f', 'f.entityId', 'e.id')
    .leftJoin('workingGroups as g', (join) => join.on('g.id', '=', given.groupId))
    .select(['e.id', 'e.kind', 'e.type'])
    .select((eb) => namesOn(db, eb, given.on))
    .select((eb) =>
      eb
        .case()
        .when('h.role', 'is not', null)
        .then(eb.ref('f.day'))
        .else(eb.ref('e.joined'))
        .end()
        .as('since'),
    )
    .select((eb) =>
      eb.fn
        .coalesce(
          'h.role',
          eb
            .case()
            .when(eb.and([eb('g.openToAll', '=', true), isSeated(eb.ref('e.kind'))]))
            .then(sql<'member' | 'observer'>`${eb.ref('e.kind')}`)
            .end(),
        )
        .as('role'),
    )
    .where((eb) => eb.or([eb('e.joined', 'is', null), eb('e.joined', '<=', day(given.on))]))
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))]))
    .where((eb) => eb.or([isMissing(given.kind, 'text'), eb('e.kind', '=', given.kind)]))
    .where((eb) =>
      eb.or([
        isMissing(given.groupId, 'int'),
        eb('h.role', 'is not', null),
        eb.and([eb('g.openToAll', '=', true), isSeated(eb.ref('e.kind'))]),
      ]),
    )
    .orderBy(({ fn, ref }) =>
      fn('lower', [entitiesOn(db, day(given.on))('acronym', ref('e.id'), ref('e.acronym'))]),
    ),
)

/** Whether an entity sits in groups that are open to all. */
function isSeated(kind: Expression<EntityKind>) {
  return sql<boolean>`${kind} in ('member', 'observer')`
}

/** Entities that are not retired, the caller's own first, then by acronym; only those of `among` if it is given. */
export async function standingEntities(
  db: Db,
  {
    ownId,
    among,
    limit,
  }: { readonly ownId: number | null; readonly among?: readonly number[]; readonly limit: number },
  now: Date,
): Promise<readonly Pick<Entities, 'id' | 'acronym' | 'name'>[]> {
  return standing(db, { ownId, among: among ? [...among] : null, limit, now })
}

const standing = statement(
  (db, given: Params<{ ownId: number | null; among: number[] | null; limit: number; now: Date }>) =>
    db
      .selectFrom('entities as e')
      .select(['e.id', 'e.acronym', 'e.name'])
      .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', utcDay(given.now))]))
      .where(
        ({ ref }) => sql<boolean>`(${given.among}::int[] is null or ${ref('e.id')} = any (${given.among}))`,
      )
      .orderBy((eb) => eb('e.id', 'is not distinct from', sql<number>`${given.ownId}::int`), 'desc')
      .orderBy(({ fn }) => fn('lower', ['e.acronym']))
      .limit(given.limit),
)
