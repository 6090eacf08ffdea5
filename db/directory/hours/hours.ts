import { sql } from 'kysely'

import type { PersonHours as Row } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What somebody set of their working hours; what they left open is null. */
export type Hours = Readonly<Pick<Row, 'workFrom' | 'workTo' | 'workingDays' | 'country'>>

/** The hours that somebody set; undefined where they set none. */
export async function hoursOf(db: Db, personId: number): Promise<Hours | undefined> {
  const [row] = await ofPerson(db, { personId })
  return row
}

const ofPerson = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('personHours')
    .select(['workFrom', 'workTo', 'workingDays', 'country'])
    .where('personId', '=', given.personId),
)

export async function setHours(trx: Trx, personId: number, hours: Hours): Promise<void> {
  await set(trx, { personId, ...hours })
}

const set = statement((db, given: Params<Hours & { personId: number }>) => {
  const hours = {
    workFrom: given.workFrom,
    workTo: given.workTo,
    workingDays: sql<number[]>`${given.workingDays}::int[]`,
    country: given.country,
  }
  return db
    .insertInto('personHours')
    .values({ personId: given.personId, ...hours })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(hours))
})

/** Forgets them, so that the usual ones count again. */
export async function clearHours(trx: Trx, personId: number): Promise<void> {
  await clear(trx, { personId })
}

const clear = statement((db, given: Params<{ personId: number }>) =>
  db.deleteFrom('personHours').where('personId', '=', given.personId),
)
