import type { Store } from '../store/connect.ts'
import type { Trx } from '../store/db.ts'
import { lockTables } from '../store/locks.ts'
import { statement } from '../store/statement.ts'
import { otherAcronyms } from './acronyms.ts'
import { entities, organizations, type SampleEntity } from './entities.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'
import { namePrinted } from './printedNames.ts'
import { seatOf } from './seats.ts'

/** All that the sample holds. */
export const sample = {
  entities,
  organizations,
  groups,
  figures,
  otherAcronyms,
  seats: entities.map(({ acronym }) => seatOf(acronym)),
}

const secretariatEmail = 'secretariat@compact.example'

/** The month for which the published lists of members and observers are vouched. */
const listsAsOf = '2022-10'

/**
 * Loads the Compact into an empty store, in one transaction; false when the store has data. Safe when two
 * processes start at once.
 */
export async function loadSample({ kysely }: Store): Promise<boolean> {
  const [found] = await anything(kysely, {})
  if (found) return false
  return kysely.transaction().execute(async (trx) => {
    await lockTables(trx, ['entities', 'people'], 'exclusive')
    const [meanwhile] = await anything(trx, {})
    if (meanwhile) return false
    await load(trx)
    return true
  })
}

/** One row if the store holds any data, none if it is empty. */
const anything = statement((db) =>
  db
    .selectFrom('entities')
    .select('id')
    .unionAll((all) => all.selectFrom('people').select('id'))
    .unionAll((all) => all.selectFrom('audit').select('id'))
    .limit(1),
)

/** Whether the sample was loaded into the store, whatever was changed since. */
export async function holdsSample({ kysely }: Pick<Store, 'kysely'>): Promise<boolean> {
  const [found] = await bySampleAddress(kysely, {})
  return found !== undefined
}

const bySampleAddress = statement((db) =>
  db.selectFrom('people').select('id').where('email', '=', secretariatEmail).limit(1),
)

/** `focal.un-women@compact.example`: accounts are named by role, one for each entity. */
function focalPointEmail(acronym: string): string {
  const slug = acronym
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `focal.${slug}@compact.example`
}

async function load(trx: Trx): Promise<void> {
  const all = [...entities, ...organizations]
  const ids = await trx
    .insertInto('entities')
    .values(
      all.map(({ acronym, name, kind, type, joined, aliases }) => ({
        acronym,
        name,
        kind,
        type,
        joined: joined ?? null,
        retired: null,
        aliases: [...(aliases ?? []), ...(otherAcronyms[acronym] ?? [])],
      })),
    )
    .returning(['id', 'acronym'])
    .execute()
  const idOf = byAcronym(ids)
  await trx
    .insertInto('entityParts')
    .values(
      all.flatMap(({ acronym, parts }) =>
        (parts ?? []).map((part) => ({ entityId: idOf(acronym), ...part })),
      ),
    )
    .execute()
  await trx
    .insertInto('people')
    .values([
      ...entities.map((entity) => focalPoint(entity, idOf(entity.acronym))),
      secretariat(idOf('UNOCT')),
    ])
    .execute()
  const groupIds = await trx
    .insertInto('workingGroups')
    .values(
      groups.map(({ number, acronym, name, pillar, objective, aliases, subjects, openToAll }) => ({
        number,
        acronym,
        name,
        pillar,
        objective,
        aliases: [...aliases],
        subjects: [...subjects],
        openToAll,
      })),
    )
    .returning(['id', 'acronym'])
    .execute()
  const groupIdOf = byAcronym(groupIds)
  const at = new Date(0)
  const seats = groups.flatMap(({ acronym, roles, members, observers }) => {
    const groupId = groupIdOf(acronym)
    const listed = {
      groupId,
      personId: null,
      holder: null,
      during: '(,)',
      asOf: listsAsOf,
      note: null,
      createdBy: null,
      createdAt: at,
    }
    return [
      ...roles.map(({ role, entity, from, to, holder, asOf, note }) => ({
        ...listed,
        role,
        entityId: idOf(entity),
        during: `[${from ?? ''},${to ?? ''}]`.replace('[,', '(,').replace(',]', ',)'),
        holder: holder ?? null,
        asOf,
        note: note ?? null,
      })),
      ...members.map((entity) => ({ ...listed, role: 'member' as const, entityId: idOf(entity) })),
      ...observers.map((entity) => ({ ...listed, role: 'observer' as const, entityId: idOf(entity) })),
    ]
  })
  await trx.insertInto('roles').values(seats).execute()
  await trx
    .insertInto('figures')
    .values(figures.map((figure) => ({ ...figure })))
    .execute()
  await namePrinted(trx, secretariatEmail)
}

function focalPoint({ acronym, zone }: SampleEntity, entityId: number) {
  return person(`${acronym} focal point`, focalPointEmail(acronym), entityId, 'Focal point', zone, {
    ...seatOf(acronym),
    isCoordinator: true,
    isSecretariat: false,
  })
}

function secretariat(entityId: number) {
  const zone = 'America/New_York'
  return person('Compact Secretariat', secretariatEmail, entityId, 'Secretariat', zone, {
    ...seatOf('UNOCT'),
    isCoordinator: false,
    isSecretariat: true,
  })
}

function person(
  name: string,
  email: string,
  entityId: number,
  title: string,
  zone: string,
  duty: {
    readonly station: string
    readonly country: string
    readonly isCoordinator: boolean
    readonly isSecretariat: boolean
  },
) {
  return { name, email, entityId, title, zone, locale: null, retiredOn: null, ...duty }
}

function byAcronym(
  rows: readonly { readonly id: number; readonly acronym: string }[],
): (acronym: string) => number {
  const ids = new Map(rows.map((row) => [row.acronym, row.id]))
  return (acronym) => {
    const id = ids.get(acronym)
    if (id === undefined) throw new Error(`the sample names ${acronym}, which it does not hold`)
    return id
  }
}
