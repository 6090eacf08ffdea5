import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

interface BusyQuery {
  readonly personIds: readonly number[]
  readonly from: Date
  readonly until: Date
}

/** Those of several people whose published calendars say that they are busy at some time within a span. */
export async function busyAmong(db: Db, wanted: BusyQuery): Promise<ReadonlySet<number>> {
  const rows = await busy(db, wanted)
  return new Set(rows.map(({ personId }) => personId))
}

const busy = statement((db, given: Params<BusyQuery>) =>
  db
    .selectFrom('busyTimes')
    .select('personId')
    .distinct()
    .where('personId', '=', sql<number>`any (${given.personIds}::int[])`)
    .where('startsAt', '<', given.until)
    .where('endsAt', '>', given.from),
)
