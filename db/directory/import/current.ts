import { sql } from 'kysely'

import type { Entities, People, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

export type CurrentPerson = Pick<
  People,
  'id' | 'name' | 'email' | 'entityId' | 'title' | 'zone' | 'phone' | 'retiredOn'
>

/** The people of these addresses, in lower case. */
export async function peopleOf(db: Db, emails: readonly string[]): Promise<readonly CurrentPerson[]> {
  return people(db, { emails: [...emails] })
}

const people = statement((db, given: Given<{ emails: string[] }>) =>
  db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'entityId', 'title', 'zone', 'phone', 'retiredOn'])
    .where(({ ref }) => sql<boolean>`${ref('email')} = any (${given.emails}::text[])`),
)

export type CurrentEntity = Pick<Entities, 'id' | 'acronym' | 'name' | 'kind' | 'type' | 'joined' | 'aliases'>

/** The entities of these acronyms, in lower case. */
export async function entitiesOf(db: Db, acronyms: readonly string[]): Promise<readonly CurrentEntity[]> {
  return entities(db, { acronyms: [...acronyms] })
}

const entities = statement((db, given: Given<{ acronyms: string[] }>) =>
  db
    .selectFrom('entities')
    .select(['id', 'acronym', 'name', 'kind', 'type', 'joined', 'aliases'])
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('acronym')])} = any (${given.acronyms}::text[])`),
)

export type CurrentGroup = Pick<WorkingGroups, 'id' | 'acronym' | 'name' | 'number' | 'pillar' | 'objective'>

/** The working groups of these acronyms, in lower case. */
export async function groupsOf(db: Db, acronyms: readonly string[]): Promise<readonly CurrentGroup[]> {
  return groups(db, { acronyms: [...acronyms] })
}

const groups = statement((db, given: Given<{ acronyms: string[] }>) =>
  db
    .selectFrom('workingGroups')
    .select(['id', 'acronym', 'name', 'number', 'pillar', 'objective'])
    .where(({ fn, ref }) => sql<boolean>`${fn('lower', [ref('acronym')])} = any (${given.acronyms}::text[])`),
)
