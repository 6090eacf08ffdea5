import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day, dayAfter, firstDay } from '../../store/expressions.ts'
import { type Given, statement } from '../../store/statement.ts'

/** A term as a file has it, with the records that it names. */
export interface TermFields {
  readonly groupId: number
  readonly role: Role
  readonly entityId: number
  readonly personId: number | null
  readonly holder: string | null
  /** First day; null where none is on record. */
  readonly from: Day | null
  /** The day after the last; null while it lasts. */
  readonly until: Day | null
}

/** Every term on record of these groups. */
export async function termsOf(
  db: Db,
  groupIds: readonly number[],
): Promise<readonly (TermFields & { readonly id: number })[]> {
  return terms(db, { groupIds: [...groupIds] })
}

const terms = statement((db, given: Given<{ groupIds: number[] }>) =>
  db
    .selectFrom('roles')
    .select(['id', 'groupId', 'role', 'entityId', 'personId', 'holder'])
    .select(({ ref }) => [firstDay(ref('during')).as('from'), dayAfter(ref('during')).as('until')])
    .where(({ ref }) => sql<boolean>`${ref('groupId')} = any (${given.groupIds}::int[])`)
    .orderBy('id'),
)

/** Adds a term. Raises an `Error` of the constraint that it breaks. */
export async function insertTerm(
  trx: Trx,
  term: TermFields,
  { by, now, note }: { readonly by: number; readonly now: Date; readonly note: string },
): Promise<void> {
  await inserted(trx, { ...term, by, now, note })
}

const inserted = statement((db, given: Given<TermFields & { by: number; now: Date; note: string }>) =>
  db.insertInto('roles').values({
    groupId: given.groupId,
    role: given.role,
    entityId: given.entityId,
    personId: given.personId,
    holder: given.holder,
    during: sql<string>`daterange(${day(given.from)}, ${day(given.until)})`,
    note: given.note,
    createdBy: given.by,
    createdAt: given.now,
  }),
)

/** Sets when a term ends and under which name it is held. */
export async function changeTerm(
  trx: Trx,
  id: number,
  { until, holder }: Pick<TermFields, 'until' | 'holder'>,
): Promise<void> {
  await changed(trx, { id, until, holder })
}

const changed = statement((db, given: Given<{ id: number; until: Day | null; holder: string | null }>) =>
  db
    .updateTable('roles')
    .set(({ ref }) => ({
      during: sql<string>`daterange(${firstDay(ref('during'))}, ${day(given.until)})`,
      holder: given.holder,
    }))
    .where('id', '=', given.id),
)

/** The day after a last day; null for none. */
export function untilOf(last: Day | null): Day | null {
  return last === null ? null : addDays(last, 1)
}
