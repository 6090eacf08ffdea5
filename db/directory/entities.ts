import { type Expression, type ExpressionBuilder, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Database, Entities, EntityParts, People } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, isMissing, jsonList, utcDay } from '../store/expressions.ts'
import { type Given, statement } from '../store/statement.ts'
import type { Entity, EntityKind } from './find/entity.ts'
import { inOrderOfRank } from './roleOrder.ts'
import { handleOf, maySee, type Viewer } from './sight/audience.ts'

export interface KnownEntity extends Pick<Entities, 'id' | 'acronym' | 'name' | 'aliases' | 'kind'> {
  readonly parts: Part[]
}

export type Part = Pick<EntityParts, 'acronym' | 'name'>

/** Every entity with all its names, for recognizing them in a text. */
export async function allKnownEntities(db: Db): Promise<KnownEntity[]> {
  return known(db, {})
}

const known = statement((db) =>
  db
    .selectFrom('entities as e')
    .select(['e.id', 'e.acronym', 'e.name', 'e.aliases', 'e.kind'])
    .select((eb) => partsOf(eb).as('parts'))
    .orderBy('e.id'),
)

function partsOf(eb: ExpressionBuilder<Database & { e: Database['entities'] }, 'e'>) {
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

export interface EntityRow extends Entity {
  /** Its role where the list is of one group. */
  readonly role: Role | null
}

/** Entities as they stood on a day; with a group, those that had a role in it, or all where it is open to all. */
export async function listEntities(
  db: Db,
  { kind, groupId, on }: { readonly kind?: EntityKind; readonly groupId?: number; readonly on: Day },
): Promise<readonly EntityRow[]> {
  return listed(db, { kind: kind ?? null, groupId: groupId ?? null, on })
}

const listed = statement((db, given: Given<{ kind: EntityKind | null; groupId: number | null; on: Day }>) =>
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
    .selectFrom('entities as e')
    .leftJoin('held as h', 'h.entityId', 'e.id')
    .leftJoin('workingGroups as g', (join) => join.on('g.id', '=', given.groupId))
    .select(['e.id', 'e.acronym', 'e.name', 'e.kind', 'e.type'])
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
    .orderBy(({ fn }) => fn('lower', ['e.acronym'])),
)

/** Whether an entity sits in groups that are open to all. */
function isSeated(kind: Expression<EntityKind>) {
  return sql<boolean>`${kind} in ('member', 'observer')`
}

export interface EntityCard extends Entity, Pick<Entities, 'joined' | 'aliases'> {
  readonly parts: readonly Part[]
  readonly roles: readonly { readonly groupAcronym: string; readonly role: Role }[]
  readonly focalPoints: readonly (Pick<People, 'id' | 'name' | 'title' | 'email'> & {
    readonly handle: string
    /** As JSON has it. */
    readonly confirmedAt: string | null
  })[]
}

/** An entity with its roles on a day and those who stood for it then, as a viewer may see them. */
export async function entityCard(
  db: Db,
  id: number,
  on: Day,
  viewer: Viewer,
): Promise<EntityCard | undefined> {
  const [card] = await cards(db, { id, on, ...viewer })
  return card
}

const cards = statement((db, given: Given<{ id: number; on: Day } & Viewer>) =>
  db
    .selectFrom('entities as e')
    .select(['e.id', 'e.acronym', 'e.name', 'e.kind', 'e.type', 'e.joined', 'e.aliases'])
    .select((eb) => [
      partsOf(eb).as('parts'),
      jsonList(
        eb
          .selectFrom('roles as r')
          .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
          .whereRef('r.entityId', '=', 'e.id')
          .where('r.during', '@>', day(given.on))
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ groupAcronym: ref('g.acronym'), role: ref('r.role') }))
              .orderBy('g.number')
              .as('list'),
          ),
      ).as('roles'),
      jsonList(
        eb
          .selectFrom('posts as o')
          .innerJoin('people as p', 'p.id', 'o.personId')
          .whereRef('o.entityId', '=', 'e.id')
          .where('o.during', '@>', day(given.on))
          .select(({ fn, ref }) => {
            const owner = { id: ref('p.id'), entityId: ref('p.entityId'), audience: ref('p.emailFor') }
            return fn
              .jsonAgg(
                jsonBuildObject({
                  id: ref('p.id'),
                  name: ref('p.name'),
                  title: ref('p.title'),
                  handle: handleOf({ ...owner, email: ref('p.email') }),
                  email: sql<string | null>`case when ${maySee(db, given, owner)} then ${ref('p.email')} end`,
                  confirmedAt: sql<string | null>`${ref('p.confirmedAt')}`,
                }),
              )
              .orderBy('p.name')
              .as('list')
          }),
      ).as('focalPoints'),
    ])
    .where('e.id', '=', given.id),
)

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
  (db, given: Given<{ ownId: number | null; among: number[] | null; limit: number; now: Date }>) =>
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
