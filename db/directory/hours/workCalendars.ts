import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { WorkCalendars } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** A country, or a time zone in its place, and its holidays. */
export interface FilledCalendar extends Readonly<Pick<WorkCalendars, 'calendar' | 'knownTo'>> {
  /** 1 for Monday. */
  readonly workingDays: readonly number[]
  readonly holidays: readonly Day[]
}

/** The calendars in use of which no holidays of a year are known, at most `limit`. */
export async function calendarsWithout(db: Db, year: number, limit: number): Promise<readonly string[]> {
  const rows = await without(db, { year, limit })
  return rows.map(({ calendar }) => calendar)
}

const without = statement((db, given: Params<{ year: number; limit: number }>) =>
  db
    .selectFrom('workCalendars')
    .select('calendar')
    .where('knownTo', '<', given.year)
    .orderBy('calendar')
    .limit(given.limit),
)

/** Notes the holidays of a calendar. */
export async function fillCalendar(trx: Trx, filled: FilledCalendar): Promise<void> {
  const { calendar, holidays } = filled
  await enter(trx, { rows: asRecords(holidays.map((day) => ({ calendar, day }))) })
  await know(trx, { calendar, workingDays: [...filled.workingDays], knownTo: filled.knownTo })
}

const enter = statement((db, given: Params<{ rows: string }>) =>
  db
    .insertInto('holidays')
    .columns(['calendar', 'day'])
    .expression((from) =>
      from
        .selectFrom(records<{ calendar: string; day: Day }>(given.rows, { calendar: 'text', day: 'date' }))
        .select(['n.calendar', 'n.day']),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

const know = statement((db, given: Params<{ calendar: string; workingDays: number[]; knownTo: number }>) =>
  db
    .updateTable('workCalendars')
    .set({ workingDays: sql<number[]>`${given.workingDays}::int[]`, knownTo: given.knownTo })
    .where('calendar', '=', given.calendar),
)
