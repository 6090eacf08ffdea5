import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

/** How far behind and ahead the meetings lie of which a line may speak. */
const [behind, ahead] = ['60 days', '400 days']

/** One more than are offered. */
const most = 10

export interface TitledMeeting {
  readonly id: number
  readonly title: string
  readonly startsAt: Date
}

/** The meetings whose whole title stands somewhere in a line, the longest title first and then the nearest in time. */
export async function meetingsTitledIn(db: Db, line: string, now: Date): Promise<readonly TitledMeeting[]> {
  return titled(db, { line, now })
}

const titled = statement((db, given: Params<{ line: string; now: Date }>) =>
  db
    .selectFrom('meetings as m')
    .select(['m.id', 'm.title', 'm.startsAt'])
    .where('m.status', '<>', 'cancelled')
    .where(
      ({
        ref,
      }) => sql<boolean>`${ref('m.startsAt')} between ${given.now}::timestamptz - ${sql.lit(behind)}::interval
        and ${given.now}::timestamptz + ${sql.lit(ahead)}::interval`,
    )
    .where(({ ref }) => sql<boolean>`strpos((select ${fold(given.line)}), ${fold(ref('m.title'))}) > 0`)
    .orderBy(({ ref }) => sql`length(${ref('m.title')})`, 'desc')
    .orderBy((eb) => eb('m.startsAt', '<', given.now))
    .orderBy(({ ref }) => sql`abs(extract(epoch from ${ref('m.startsAt')} - ${given.now}::timestamptz))`)
    .limit(most),
)
