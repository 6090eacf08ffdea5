import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day, dayAfter, firstDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

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

const terms = statement((db, given: Params<{ groupIds: number[] }>) =>
  db
    .selectFrom('roles')
    .select(['id', 'groupId', 'role', 'entityId', 'personId', 'holder'])
    .select(({ ref }) => [firstDay(ref('during')).as('from'), dayAfter(ref('during')).as('until')])
    .where(({ ref }) => sql<boolean>`${ref('groupId')} = any (${given.groupIds}::int[])`)
    .orderBy('id'),
)

/** A term as it stands on record: its days as Postgres writes a range. */
export interface WrittenTerm {
  readonly id: number
  readonly during: string
  readonly holder: string | null
}

/** Adds terms in one statement. Raises an `Error` of the constraint that one of them breaks. */
export async function insertTerms(
  trx: Trx,
  terms: readonly TermFields[],
  { by, now, note }: { readonly by: number; readonly now: Date; readonly note: string },
): Promise<readonly WrittenTerm[]> {
  return terms.length === 0 ? [] : inserted(trx, { rows: asRecords(terms), by, now, note })
}

const inserted = statement((db, given: Params<{ rows: string; by: number; now: Date; note: string }>) =>
  db
    .insertInto('roles')
    .columns([
      'groupId',
      'role',
      'entityId',
      'personId',
      'holder',
      'during',
      'note',
      'createdBy',
      'createdAt',
    ])
    .expression((from) =>
      from
        .selectFrom(
          records<TermFields>(given.rows, {
            groupId: 'int',
            role: 'text',
            entityId: 'int',
            personId: 'int',
            holder: 'text',
            from: 'date',
            until: 'date',
          }),
        )
        .select(({ ref }) => [
          'groupId',
          'role',
          'entityId',
          'personId',
          'holder',
          sql<string>`daterange(${ref('n.from')}, ${ref('n.until')})`.as('during'),
          sql<string>`${given.note}::text`.as('note'),
          sql<number>`${given.by}::int`.as('createdBy'),
          sql<Date>`${given.now}::timestamptz`.as('createdAt'),
        ]),
    )
    .returning(['id', 'holder'])
    .returning(({ ref }) => sql<string>`${ref('during')}::text`.as('during')),
)

/** Sets when a term ends and under which name it is held; gives it as it stands then. */
export async function changeTerm(
  trx: Trx,
  id: number,
  { until, holder }: Pick<TermFields, 'until' | 'holder'>,
): Promise<WrittenTerm> {
  const [term] = await changed(trx, { id, until, holder })
  if (!term) throw new Error(`there is no term ${id}`)
  return term
}

const changed = statement((db, given: Params<{ id: number; until: Day | null; holder: string | null }>) =>
  db
    .updateTable('roles')
    .set(({ ref }) => ({
      during: sql<string>`daterange(${firstDay(ref('during'))}, ${day(given.until)})`,
      holder: given.holder,
    }))
    .where('id', '=', given.id)
    .returning(['id', 'holder'])
    .returning(({ ref }) => sql<string>`${ref('during')}::text`.as('during')),
)

/** These terms as they stand now, held until the transaction ends. */
export async function writtenTerms(trx: Trx, ids: readonly number[]): Promise<readonly WrittenTerm[]> {
  return ids.length === 0 ? [] : written(trx, { ids: [...ids] })
}

const written = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('roles')
    .select(['id', 'holder'])
    .select(({ ref }) => sql<string>`${ref('during')}::text`.as('during'))
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::int[])`)
    .forUpdate(),
)

/** The day after a last day; null for none. */
export function untilOf(last: Day | null): Day | null {
  return last === null ? null : addDays(last, 1)
}
