import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, fold, jsonList } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { handleOf, maySee, type Viewer } from './audience.ts'
import { confirmation, type Freshness } from './freshness.ts'

export interface PersonCard
  extends Pick<
      People,
      | 'id'
      | 'name'
      | 'title'
      | 'zone'
      | 'entityId'
      | 'since'
      | 'email'
      | 'phone'
      | 'emailFor'
      | 'phoneFor'
      | 'retiredOn'
      | 'station'
      | 'country'
      | 'languages'
    >,
    Freshness {
  /** What to type or press to name them. */
  readonly handle: string
  /** Whether there is an address or a number that the viewer may not see. */
  readonly emailHidden: boolean
  readonly phoneHidden: boolean
  readonly otherEmails: readonly string[]
  readonly entityAcronym: string | null
  readonly entityName: string | null
  readonly platforms: readonly string[]
  readonly roles: readonly { readonly groupAcronym: string; readonly role: Role }[]
  readonly seats: readonly { readonly groupAcronym: string; readonly seat: string }[]
  /** Entities that they stand for beside that one. */
  readonly otherEntities: readonly string[]
}

/** A person with their entity's and their own roles on a day, as a viewer may see them. */
export async function personCard(
  db: Db,
  id: number,
  on: Day,
  viewer: Viewer,
): Promise<PersonCard | undefined> {
  const [card] = await cards(db, { id, on, ...viewer })
  return card
}

/** The same, by an e-mail address as it was typed, which the viewer may see. */
export async function personCardByAddress(
  db: Db,
  text: string,
  on: Day,
  viewer: Viewer,
): Promise<PersonCard | undefined> {
  const [card] = await cardsByAddress(db, { text, on, ...viewer })
  return card?.emailHidden ? undefined : card
}

const cards = statement((db, given: Params<{ id: number; on: Day } & Viewer>) =>
  everyCard(db, given).where('p.id', '=', given.id),
)

const cardsByAddress = statement((db, given: Params<{ text: string; on: Day } & Viewer>) =>
  everyCard(db, given).where('p.email', '=', sql<string>`(select ${fold(given.text)})`),
)

function everyCard(db: QueryBuilder, given: Params<{ on: Day } & Viewer>) {
  return db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['p.id', 'p.name', 'p.title', 'p.zone', 'p.entityId', 'p.since', 'p.retiredOn'])
    .select(['p.emailFor', 'p.phoneFor', 'p.station', 'p.country', 'p.languages'])
    .select(['e.acronym as entityAcronym', 'e.name as entityName'])
    .select((eb) => {
      const owner = { id: eb.ref('p.id'), entityId: eb.ref('p.entityId') }
      const seesEmail = maySee(db, given, { ...owner, audience: eb.ref('p.emailFor') })
      const seesPhone = maySee(db, given, { ...owner, audience: eb.ref('p.phoneFor') })
      return [
        handleOf({ ...owner, email: eb.ref('p.email'), audience: eb.ref('p.emailFor') }).as('handle'),
        sql<string | null>`case when ${seesEmail} then ${eb.ref('p.email')} end`.as('email'),
        sql<string | null>`case when ${seesPhone} then ${eb.ref('p.phone')} end`.as('phone'),
        sql<boolean>`(${eb.ref('p.email')} is not null and not ${seesEmail})`.as('emailHidden'),
        sql<boolean>`(${eb.ref('p.phone')} is not null and not ${seesPhone})`.as('phoneHidden'),
        jsonList(
          eb
            .selectFrom('otherAddresses as a')
            .whereRef('a.personId', '=', 'p.id')
            .where(seesEmail)
            .select(({ fn }) => fn.jsonAgg('a.email').orderBy('a.email').as('list')),
        ).as('otherEmails'),
      ]
    })
    .select((eb) => confirmation(eb))
    .select((eb) => [
      jsonList(
        eb
          .selectFrom('identities as i')
          .whereRef('i.personId', '=', 'p.id')
          .select(({ fn }) => fn.jsonAgg('i.platform').distinct().as('list')),
      ).as('platforms'),
      jsonList(
        eb
          .selectFrom('roles as r')
          .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
          .where((on) =>
            on.or([
              on('r.personId', '=', on.ref('p.id')),
              // What a colleague holds by name is theirs alone.
              on.and([on('r.personId', 'is', null), on('r.entityId', '=', on.ref('p.entityId'))]),
            ]),
          )
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
          .selectFrom('seats as s')
          .innerJoin('workingGroups as g', 'g.id', 's.groupId')
          .whereRef('s.personId', '=', 'p.id')
          .where('s.during', '@>', day(given.on))
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ groupAcronym: ref('g.acronym'), seat: ref('s.seat') }))
              .orderBy('g.number')
              .as('list'),
          ),
      ).as('seats'),
      jsonList(
        eb
          .selectFrom('posts as o')
          .innerJoin('entities as oe', 'oe.id', 'o.entityId')
          .whereRef('o.personId', '=', 'p.id')
          .whereRef('o.entityId', 'is distinct from', 'p.entityId')
          .where('o.during', '@>', day(given.on))
          .select(({ fn }) => fn.jsonAgg('oe.acronym').orderBy('oe.acronym').as('list')),
      ).as('otherEntities'),
    ])
}
