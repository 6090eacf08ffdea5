import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Entities, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, firstDay, jsonList } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type EntityPart, namesOn, partsOf } from '../entities.ts'
import type { Entity } from '../find/entity.ts'
import type { FormerName } from '../names/former.ts'
import { groupsOn } from '../names/onDay.ts'
import { handleOf, maySee, type Viewer } from './audience.ts'

export interface EntityCard extends Entity, Pick<Entities, 'joined' | 'aliases' | 'retired'> {
  readonly parts: readonly EntityPart[]
  /** The names that it had, the latest first. */
  readonly former: readonly Omit<FormerName, 'id'>[]
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

/** The same, by the acronym of one that is in the directory. */
export async function entityCardByAcronym(
  db: Db,
  acronym: string,
  on: Day,
  viewer: Viewer,
): Promise<EntityCard | undefined> {
  const [card] = await cardsByAcronym(db, { acronym, on, ...viewer })
  return card
}

const cards = statement((db, given: Params<{ id: number; on: Day } & Viewer>) =>
  everyCard(db, given).where('e.id', '=', given.id),
)

const cardsByAcronym = statement((db, given: Params<{ acronym: string; on: Day } & Viewer>) =>
  everyCard(db, given)
    .where(({ ref }) => sql<boolean>`lower(${ref('e.acronym')}) = lower(${given.acronym})`)
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))])),
)

function everyCard(db: QueryBuilder, given: Params<{ on: Day } & Viewer>) {
  return db
    .selectFrom('entities as e')
    .select(['e.id', 'e.kind', 'e.type', 'e.joined', 'e.aliases', 'e.retired'])
    .select((eb) => namesOn(db, eb, given.on))
    .select((eb) => [
      partsOf(eb).as('parts'),
      jsonList(
        eb
          .selectFrom('formerNames as f')
          .whereRef('f.entityId', '=', 'e.id')
          .where('f.supersededBy', 'is', null)
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(
                jsonBuildObject({
                  acronym: ref('f.acronym'),
                  name: ref('f.name'),
                  from: firstDay(ref('f.during')),
                  until: sql<Day>`${dayAfter(ref('f.during'))}`,
                }),
              )
              .orderBy(dayAfter(ref('f.during')), 'desc')
              .as('list'),
          ),
      ).as('former'),
      jsonList(
        eb
          .selectFrom('roles as r')
          .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
          .whereRef('r.entityId', '=', 'e.id')
          .where('r.during', '@>', day(given.on))
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(
                jsonBuildObject({
                  groupAcronym: groupsOn(db, day(given.on))('acronym', ref('g.id'), ref('g.acronym')),
                  role: ref('r.role'),
                }),
              )
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
}
