import type { Day } from '../../src/core/time/day.ts'
import type { ReportYears } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { day } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

/** Until when the reports of a year are wanted; undefined where nobody has said. */
export async function reportsDueOn(db: Db, year: number): Promise<Day | undefined> {
  const [row] = await ofYear(db, { year })
  return row?.dueOn
}

const ofYear = statement((db, given: Params<{ year: number }>) =>
  db.selectFrom('reportYears').select('dueOn').where('year', '=', given.year),
)

/** Sets until when the reports of a year are wanted; null no longer asks for them. */
export async function setReportsDue(
  trx: Trx,
  {
    year,
    dueOn,
    by,
    now,
  }: { readonly year: number; readonly dueOn: Day | null; readonly by: number; readonly now: Date },
): Promise<void> {
  if (dueOn === null) {
    await trx.deleteFrom('reportYears').where('year', '=', year).execute()
    return
  }
  await trx
    .insertInto('reportYears')
    .values({ year, dueOn, setBy: by, setAt: now })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ dueOn, setBy: by, setAt: now }))
    .execute()
}

/** The years whose reports are due between two days. */
export async function reportYearsDue(
  db: Db,
  days: { readonly from: Day; readonly to: Day },
): Promise<readonly (Readonly<Pick<ReportYears, 'year' | 'dueOn'>> & { readonly setBy: string })[]> {
  return dueBetween(db, days)
}

const dueBetween = statement((db, given: Params<{ from: Day; to: Day }>) =>
  db
    .selectFrom('reportYears as y')
    .innerJoin('people as p', 'p.id', 'y.setBy')
    .select(['y.year', 'y.dueOn', 'p.name as setBy'])
    .where('y.dueOn', '>=', day(given.from))
    .where('y.dueOn', '<=', day(given.to))
    .orderBy('y.year'),
)
