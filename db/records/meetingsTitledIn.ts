import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { fold } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import { isAround, isNear } from './titlesIn.ts'

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
    .where(({ ref }) => isAround(ref('m.startsAt'), given.now))
    .where(({ ref }) => sql<boolean>`strpos((select ${fold(given.line)}), ${fold(ref('m.title'))}) > 0`)
    .orderBy(({ ref }) => sql`length(${ref('m.title')})`, 'desc')
    .orderBy((eb) => eb('m.startsAt', '<', given.now))
    .orderBy(({ ref }) => isNear(ref('m.startsAt'), given.now))
    .limit(most),
)
