import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'

/** The hour at which people are reminded of a day, by the clock of their own zone. */
const hour = 9

interface Asked {
  readonly personId: number
  readonly day: Day
}

/**
 * When each is reminded of a day: in the morning of it, or of the last day before on which they work, outside their
 * quiet hours. In the order in which they were asked for.
 */
export async function morningsOf(db: Db, asked: readonly Asked[]): Promise<readonly Date[]> {
  if (asked.length === 0) return []
  const unique = new Map(asked.map((one) => [nameOf(one), one]))
  const rows = await mornings(db, { rows: asRecords([...unique.values()]) })
  const found = new Map(rows.map(({ at, ...one }) => [nameOf(one), at]))
  return asked.map((one) => {
    const at = found.get(nameOf(one))
    if (!at) throw new Error(`there is no person ${one.personId}`)
    return at
  })
}

function nameOf({ personId, day }: Asked): string {
  return `${personId} ${day}`
}

const mornings = statement((db, given: Given<{ rows: string }>) =>
  db
    .selectFrom(records<Asked>(given.rows, { personId: 'int', day: 'date' }))
    .innerJoin('people as p', 'p.id', 'n.personId')
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .leftJoin('personHours as h', 'h.personId', 'p.id')
    .select(['n.personId', 'n.day'])
    .select(({ ref }) =>
      sql<Date>`calm_moment((${ref('n.day')} + make_interval(hours => ${sql.lit(hour)})) at time zone ${ref('p.zone')},
        'infinity', ${ref('p.zone')}, ${ref('s.quietFrom')}, ${ref('s.quietTo')}, ${ref('h.workingDays')})`.as(
        'at',
      ),
    ),
)
