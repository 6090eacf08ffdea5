import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Role } from '../../src/core/feature/caller.ts'
import { foldAddress } from '../../src/core/text/mailAddress.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day, fold, jsonList } from '../store/expressions.ts'
import { type Compose, type Given, statement } from '../store/statement.ts'
import type { Person } from './find/person.ts'

export interface PersonCard
  extends Person,
    Pick<People, 'title' | 'zone' | 'entityId' | 'station' | 'country' | 'languages'> {
  readonly entityAcronym: string | null
  readonly entityName: string | null
  readonly platforms: readonly string[]
  readonly roles: readonly { readonly groupAcronym: string; readonly role: Role }[]
}

/** A person with their entity's and their own roles on a day. */
export async function personCard(db: Db, id: number, on: Day): Promise<PersonCard | undefined> {
  const [card] = await cards(db, { id, on })
  return card
}

/** The same, by an e-mail address as it was typed. */
export async function personCardByAddress(db: Db, text: string, on: Day): Promise<PersonCard | undefined> {
  const [card] = await cardsByAddress(db, { text, on })
  return card
}

const cards = statement((db, given: Given<{ id: number; on: Day }>) =>
  everyCard(db, given).where('p.id', '=', given.id),
)

const cardsByAddress = statement((db, given: Given<{ text: string; on: Day }>) =>
  everyCard(db, given).where('p.email', '=', sql<string>`(select ${fold(given.text)})`),
)

function everyCard(db: Compose, given: Given<{ on: Day }>) {
  return db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.title',
      'p.zone',
      'p.entityId',
      'p.station',
      'p.country',
      'p.languages',
    ])
    .select(['e.acronym as entityAcronym', 'e.name as entityName'])
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
            on.or([on('r.personId', '=', on.ref('p.id')), on('r.entityId', '=', on.ref('p.entityId'))]),
          )
          .where('r.during', '@>', day(given.on))
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ groupAcronym: ref('g.acronym'), role: ref('r.role') }))
              .orderBy('g.number')
              .as('list'),
          ),
      ).as('roles'),
    ])
}

/** The entity that a person stands for; null for none. */
export async function entityOfPerson(db: Db, id: number): Promise<number | null> {
  const [row] = await entityOf(db, { id })
  return row?.entityId ?? null
}

const entityOf = statement((db, given: Given<{ id: number }>) =>
  db.selectFrom('people').select('entityId').where('id', '=', given.id),
)

/** The people of an entity, by name. */
export async function colleagues(
  db: Db,
  entityId: number,
  limit: number,
): Promise<readonly (Person & Pick<People, 'title'>)[]> {
  return ofEntity(db, { entityId, limit })
}

const ofEntity = statement((db, given: Given<{ entityId: number; limit: number }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'title'])
    .where('entityId', '=', given.entityId)
    .where('retiredOn', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(given.limit),
)

/** The persons of the secretariat, to be told of something. */
export async function secretariatPeople(db: Db): Promise<readonly number[]> {
  const rows = await secretariat(db, {})
  return rows.map(({ id }) => id)
}

const secretariat = statement((db) =>
  db
    .selectFrom('people')
    .select('id')
    .where('isSecretariat', 'is', true)
    .where('retiredOn', 'is', null)
    .orderBy('id'),
)

/** The person of an e-mail address on file. */
export async function personByEmail(
  db: Db,
  email: string,
): Promise<{ readonly id: number; readonly name: string; readonly email: string } | undefined> {
  const [person] = await byEmail(db, { email: foldAddress(email) })
  return person
}

const byEmail = statement((db, given: Given<{ email: string }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('email', '=', given.email)
    .where('retiredOn', 'is', null)
    .$narrowType<{ email: string }>(),
)

/** Sets a person's own zone, which no platform overrules. */
export async function setZone(trx: Trx, personId: number, zone: string): Promise<void> {
  await ownZone(trx, { personId, zone })
}

const ownZone = statement((db, given: Given<{ personId: number; zone: string }>) =>
  db.updateTable('people').set({ zone: given.zone, zoneFrom: 'own' }).where('id', '=', given.personId),
)
