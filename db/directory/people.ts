import { sql } from 'kysely'
import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import type { Lookup } from '../store/lookup.ts'
import { pick } from './entities.ts'
import { matchWords, searchWords } from './search.ts'

export interface Person {
  readonly id: number
  readonly name: string
  readonly email: string | null
}

/**
 * The person of a typed e-mail address or name; an acronym names the entity's only focal point. Each way to be
 * found reads an index of its own, so that it stays quick over many people.
 */
export async function findPerson(db: Db, text: string): Promise<Lookup<Person>> {
  const word = sql<string>`(select fold(${text}))`
  const words = searchWords(text)
  const named = words.length === 0 ? sql`false` : matchWords(words, sql`p.search`)
  const result = await sql<Person & { rank: number }>`
    with addressed as (
      select id, name, email, 1 as rank, 1::real as near from people where email = ${word}
    ), found as (
      select * from addressed
      union all
      select p.id, p.name, p.email, case
          when fold(p.name) = ${word} then 2
          when starts_with(fold(p.name), ${word}) or starts_with(p.email, ${word}) then 4
          when position(${word} in p.search) > 0 then 5
          else 9 end, word_similarity(${word}, p.search)
      from people p where p.retired_on is null and ${named} and not exists (select 1 from addressed)
      union all
      select p.id, p.name, p.email, 3, 1 from entities e join people p on p.entity_id = e.id
      where fold(e.acronym) = ${word} and p.retired_on is null
    ), best as (
      select distinct on (id) id, name, email, rank, near from found order by id, rank
    )
    select id, name, email, rank from best order by rank, near desc, name, id limit 12`.execute(db)
  return pick(result.rows, (person) => person.name)
}

export interface PersonCard extends Person {
  readonly title: string | null
  readonly zone: string
  readonly entityAcronym: string | null
  readonly entityName: string | null
  readonly platforms: readonly string[]
  readonly roles: readonly { readonly groupAcronym: string; readonly role: Role }[]
}

/** A person with their entity's and their own roles on a day. */
export async function personCard(db: Db, id: number, on: Day): Promise<PersonCard | undefined> {
  const result = await sql<PersonCard>`
    select p.id, p.name, p.email, p.title, p.zone, e.acronym as entity_acronym, e.name as entity_name,
      coalesce((select json_agg(distinct i.platform) from identities i where i.person_id = p.id), '[]') as platforms,
      coalesce((select json_agg(json_build_object('groupAcronym', g.acronym, 'role', r.role) order by g.number)
        from roles r join working_groups g on g.id = r.group_id
        where (r.person_id = p.id or r.entity_id = p.entity_id) and r.during @> ${on}::date), '[]') as roles
    from people p left join entities e on e.id = p.entity_id where p.id = ${id}`.execute(db)
  return result.rows[0]
}

/** The people of an entity, by name. */
export async function colleagues(
  db: Db,
  entityId: number,
  limit: number,
): Promise<readonly (Person & { readonly title: string | null })[]> {
  const result = await sql<Person & { title: string | null }>`
    select id, name, email, title from people where entity_id = ${entityId} and retired_on is null
    order by name, id limit ${limit}`.execute(db)
  return result.rows
}
