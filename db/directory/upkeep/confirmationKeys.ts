import { type Expression, type ExpressionBuilder, sql } from 'kysely'

import type { Database } from '../../schema.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'

/** How long what was confirmed counts as fresh, and how long the coordinator is left alone after that. */
export const freshDays = 90
export const graceDays = 14

export type WithPeople = Database & { p: Database['people'] }
export type PeopleRef = ExpressionBuilder<WithPeople, 'p'>['ref']

/** Since when nothing was said of the record. */
export function lastConfirmedAt(ref: PeopleRef) {
  return sql<Date>`coalesce(${ref('p.confirmedAt')}, ${ref('p.addedAt')})`
}

/** How many quarters have passed since then; none where the clock was set back to before it. */
export function quartersSince(ref: PeopleRef, given: Params<{ now: Date }>) {
  return sql<number>`greatest(0, floor(extract(epoch from ${given.now}::timestamptz - ${lastConfirmedAt(ref)}) / 86400 / ${sql.lit(freshDays)}))`
}

/** The ledger key of a question to the person `p` about their own record: one a quarter since it was last confirmed. */
export function keyOfPerson(ref: PeopleRef, given: Params<{ now: Date }>) {
  return sql<string>`concat_ws(':', 'still-you', ${ref('p.id')}, ${lastConfirmedAt(ref)}::date, ${quartersSince(ref, given)})`
}

/** The ledger key of a question to a coordinator about the people of an entity: one a quarter of the calendar. */
export function keyOfCoordinator(
  entity: Expression<number>,
  person: Expression<number>,
  given: Params<{ now: Date }>,
) {
  return sql<string>`concat_ws(':', 'still-yours', ${entity}, ${person}, to_char(${given.now}::timestamptz, 'YYYY-Q'))`
}

/** Whether some account of the person can be written to. */
export function isReached({ exists, selectFrom }: ExpressionBuilder<WithPeople, 'p'>) {
  return exists(
    selectFrom('identities as i')
      .select('i.platform')
      .whereRef('i.personId', '=', 'p.id')
      .where('i.fault', 'is', null),
  )
}

/** The notice that has a ledger key, if there is one. */
export function noticeOf(db: QueryBuilder, key: Expression<string>) {
  return db.selectFrom('notices as n').select('n.id').where('n.key', '=', key)
}
