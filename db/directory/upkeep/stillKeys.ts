import { type Expression, type ExpressionBuilder, sql } from 'kysely'

import type { Database } from '../../schema.ts'
import type { Compose, Given } from '../../store/statement.ts'

/** How long what was confirmed counts as fresh, and how long the coordinator is left alone after that. */
export const freshDays = 90
export const graceDays = 14

export type People = Database & { p: Database['people'] }
export type Ref = ExpressionBuilder<People, 'p'>['ref']

/** Since when nothing was said of the record. */
export function since(ref: Ref) {
  return sql<Date>`coalesce(${ref('p.confirmedAt')}, ${ref('p.addedAt')})`
}

/** How many quarters have passed since then. */
export function roundsOf(ref: Ref, given: Given<{ now: Date }>) {
  return sql<number>`floor(extract(epoch from ${given.now}::timestamptz - ${since(ref)}) / 86400 / ${sql.lit(freshDays)})`
}

export function keyOfPerson(ref: Ref, given: Given<{ now: Date }>) {
  return sql<string>`concat_ws(':', 'still-you', ${ref('p.id')}, ${since(ref)}::date, ${roundsOf(ref, given)})`
}

export function keyOfCoordinator(
  entity: Expression<number>,
  person: Expression<number>,
  given: Given<{ now: Date }>,
) {
  return sql<string>`concat_ws(':', 'still-yours', ${entity}, ${person}, to_char(${given.now}::timestamptz, 'YYYY-Q'))`
}

/** Whether some account of the person can be written to. */
export function isReached({ exists, selectFrom }: ExpressionBuilder<People, 'p'>) {
  return exists(
    selectFrom('identities as i')
      .select('i.platform')
      .whereRef('i.personId', '=', 'p.id')
      .where('i.fault', 'is', null),
  )
}

export function told(db: Compose, key: Expression<string>) {
  return db.selectFrom('notices as n').select('n.id').where('n.key', '=', key)
}
