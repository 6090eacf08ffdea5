import { sql } from 'kysely'
import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Entities } from '../schema.ts'
import type { Db } from '../store/db.ts'
import type { Lookup } from '../store/lookup.ts'

export type EntityKind = Entities['kind']

export interface Entity {
  readonly id: number
  readonly acronym: string
  readonly name: string
  readonly kind: EntityKind
  readonly type: 'un' | 'non-un' | null
}

/**
 * The entity of a typed name, without regard to case and accents: by acronym, alias, part or name, else by an
 * unambiguous beginning of one of them.
 */
export async function findEntity(db: Db, text: string, now: Date): Promise<Lookup<Entity>> {
  const result = await sql<Entity & { rank: number }>`
    with typed as (select fold(${text}) as word), ranked as (
      select e.id, e.acronym, e.name, e.kind, e.type, case
        when fold(e.acronym) = word then 1
        when fold(e.name) = word or exists (select 1 from unnest(e.aliases) a where fold(a) = word) then 2
        when exists (select 1 from entity_parts p where p.entity_id = e.id and word in (fold(p.acronym), fold(p.name))) then 3
        when starts_with(fold(e.acronym), word) then 4
        when starts_with(fold(e.name), word) or exists (select 1 from unnest(e.aliases) a where starts_with(fold(a), word)) then 5
        else 9 end as rank, word_similarity(word, e.search) as near, similarity(word, fold(e.acronym)) as alike
      from entities e, typed where e.retired is null or e.retired > (${now}::timestamptz)::date
    )
    select id, acronym, name, kind, type, rank from ranked
    where rank < 9 or greatest(near, alike) > 0.3 order by rank, near + alike desc, acronym limit 12`.execute(
    db,
  )
  return pick(result.rows, (entity) => entity.acronym)
}

/** The rows of the best rank: one is meant, several are candidates; rank 9 is only near. */
export function pick<T extends { readonly rank: number }>(
  rows: readonly T[],
  name: (row: T) => string,
): Lookup<T> {
  const [first] = rows
  if (!first) return { kind: 'none', nearest: null }
  if (first.rank >= 9) return { kind: 'none', nearest: name(first) }
  const best = rows.filter((row) => row.rank === first.rank || (first.rank > 3 && row.rank < 9))
  return best.length === 1 ? { kind: 'one', value: first } : { kind: 'several', candidates: best }
}

export interface KnownEntity {
  readonly id: number
  readonly acronym: string
  readonly name: string
  readonly aliases: string[]
  readonly parts: { acronym: string; name: string }[]
}

/** Every entity with all its names, for recognizing them in a text. */
export async function allKnownEntities(db: Db): Promise<KnownEntity[]> {
  const result = await sql<KnownEntity>`
    select e.id, e.acronym, e.name, e.aliases, coalesce(
      (select json_agg(json_build_object('acronym', p.acronym, 'name', p.name)) from entity_parts p where p.entity_id = e.id), '[]') as parts
    from entities e order by e.id`.execute(db)
  return result.rows
}

export interface EntityRow extends Entity {
  /** Its role where the list is of one group. */
  readonly role: Role | null
}

/** Entities as they stood on a day; with a group, those that had a role in it, or all where it is open to all. */
export async function listEntities(
  db: Db,
  { kind, groupId, on }: { readonly kind?: EntityKind; readonly groupId?: number; readonly on: Day },
): Promise<readonly EntityRow[]> {
  const result = await sql<EntityRow>`
    with held as (
      select r.entity_id, (array_agg(r.role order by array_position(array['chair','co-chair','vice-chair','member','observer'], r.role)))[1] as role
      from roles r where r.group_id = ${groupId ?? null}::int and r.during @> ${on}::date group by r.entity_id
    )
    select e.id, e.acronym, e.name, e.kind, e.type,
      coalesce(h.role, case when g.open_to_all and e.kind in ('member', 'observer') then e.kind end) as role
    from entities e left join held h on h.entity_id = e.id left join working_groups g on g.id = ${groupId ?? null}::int
    where (e.joined is null or e.joined <= ${on}::date) and (e.retired is null or e.retired > ${on}::date)
      and (${kind ?? null}::text is null or e.kind = ${kind ?? null})
      and (${groupId ?? null}::int is null or h.role is not null or (g.open_to_all and e.kind in ('member', 'observer')))
    order by lower(e.acronym)`.execute(db)
  return result.rows
}

export interface EntityCard extends Entity {
  readonly joined: Day | null
  readonly aliases: readonly string[]
  readonly parts: readonly { readonly acronym: string; readonly name: string }[]
  readonly roles: readonly { readonly groupAcronym: string; readonly role: Role }[]
  readonly focalPoints: readonly {
    readonly name: string
    readonly email: string | null
    readonly title: string | null
  }[]
}

/** An entity with its roles on a day and its people. */
export async function entityCard(db: Db, id: number, on: Day): Promise<EntityCard | undefined> {
  const result = await sql<EntityCard>`
    select e.id, e.acronym, e.name, e.kind, e.type, e.joined, e.aliases,
      coalesce((select json_agg(json_build_object('acronym', p.acronym, 'name', p.name) order by p.acronym)
        from entity_parts p where p.entity_id = e.id), '[]') as parts,
      coalesce((select json_agg(json_build_object('groupAcronym', g.acronym, 'role', r.role) order by g.number)
        from roles r join working_groups g on g.id = r.group_id where r.entity_id = e.id and r.during @> ${on}::date), '[]') as roles,
      coalesce((select json_agg(json_build_object('name', p.name, 'email', p.email, 'title', p.title) order by p.name)
        from people p where p.entity_id = e.id and p.retired_on is null), '[]') as focal_points
    from entities e where e.id = ${id}`.execute(db)
  return result.rows[0]
}

/** Entities that are not retired, the caller's own first, then by acronym; only those of `among` where it is given. */
export async function standingEntities(
  db: Db,
  {
    ownId,
    among,
    limit,
  }: { readonly ownId: number | null; readonly among?: readonly number[]; readonly limit: number },
  now: Date,
): Promise<readonly Pick<Entity, 'id' | 'acronym' | 'name'>[]> {
  const result = await sql<Pick<Entity, 'id' | 'acronym' | 'name'>>`
    select e.id, e.acronym, e.name from entities e
    where (e.retired is null or e.retired > (${now}::timestamptz)::date)
      and (${among === undefined} or e.id = any (${[...(among ?? [])]}::int[]))
    order by e.id is not distinct from ${ownId}::int desc, lower(e.acronym) limit ${limit}`.execute(db)
  return result.rows
}
