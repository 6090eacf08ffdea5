import { sql } from 'kysely'

import type { Caller } from '../../src/core/feature/caller.ts'
import { foldAddress } from '../../src/core/text/addresses/mailAddress.ts'
import type { People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { handleOf, maySee, type Viewer } from './visibility/audience.ts'

/** The entity that a person stands for; null for none. */
export async function entityOfPerson(db: Db, id: number): Promise<number | null> {
  const [row] = await entityOf(db, { id })
  return row?.entityId ?? null
}

const entityOf = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('people').select('entityId').where('id', '=', given.id),
)

/** Whether a person, in use or retired, has the rights of the secretariat. */
export async function isOfSecretariat(db: Db, id: number): Promise<boolean> {
  const [row] = await rightsOf(db, { id })
  return row?.isSecretariat === true
}

const rightsOf = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('people').select('isSecretariat').where('id', '=', given.id),
)

/** The people of an entity, by name. */
export async function colleagues(
  db: Db,
  entityId: number,
  limit: number,
): Promise<readonly (Pick<People, 'id' | 'name' | 'title'> & { readonly handle: string })[]> {
  return ofEntity(db, { entityId, limit })
}

const ofEntity = statement((db, given: Params<{ entityId: number; limit: number }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'title'])
    .select(({ ref }) =>
      handleOf({ id: ref('id'), email: ref('email'), audience: ref('emailFor') }).as('handle'),
    )
    .where('entityId', '=', given.entityId)
    .where('retiredOn', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(given.limit),
)

/** The persons of the secretariat, to be told of something. */
export async function secretariatPeople(db: Db): Promise<readonly number[]> {
  const people = await secretariatInZones(db)
  return people.map(({ id }) => id)
}

/** The persons of the secretariat with their zones, to be told of something at an hour of their own. */
export async function secretariatInZones(db: Db): Promise<readonly Pick<People, 'id' | 'zone'>[]> {
  return secretariat(db, {})
}

const secretariat = statement((db) =>
  db
    .selectFrom('people')
    .select(['id', 'zone'])
    .where('isSecretariat', 'is', true)
    .where('retiredOn', 'is', null)
    .orderBy('id'),
)

/** The people who coordinate an entity today. */
export async function coordinatorsOf(db: Db, entityId: number): Promise<readonly number[]> {
  const people = await coordinators(db, { entityId })
  return people.map(({ id }) => id)
}

const coordinators = statement((db, given: Params<{ entityId: number }>) =>
  db
    .selectFrom('people')
    .select('id')
    .where('entityId', '=', given.entityId)
    .where('isCoordinator', '=', true)
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

const byEmail = statement((db, given: Params<{ email: string }>) => ofMailbox(db, given))

/** The same, where the viewer may see the addresses of that person. */
export async function personByShownEmail(
  db: Db,
  email: string,
  viewer: Viewer,
): Promise<{ readonly id: number; readonly name: string; readonly email: string } | undefined> {
  const [person] = await byShownEmail(db, { email: foldAddress(email), ...viewer })
  return person
}

const byShownEmail = statement((db, given: Params<{ email: string } & Viewer>) =>
  ofMailbox(db, given).where(({ ref }) =>
    maySee(db, given, { audience: ref('p.emailFor'), id: ref('p.id'), entityId: ref('p.entityId') }),
  ),
)

function ofMailbox(db: QueryBuilder, given: Params<{ email: string }>) {
  return (
    db
      .selectFrom('people as p')
      .select(['p.id', 'p.name'])
      // The letter goes to the mailbox that was named.
      .select(sql<string>`${given.email}::text`.as('email'))
      .where((eb) =>
        eb.or([
          eb('p.email', '=', given.email),
          eb(
            'p.id',
            'in',
            eb.selectFrom('otherAddresses as a').select('a.personId').where('a.email', '=', given.email),
          ),
        ]),
      )
      .where('p.retiredOn', 'is', null)
  )
}

/** Sets a person's zone, and who keeps it: one that they chose is overruled by no platform. */
export async function setZone(
  trx: Trx,
  personId: number,
  { zone, zoneFrom }: Pick<Caller, 'zone' | 'zoneFrom'>,
): Promise<void> {
  await chosenZone(trx, { personId, zone, zoneFrom })
}

const chosenZone = statement((db, given: Params<Pick<Caller, 'zone' | 'zoneFrom'> & { personId: number }>) =>
  db
    .updateTable('people')
    .set({ zone: given.zone, zoneFrom: given.zoneFrom })
    .where('id', '=', given.personId),
)

/** The name on record; empty for nobody. */
export async function nameOfPerson(db: Db, id: number): Promise<string> {
  const [row] = await nameOf(db, { id })
  return row?.name ?? ''
}

const nameOf = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('people').select('name').where('id', '=', given.id),
)

/** The number of whoever was added last; 0 where there is nobody. */
export async function lastPersonId(db: Db): Promise<number> {
  const [row] = await lastPerson(db, {})
  return row?.id ?? 0
}

const lastPerson = statement((db) => db.selectFrom('people').select('id').orderBy('id', 'desc').limit(1))
