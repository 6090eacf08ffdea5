import { sql } from 'kysely'

import { addDays, type Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'

/** The hour at which people are reminded of a day, by the clock of their own zone. */
const hour = 9

interface Asked {
  readonly personId: number
  readonly day: Day
}

interface AskedOf extends Asked {
  /** The day is one after something: what falls on a day off waits for the next working day. */
  readonly after?: boolean
}

/** More days off in a row are no week. */
const week = 7

/**
 * When each is reminded of a day: in the morning of it, or of the last day before on which they work, or of the next one
 * for what comes `after`; outside their quiet hours. In the order in which they were asked for.
 */
export async function morningsOf(db: Db, asked: readonly AskedOf[]): Promise<readonly Date[]> {
  if (asked.length === 0) return []
  const unique = new Map(asked.flatMap(candidates).map((one) => [nameOf(one), one]))
  const rows = await mornings(db, { rows: asRecords([...unique.values()]) })
  const found = new Map(rows.map((row) => [nameOf(row), row]))
  return asked.map((one) => {
    const seen = candidates(one).flatMap((each) => found.get(nameOf(each)) ?? [])
    const morning = seen.find(({ on, day: wanted }) => on === wanted) ?? seen[0]
    if (!morning) throw new Error(`there is no person ${one.personId}`)
    return morning.at
  })
}

/** The days of which the first that is worked on is taken. */
function candidates({ personId, day, after }: AskedOf): readonly Asked[] {
  const days = after ? Array.from({ length: week }, (_, by) => addDays(day, by)) : [day]
  return days.map((one) => ({ personId, day: one }))
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
    .select(({ ref }) => {
      const at = sql<Date>`calm_moment((${ref('n.day')} + make_interval(hours => ${sql.lit(hour)})) at time zone ${ref('p.zone')},
        'infinity', ${ref('p.zone')}, ${ref('s.quietFrom')}, ${ref('s.quietTo')}, ${ref('h.workingDays')})`
      return [at.as('at'), sql<Day>`(${at} at time zone ${ref('p.zone')})::date`.as('on')]
    }),
)
