import { sql } from 'kysely'

import type { CalendarLetters } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

interface LetterQuery {
  readonly meetingId: number
  readonly email: string
  readonly now: Date
}

/** The calendar letter on a meeting that was made last for an address; `null` fields where none is noted any more. */
export interface LastLetter {
  /** The number of changes that it tells calendars. */
  readonly sequence: number | null
  readonly method: CalendarLetters['method'] | null
  readonly hasBegun: boolean
}

/** Undefined where there is no such meeting. */
export async function lastLetter(db: Db, asked: LetterQuery): Promise<LastLetter | undefined> {
  const [row] = await last(db, asked)
  return row
}

const last = statement((db, given: Params<LetterQuery>) =>
  db
    .selectFrom('meetings as m')
    .leftJoin('calendarLetters as l', (join) =>
      join.onRef('l.meetingId', '=', 'm.id').on('l.email', '=', given.email),
    )
    .select('l.method')
    .select(({ ref }) => [
      sql<number | null>`${ref('l.sequence')} + ${ref('l.copies')}`.as('sequence'),
      sql<boolean>`${ref('m.startsAt')} <= ${given.now}::timestamptz`.as('hasBegun'),
    ])
    .where('m.id', '=', given.meetingId),
)
