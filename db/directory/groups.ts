import { sql } from 'kysely'
import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import type { Lookup } from '../store/lookup.ts'
import { pick } from './entities.ts'

export interface Group {
  readonly id: number
  readonly acronym: string
  readonly name: string
}

/** The working group of a typed acronym, alias or name, or of an unambiguous beginning of one. */
export async function findGroup(db: Db, text: string): Promise<Lookup<Group>> {
  const result = await sql<Group & { rank: number }>`
    with typed as (select regexp_replace(fold(${text}), '^(the )?(wg|working group)( on)? +| +(wg|working group)$', '', 'g') as word), ranked as (
      select g.id, g.acronym, g.name, g.number, case
        when fold(g.acronym) = word then 1
        when fold(g.name) = word or exists (select 1 from unnest(g.aliases) a where fold(a) = word) then 2
        when starts_with(fold(g.acronym), word) then 4
        when exists (select 1 from unnest(g.aliases) a where starts_with(fold(a), word)) then 5
        when length(word) > 3 and position(word in g.search) > 0 then 6
        else 9 end as rank, word_similarity(word, g.search) as near, similarity(word, fold(g.acronym)) as alike
      from working_groups g, typed
    )
    select id, acronym, name, rank from ranked where rank < 9 or greatest(near, alike) > 0.3
    order by rank, case when rank = 9 then near + alike end desc, number limit 12`.execute(db)
  return pick(result.rows, (group) => group.acronym)
}

export interface KnownGroup {
  readonly id: number
  readonly acronym: string
  readonly name: string
  readonly aliases: string[]
}

/** Every working group with all its names, for recognizing them in a text. */
export async function allKnownGroups(db: Db): Promise<KnownGroup[]> {
  const result =
    await sql<KnownGroup>`select id, acronym, name, aliases from working_groups order by number`.execute(db)
  return result.rows
}

export interface RoleLine {
  readonly role: Role
  readonly entity: string
  /** The person's name where one is known. */
  readonly holder: string | null
}

export interface GroupRow extends Group {
  readonly pillar: string | null
  readonly leaders: readonly RoleLine[]
}

/** The working groups with those who led them on a day. */
export async function listGroups(
  db: Db,
  { pillar, on }: { readonly pillar?: string; readonly on: Day },
): Promise<readonly GroupRow[]> {
  const result = await sql<GroupRow>`
    select g.id, g.acronym, g.name, g.pillar, coalesce((
      select json_agg(json_build_object('role', r.role, 'entity', e.acronym, 'holder', coalesce(p.name, r.holder)) order by e.acronym)
      from roles r join entities e on e.id = r.entity_id left join people p on p.id = r.person_id
      where r.group_id = g.id and r.role in ('chair', 'co-chair', 'vice-chair') and r.during @> ${on}::date), '[]') as leaders
    from working_groups g where ${pillar ?? null}::text is null or g.pillar = ${pillar ?? null}
    order by g.number`.execute(db)
  return result.rows
}

export interface GroupCard extends Group {
  readonly pillar: string | null
  readonly objective: string
  readonly openToAll: boolean
  readonly roles: readonly RoleLine[]
}

/** A working group with every role in it on a day. */
export async function groupCard(db: Db, id: number, on: Day): Promise<GroupCard | undefined> {
  const result = await sql<GroupCard>`
    select g.id, g.acronym, g.name, g.pillar, g.objective, g.open_to_all, coalesce((
      select json_agg(json_build_object('role', r.role, 'entity', e.acronym, 'holder', coalesce(p.name, r.holder)) order by e.acronym)
      from roles r join entities e on e.id = r.entity_id left join people p on p.id = r.person_id
      where r.group_id = g.id and r.during @> ${on}::date), '[]') as roles
    from working_groups g where g.id = ${id}`.execute(db)
  return result.rows[0]
}

export interface Term extends RoleLine {
  /** First day; null where none is on record. */
  readonly from: Day | null
  /** First day after the term; null while it lasts. */
  readonly until: Day | null
  readonly asOf: string | null
}

/** Every term of a working group on record, in order of time. */
export async function groupHistory(db: Db, id: number): Promise<readonly Term[]> {
  const result = await sql<Term>`
    select r.role, e.acronym as entity, coalesce(p.name, r.holder) as holder, lower(r.during) as "from", upper(r.during) as until, r.as_of
    from roles r join entities e on e.id = r.entity_id left join people p on p.id = r.person_id
    where r.group_id = ${id}
    order by lower(r.during) nulls first, array_position(array['chair','co-chair','vice-chair','member','observer'], r.role), e.acronym`.execute(
    db,
  )
  return result.rows
}
