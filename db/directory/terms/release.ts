import { type Expression, sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { day, dayAfter, firstDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Recorder } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'

export interface Release {
  readonly groupId: number
  readonly role: Role
  readonly entityId: number
  /** Only the terms of this person; all of the entity's without one. */
  readonly personId?: number
  /** The first day without the role. */
  readonly until: Day
  /** A term that has begun by this day is shortened, never deleted. */
  readonly today: Day
  readonly recorder?: Recorder
}

/**
 * Ends a role; a term that had begun stays on record. Returns who held it by name. Raises `UserError` if the role is not
 * held that day.
 */
export async function releaseRole(trx: Trx, release: Release): Promise<readonly string[]> {
  const { role, until, recorder } = release
  if (recorder) await stamp(trx, recorder)
  const terms = await endTerm(trx, { ...release, personId: release.personId ?? null })
  if (terms.length > 0) return terms.flatMap(({ name }) => name ?? [])
  throw new UserError(
    `That entity holds no term as ${role} of the group that could end on ${formatDay(until)}; past terms stay on record. Nothing was changed.`,
  )
}

type Ended = Omit<Release, 'recorder' | 'personId'> & { readonly personId: number | null }

const endTerm = statement((db, given: Params<Ended>) => {
  const seat = { groupId: given.groupId, role: given.role, entityId: given.entityId }
  const isTheirs = (holder: Expression<number | null>) =>
    sql<boolean>`(${given.personId}::int is null or ${holder} = ${given.personId}::int)`
  return db
    .with('gone', (query) =>
      query
        .deleteFrom('roles')
        .where(({ and, ref }) => and([and(seat), isTheirs(ref('personId'))]))
        .where(({ ref }) => sql<boolean>`${firstDay(ref('during'))} = ${day(given.until)}`)
        .where(({ ref }) => sql<boolean>`${firstDay(ref('during'))} >= ${day(given.today)}`)
        .returning('personId'),
    )
    .with('ended', (query) =>
      query
        .updateTable('roles')
        .set(({ ref }) => ({
          during: sql<string>`daterange(${firstDay(ref('during'))}, ${day(given.until)})`,
        }))
        .where(({ and, ref }) => and([and(seat), isTheirs(ref('personId'))]))
        .where('during', '@>', day(given.until))
        .where(({ eb, ref }) => {
          const first = firstDay(ref('during'))
          return eb.or([eb(first, 'is', null), eb(first, '<', day(given.until))])
        })
        .where(({ eb, ref }) => {
          const after = dayAfter(ref('during'))
          return eb.or([eb(after, 'is', null), eb(after, '>', day(given.today))])
        })
        .returning('personId'),
    )
    .with('held', (query) =>
      query
        .selectFrom('gone')
        .select('personId')
        .unionAll((all) => all.selectFrom('ended').select('personId')),
    )
    .selectFrom('held as h')
    .leftJoin('people as p', 'p.id', 'h.personId')
    .select('p.name')
    .orderBy('p.name')
})
