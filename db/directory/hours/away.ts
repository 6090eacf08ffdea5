import type { Day } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { Db, Trx } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Days on which somebody is away, both within. */
export interface Absence extends Period {
  readonly id: number
  /** Who is asked in the person’s place. */
  readonly alternate: string | null
  readonly alternateId: number | null
}

/** Notes an absence, and returns its number and who is asked in the person’s place; the same days twice are one, with the alternate named last, if any. */
export async function addAbsence(
  trx: Trx,
  personId: number,
  period: Period & { readonly alternateId: number | null },
): Promise<{ readonly id: number; readonly alternateId: number | null }> {
  const [row] = await add(trx, { personId, ...period })
  if (!row) throw new Error('the absence was not noted')
  return row
}

const add = statement((db, given: Params<Period & { personId: number; alternateId: number | null }>) =>
  db
    .insertInto('personAway')
    .values({
      personId: given.personId,
      firstDay: given.from,
      lastDay: given.to,
      alternateId: given.alternateId,
    })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'firstDay', 'lastDay']).doUpdateSet(({ fn, ref }) => ({
        alternateId: fn.coalesce(given.alternateId, ref('personAway.alternateId')),
      })),
    )
    .returning(['id', 'alternateId']),
)

/** A person's own absence is taken back; undefined where they have none of that number. */
export async function removeAbsence(
  trx: Trx,
  personId: number,
  id: number,
): Promise<(Period & { readonly alternateId: number | null }) | undefined> {
  const [row] = await remove(trx, { personId, id })
  return row
}

const remove = statement((db, given: Params<{ personId: number; id: number }>) =>
  db
    .deleteFrom('personAway')
    .where('id', '=', given.id)
    .where('personId', '=', given.personId)
    .returning(['firstDay as from', 'lastDay as to', 'alternateId']),
)

/** An absence gets another last day; false where the same days are noted by themselves. */
export async function moveEnd(
  trx: Trx,
  personId: number,
  { id, from, to }: Pick<Absence, 'id' | 'from' | 'to'>,
): Promise<boolean> {
  return (await move(trx, { personId, id, from, to })).length > 0
}

const move = statement((db, given: Params<Period & { personId: number; id: number }>) =>
  db
    .updateTable('personAway')
    .set({ lastDay: given.to })
    .where('id', '=', given.id)
    .where('personId', '=', given.personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('personAway as o')
            .select('o.id')
            .where('o.personId', '=', given.personId)
            .where('o.firstDay', '=', day(given.from))
            .where('o.lastDay', '=', day(given.to)),
        ),
      ),
    )
    .returning('id'),
)

/** A person's absences that end on a day or later, the next one first. */
export async function absencesOf(db: Db, personId: number, from: Day): Promise<readonly Absence[]> {
  return ofPerson(db, { personId, from })
}

const ofPerson = statement((db, given: Params<{ personId: number; from: Day }>) =>
  db
    .selectFrom('personAway as a')
    .leftJoin('people as p', 'p.id', 'a.alternateId')
    .select(['a.id', 'a.firstDay as from', 'a.lastDay as to', 'p.name as alternate', 'a.alternateId'])
    .where('a.personId', '=', given.personId)
    .where('a.lastDay', '>=', day(given.from))
    .orderBy('a.firstDay')
    .limit(50),
)
