import type { Day } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Given, statement } from '../../store/statement.ts'

/** Days on which somebody is away, both within. */
export interface Absence extends Period {
  readonly id: number
}

/** Notes an absence and returns its number; the same days twice are one. */
export async function addAbsence(trx: Trx, personId: number, period: Period): Promise<number> {
  const [row] = await add(trx, { personId, ...period })
  if (!row) throw new Error('the absence was not noted')
  return row.id
}

const add = statement((db, given: Given<Period & { personId: number }>) =>
  db
    .insertInto('personAway')
    .values({ personId: given.personId, firstDay: given.from, lastDay: given.to })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'firstDay', 'lastDay']).doUpdateSet({ lastDay: given.to }),
    )
    .returning('id'),
)

/** A person's own absence is taken back; undefined where they have none of that number. */
export async function removeAbsence(trx: Trx, personId: number, id: number): Promise<Period | undefined> {
  const [row] = await remove(trx, { personId, id })
  return row
}

const remove = statement((db, given: Given<{ personId: number; id: number }>) =>
  db
    .deleteFrom('personAway')
    .where('id', '=', given.id)
    .where('personId', '=', given.personId)
    .returning(['firstDay as from', 'lastDay as to']),
)

/** A person's absences that end on a day or later, the next one first. */
export async function absencesOf(db: Db, personId: number, from: Day): Promise<readonly Absence[]> {
  return ofPerson(db, { personId, from })
}

const ofPerson = statement((db, given: Given<{ personId: number; from: Day }>) =>
  db
    .selectFrom('personAway')
    .select(['id', 'firstDay as from', 'lastDay as to'])
    .where('personId', '=', given.personId)
    .where('lastDay', '>=', day(given.from))
    .orderBy('firstDay')
    .limit(50),
)
