import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** What a working group adopted, in a meeting or by silence. */
export interface Decision {
  /** Several where groups met together. */
  readonly groupIds: readonly number[]
  readonly body: string
  readonly on: Day
  /** `M3` or `S2`: the record that it rests on. */
  readonly record: string
}

/** What groups adopted in a year, the earliest first. */
export async function decisionsOfYear(db: Db, year: number): Promise<readonly Decision[]> {
  return decisions(db, { from: new Date(Date.UTC(year, 0, 1)), to: new Date(Date.UTC(year + 1, 0, 1)) })
}

const decisions = statement((db, given: Params<{ from: Date; to: Date }>) =>
  db
    .selectFrom('resolutions as r')
    .innerJoin('meetings as m', 'm.id', 'r.meetingId')
    .select(['m.groups as groupIds', 'r.body'])
    .select(({ ref }) => [
      sql<Day>`to_char(${ref('m.startsAt')} at time zone ${ref('m.zone')}, 'YYYY-MM-DD')`.as('on'),
      sql<string>`concat('M', ${ref('m.id')})`.as('record'),
    ])
    .where('r.status', '=', 'adopted')
    .where('m.startsAt', '>=', given.from)
    .where('m.startsAt', '<', given.to)
    .unionAll(
      db
        .selectFrom('silenceProcedures as s')
        .select(({ ref }) => [
          sql<number[]>`array[${ref('s.groupId')}]`.as('groupIds'),
          's.body',
          sql<Day>`to_char(${ref('s.closesAt')} at time zone ${ref('s.zone')}, 'YYYY-MM-DD')`.as('on'),
          sql<string>`concat('S', ${ref('s.id')})`.as('record'),
        ])
        .where('s.status', '=', 'adopted')
        .where('s.closesAt', '>=', given.from)
        .where('s.closesAt', '<', given.to),
    )
    .orderBy('on')
    .orderBy('record'),
)
