import { sql } from 'kysely'

import { addDays, type Day } from '../../../src/core/time/day.ts'
import { calmMoment, workWeeks } from '../../directory/hours/workWeek.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The hour at which people are reminded of a day, by the clock of their own zone. */
const hour = 9

interface MorningsQuery {
  readonly personId: number
  readonly day: Day
  /** Another hour than that of the house, in minutes after midnight. */
  readonly at?: number | undefined
}

interface AskedOf extends MorningsQuery {
  /** The day is one after something: what falls on a day off waits for the next working day. */
  readonly after?: boolean
}

/** Nobody is off for longer but by an absence of their own. */
const longest = 14

/**
 * When each is reminded of a day: in the morning of it, or of the last day before on which they work, or of the next one
 * for what comes `after`; outside their quiet hours. In the order in which they were asked for.
 */
export async function morningsOf(db: Db, asked: readonly AskedOf[]): Promise<readonly Date[]> {
  if (asked.length === 0) return []
  const unique = new Map(asked.flatMap(candidates).map((one) => [nameOf(one), one]))
  const rows = await mornings(db, { rows: asRecords([...unique.values()]) })
  const found = new Map(rows.map((row) => [nameOf({ ...row, at: row.minutes }), row]))
  return asked.map((one) => {
    const seen = candidates(one).flatMap((each) => found.get(nameOf(each)) ?? [])
    const morning = seen.find(({ on, day: wanted }) => on === wanted) ?? seen[0]
    if (!morning) throw new Error(`there is no person ${one.personId}`)
    return morning.at
  })
}

/** The days of which the first that is worked on is taken. */
function candidates({ personId, day, at, after }: AskedOf): readonly MorningsQuery[] {
  const days = after ? Array.from({ length: longest }, (_, by) => addDays(day, by)) : [day]
  return days.map((one) => ({ personId, day: one, at: at ?? hour * 60 }))
}

function nameOf({ personId, day, at }: MorningsQuery): string {
  return `${personId} ${day} ${at}`
}

const mornings = statement((db, given: Params<{ rows: string }>) =>
  db
    .selectFrom(records<MorningsQuery>(given.rows, { personId: 'int', day: 'date', at: 'int' }))
    .innerJoin('people as p', 'p.id', 'n.personId')
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'p.id')
    .select(['n.personId', 'n.day', 'n.at as minutes'])
    .select(({ ref }) => {
      const morning = sql`(${ref('n.day')} + make_interval(mins => ${ref('n.at')})) at time zone ${ref('p.zone')}`
      const at = calmMoment(morning, sql`'infinity'`, {
        zone: ref('p.zone'),
        quietFrom: ref('s.quietFrom'),
        quietTo: ref('s.quietTo'),
        days: ref('h.days'),
        calendars: ref('h.calendars'),
      })
      return [at.as('at'), sql<Day>`(${at} at time zone ${ref('p.zone')})::date`.as('on')]
    }),
)
