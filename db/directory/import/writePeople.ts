import { type RawBuilder, sql } from 'kysely'
import { brokenConstraint } from '../../../src/core/errors.ts'
import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { keepFormerAddresses, restoreWithPeople } from '../busy/formerAddresses.ts'
import type { PersonFields, PersonPatch } from '../edit/person.ts'
import { postsMeet } from '../edit/person.ts'
import { recordBatch } from './recordBatch.ts'

/** How many rows go into one statement. */
const batch = 1_000

export interface ImportStamp {
  readonly by: number
  readonly now: Date
  readonly source: string
}

/** What an import sets of a person; who is of the secretariat is never set by a file. */
export type ImportedPerson = Omit<PersonFields, 'isSecretariat'> & Pick<Required<PersonPatch>, 'since'>

export interface ChangedPerson {
  readonly id: number
  /** All that it sets, as it stands afterwards. */
  readonly whole: ImportedPerson
  readonly before: Partial<ImportedPerson>
  readonly after: Partial<ImportedPerson>
  /** The change that this one takes back. */
  readonly reverts?: number
}

/** Adds people, and records each of them as a change, whose number it gives. Raises an `Error` where an address is taken. */
export async function insertPeople(
  trx: Trx,
  people: readonly ImportedPerson[],
  recorded: ImportStamp,
): Promise<readonly number[]> {
  const changes: number[] = []
  for (let at = 0; at < people.length; at += batch) {
    const part = people.slice(at, at + batch)
    const rows = await inserted(trx, { rows: asRecords(part) })
    const idOf = new Map(rows.map(({ id, email }) => [email, id]))
    const made = await recordBatch(
      trx,
      part.map((person) => ({
        kind: 'person' as const,
        recordId: idOf.get(person.email) ?? 0,
        before: null,
        after: { ...person, isSecretariat: false },
      })),
      recorded,
    )
    changes.push(...made)
  }
  return changes
}

/** Changes people, and records what differs of each of them; gives the numbers of the changes. */
export async function updatePeople(
  trx: Trx,
  people: readonly ChangedPerson[],
  recorded: ImportStamp,
): Promise<readonly number[]> {
  const changes: number[] = []
  for (let at = 0; at < people.length; at += batch) {
    const part = people.slice(at, at + batch)
    await keepFormerAddresses(trx, part.filter(isRetirement).map(numberOf), recorded.now)
    await updated(trx, { rows: asRecords(part.map(({ id, whole }) => ({ id, ...whole }))) }).catch(
      (error: unknown) => {
        const meets = brokenConstraint(error) === 'posts_once'
        throw meets ? postsMeet('Somebody whose first day in the list is changed') : error
      },
    )
    await restoreWithPeople(trx, part.filter(isReturn).map(numberOf), recorded.now)
    const made = await recordBatch(
      trx,
      part.map(({ id, before, after, reverts }) => ({
        kind: 'person' as const,
        recordId: id,
        before,
        after,
        ...(reverts === undefined ? {} : { reverts }),
      })),
      recorded,
    )
    changes.push(...made)
  }
  return changes
}

function isRetirement({ before, after }: ChangedPerson): boolean {
  return before.retiredOn === null && typeof after.retiredOn === 'string'
}

function isReturn({ before, after }: ChangedPerson): boolean {
  return typeof before.retiredOn === 'string' && after.retiredOn === null
}

function numberOf({ id }: ChangedPerson): number {
  return id
}

type Row = ImportedPerson & { readonly id: number }

function given(rows: RawBuilder<string>) {
  return records<Row>(rows, {
    id: 'int',
    name: 'text',
    email: 'text',
    entityId: 'int',
    title: 'text',
    zone: 'text',
    phone: 'text',
    station: 'text',
    country: 'text',
    languages: 'text[]',
    isCoordinator: 'boolean',
    retiredOn: 'date',
    since: 'date',
  })
}

const columns = [
  'name',
  'email',
  'entityId',
  'title',
  'zone',
  'phone',
  'station',
  'country',
  'languages',
  'isCoordinator',
  'retiredOn',
  'since',
] as const

const inserted = statement((db, { rows }: Params<{ rows: string }>) =>
  db
    .insertInto('people')
    .columns([...columns])
    .expression((from) => from.selectFrom(given(rows)).select([...columns]))
    .returning(['id', 'email']),
)

const updated = statement((db, { rows }: Params<{ rows: string }>) =>
  db
    .updateTable('people as p')
    .from(given(rows))
    .set(({ ref }) => ({
      name: ref('n.name'),
      email: ref('n.email'),
      entityId: ref('n.entityId'),
      title: ref('n.title'),
      zone: ref('n.zone'),
      phone: ref('n.phone'),
      station: ref('n.station'),
      country: ref('n.country'),
      languages: ref('n.languages'),
      isCoordinator: ref('n.isCoordinator'),
      retiredOn: ref('n.retiredOn'),
      since: ref('n.since'),
      zoneFrom: sql<'directory'>`case when ${ref('p.zone')} = ${ref('n.zone')} then ${ref('p.zoneFrom')} else 'directory' end`,
    }))
    .whereRef('p.id', '=', 'n.id'),
)

/** These people with all that an import sets of them, held until the transaction ends. */
export async function peopleWhole(
  trx: Trx,
  ids: readonly number[],
): Promise<readonly (ImportedPerson & { readonly id: number })[]> {
  return ids.length === 0 ? [] : whole(trx, { ids: [...ids] })
}

const whole = statement((db, { ids }: Params<{ ids: number[] }>) =>
  db
    .selectFrom('people')
    .select('id')
    .select([...columns])
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${ids}::int[])`)
    .forUpdate(),
)
