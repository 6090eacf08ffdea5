import { sql } from 'kysely'
import type { Entities, People, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { GroupFields } from '../edit/group.ts'
import type { PersonFields } from '../edit/person.ts'
import { partsWritten } from '../entities.ts'

export type CurrentPerson = PersonFields & Pick<People, 'id' | 'since'>

/** The people of these addresses, in lower case. */
export async function peopleOf(db: Db, emails: readonly string[]): Promise<readonly CurrentPerson[]> {
  return people(db, { emails: [...emails] })
}

const people = statement((db, given: Params<{ emails: string[] }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'entityId', 'title', 'zone', 'phone', 'station', 'country'])
    .select(['languages', 'isCoordinator', 'isSecretariat', 'retiredOn', 'since'])
    .where(({ ref }) => sql<boolean>`${ref('email')} = any (${given.emails}::text[])`),
)

export interface CurrentEntity
  extends Pick<Entities, 'id' | 'acronym' | 'name' | 'kind' | 'type' | 'joined' | 'aliases' | 'retired'> {
  /** `UNCCT = UN Counter-Terrorism Centre`. */
  readonly parts: readonly string[]
}

/** The entities of these acronyms, in lower case. */
export async function entitiesOf(db: Db, acronyms: readonly string[]): Promise<readonly CurrentEntity[]> {
  return entities(db, { acronyms: [...acronyms] })
}

const entities = statement((db, given: Params<{ acronyms: string[] }>) =>
  db
    .selectFrom('entities as e')
    .select(['e.id', 'e.acronym', 'e.name', 'e.kind', 'e.type', 'e.joined', 'e.aliases', 'e.retired'])
    .select((eb) => partsWritten(eb).as('parts'))
    .where(
      ({ fn, ref }) => sql<boolean>`${fn('lower', [ref('e.acronym')])} = any (${given.acronyms}::text[])`,
    ),
)

export type CurrentGroup = Pick<WorkingGroups, 'id'> & Omit<GroupFields, 'quorum' | 'rhythm'>

/** The working groups of these acronyms, in lower case. */
export async function groupsOf(db: Db, acronyms: readonly string[]): Promise<readonly CurrentGroup[]> {
  return groups(db, { acronyms: [...acronyms] })
}

const groups = statement((db, given: Params<{ acronyms: string[] }>) =>
  db
    .selectFrom('workingGroups')
    .select(['id', 'acronym', 'name', 'number', 'pillar', 'objective', 'aliases', 'subjects', 'openToAll'])
    .select('retired')
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('acronym')])} = any (${given.acronyms}::text[])`),
)

/** Names in the directory that are among these, case and accents aside, each with the addresses that bear it. */
export async function addressesByName(
  db: Db,
  names: readonly string[],
): Promise<readonly { readonly name: string; readonly email: string }[]> {
  return names.length === 0 ? [] : named(db, { names: [...names] })
}

const named = statement((db, given: Params<{ names: string[] }>) =>
  db
    .selectFrom('people')
    .select('name')
    .select(({ fn }) => fn.coalesce('email', 'name').as('email'))
    .where('retiredOn', 'is', null)
    .where(({ ref }) => sql<boolean>`${fold(ref('name'))} = any (folded(${given.names}::text[]))`)
    .limit(200),
)

/** How many records of a kind are not among those of the keys, in lower case, with the names of most of them. */
export async function othersThan(
  db: Db,
  kind: 'entity' | 'group' | 'person',
  keys: readonly string[],
): Promise<{ readonly count: number; readonly some: readonly string[] }> {
  const rows = await others[kind](db, { keys: [...keys] })
  return { count: rows[0]?.count ?? 0, some: rows.map(({ name }) => name) }
}

/** As many as a list of them can be read through. */
const some = 1_000
const count = sql<number>`count(*) over ()`.as('count')

const others = {
  entity: statement((db, given: Params<{ keys: string[] }>) =>
    db
      .selectFrom('entities')
      .select(['acronym as name', count])
      .where('retired', 'is', null)
      .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('acronym')])} <> all (${given.keys}::text[])`)
      .orderBy('acronym')
      .limit(some),
  ),
  group: statement((db, given: Params<{ keys: string[] }>) =>
    db
      .selectFrom('workingGroups')
      .select(['acronym as name', count])
      .where('retired', 'is', null)
      .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('acronym')])} <> all (${given.keys}::text[])`)
      .orderBy('acronym')
      .limit(some),
  ),
  person: statement((db, given: Params<{ keys: string[] }>) =>
    db
      .selectFrom('people')
      .select(['name', count])
      .where('retiredOn', 'is', null)
      .where(({ ref }) => sql<boolean>`coalesce(${ref('email')}, '') <> all (${given.keys}::text[])`)
      .orderBy('name')
      .limit(some),
  ),
}

/** The names of people by their ids. */
export async function namesOfPeople(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = ids.length === 0 ? [] : await names(db, { ids: [...new Set(ids)] })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const names = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name'])
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`),
)
