import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Caller } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { People } from '../../schema.ts'
import { day } from '../../store/expressions.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'

/** Who may see an address: each includes those before it, but nobody sees what is for its owner alone. */
export const audiences = ['self', 'secretariat', 'entity', 'group', 'everyone'] as const

export type Audience = People['emailFor']

/** Who looks, as values of a statement. */
export interface Viewer {
  readonly viewerId: number
  readonly viewerEntity: number | null
  readonly viewerGroups: readonly number[]
  readonly viewerIsSecretariat: boolean
  readonly viewerDay: Day
}

/** What decides which addresses a caller sees on a day, as values of a statement. */
export function viewerOf({ personId, entityId, roles, isSecretariat }: Caller, today: Day): Viewer {
  return {
    viewerId: personId,
    viewerEntity: entityId,
    viewerGroups: [...new Set(roles.map(({ groupId }) => groupId))],
    viewerIsSecretariat: isSecretariat,
    viewerDay: today,
  }
}

/**
 * Whether the viewer may see a person's address with this audience. The one place that decides it: cards, search,
 * typeahead, readers of names and exports ask here.
 */
export function maySee(
  db: QueryBuilder,
  given: Params<Viewer>,
  {
    audience,
    id,
    entityId,
  }: {
    readonly audience: Expression<Audience>
    readonly id: Expression<number>
    readonly entityId: Expression<number | null>
  },
): RawBuilder<boolean> {
  const shared = db
    .selectFrom('roles as shared')
    .select('shared.id')
    .where(
      ({ ref }) =>
        sql<boolean>`(${ref('shared.personId')} = ${id} or ${ref('shared.entityId')} = ${entityId})`,
    )
    .where(({ ref }) => sql<boolean>`${ref('shared.groupId')} = any (${given.viewerGroups}::int[])`)
    .where('shared.during', '@>', day(given.viewerDay))
  return sql`(${id} = ${given.viewerId}::int or case ${audience}
    when 'everyone' then true
    when 'self' then false
    when 'secretariat' then ${given.viewerIsSecretariat}::boolean
    when 'entity' then ${given.viewerIsSecretariat}::boolean or coalesce(${entityId} = ${given.viewerEntity}::int, false)
    else ${given.viewerIsSecretariat}::boolean or coalesce(${entityId} = ${given.viewerEntity}::int, false)
      or exists (${shared}) end)`
}

/** What to type or press to name a person: the address if everyone may see it, else the number on record, `P12`. */
export function handleOf({
  email,
  audience,
  id,
}: {
  readonly email: Expression<string | null>
  readonly audience: Expression<Audience>
  readonly id: Expression<number>
}): RawBuilder<string> {
  return sql`case when ${audience} = 'everyone' and ${email} is not null then ${email} else concat('P', ${id}) end`
}

/** An address that everyone may see; null for any other. For lists and searches, which are the same for all. */
export function openEmail({
  email,
  audience,
}: {
  readonly email: Expression<string | null>
  readonly audience: Expression<Audience | null>
}): RawBuilder<string | null> {
  return sql`case when ${audience} = 'everyone' then ${email} end`
}
