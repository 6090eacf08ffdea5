import type { Trx } from '../store/db.ts'
import { otherAcronyms } from './acronyms.ts'
import { entities, organizations, type SampleEntity } from './entities.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'
import { namePrinted } from './printedNames.ts'
import { seatOf } from './seats.ts'

export const secretariatEmail = 'secretariat@compact.example'

/** The month for which the published lists of members and observers are vouched. */
const listsAsOf = '2022-10'

/** Loads the sample into an empty store. */
export async function load(trx: Trx): Promise<void> {
  const idOf = await loadEntities(trx)
  await trx
    .insertInto('people')
    .values([
      ...entities.map((entity) => focalPoint(entity, idOf(entity.acronym))),
      secretariat(idOf('UNOCT')),
    ])
    .execute()
  const groupIdOf = await loadGroups(trx)
  const terms = groups.flatMap((group) => termsOf(group, groupIdOf(group.acronym), idOf))
  await trx.insertInto('roles').values(terms).execute()
  await trx
    .insertInto('figures')
    .values(figures.map((figure) => ({ ...figure })))
    .execute()
  await namePrinted(trx, secretariatEmail)
}

/** The number of a record that was loaded, by its acronym. */
type IdOf = (acronym: string) => number

async function loadEntities(trx: Trx): Promise<IdOf> {
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
  return idOf
}

async function loadGroups(trx: Trx): Promise<IdOf> {
  const ids = await trx
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
  return byAcronym(ids)
}

/** The terms of a group’s chairs, as far as their days are known, and of its members and observers. */
function termsOf({ roles, members, observers }: (typeof groups)[number], groupId: number, entityIdOf: IdOf) {
  const listed = {
    groupId,
    personId: null,
    holder: null,
    during: '(,)',
    asOf: listsAsOf,
    note: null,
    createdBy: null,
    createdAt: new Date(0),
  }
  return [
    ...roles.map(({ role, entity, from, to, holder, asOf, note }) => ({
      ...listed,
      role,
      entityId: entityIdOf(entity),
      during: `[${from ?? ''},${to ?? ''}]`.replace('[,', '(,').replace(',]', ',)'),
      holder: holder ?? null,
      asOf,
      note: note ?? null,
    })),
    ...members.map((entity) => ({ ...listed, role: 'member' as const, entityId: entityIdOf(entity) })),
    ...observers.map((entity) => ({ ...listed, role: 'observer' as const, entityId: entityIdOf(entity) })),
  ]
}

/** `focal.un-women@compact.example`: accounts are named by role, one for each entity. */
function focalPointEmail(acronym: string): string {
  const slug = acronym
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `focal.${slug}@compact.example`
}

function focalPoint({ acronym, zone }: SampleEntity, entityId: number) {
  return person({
    name: `${acronym} focal point`,
    email: focalPointEmail(acronym),
    title: 'Focal point',
    ...{ entityId, zone },
    ...seatOf(acronym),
    isCoordinator: true,
    isSecretariat: false,
  })
}

function secretariat(entityId: number) {
  return person({
    name: 'Compact Secretariat',
    email: secretariatEmail,
    title: 'Secretariat',
    ...{ entityId, zone: 'America/New_York' },
    ...seatOf('UNOCT'),
    isCoordinator: false,
    isSecretariat: true,
  })
}

interface SamplePerson {
  readonly name: string
  readonly email: string
  readonly title: string
  readonly entityId: number
  readonly zone: string
  readonly station: string
  readonly country: string
  readonly isCoordinator: boolean
  readonly isSecretariat: boolean
}

function person(given: SamplePerson) {
  return { locale: null, retiredOn: null, ...given }
}

function byAcronym(rows: readonly { readonly id: number; readonly acronym: string }[]): IdOf {
  const ids = new Map(rows.map((row) => [row.acronym, row.id]))
  return (acronym) => {
    const id = ids.get(acronym)
    if (id === undefined) throw new Error(`the sample names ${acronym}, which it does not hold`)
    return id
  }
}
