import { sql } from 'kysely'

import type { CalendarLetters } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { DueLetter } from './letters.ts'

/** Notes letters as sent; those that another process noted in the meantime are left out of what is returned. */
export async function claimLetters(
  trx: Trx,
  letters: readonly DueLetter[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (letters.length === 0) return new Set()
  const rows = letters.map(({ id, email, sequence, method, copies }) => ({
    ...{ meetingId: id, email, sequence, method, copies },
  }))
  const claimed = await claim(trx, { rows: asRecords(rows), now })
  return new Set(claimed.map(({ meetingId, email }) => `${meetingId} ${email}`))
}

type Row = Pick<CalendarLetters, 'meetingId' | 'email' | 'sequence' | 'method' | 'copies'>

const claim = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .insertInto('calendarLetters')
    .columns(['meetingId', 'email', 'sequence', 'method', 'copies', 'sentAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<Row>(given.rows, {
            meetingId: 'int',
            email: 'text',
            sequence: 'int',
            method: 'text',
            copies: 'int',
          }),
        )
        .select(['n.meetingId', 'n.email', 'n.sequence', 'n.method', 'n.copies'])
        .select(sql<Date>`${given.now}::timestamptz`.as('sentAt')),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['meetingId', 'email'])
        .doUpdateSet((eb) => ({
          sequence: eb.ref('excluded.sequence'),
          method: eb.ref('excluded.method'),
          copies: eb.ref('excluded.copies'),
          sentAt: eb.ref('excluded.sentAt'),
        }))
        .where((eb) =>
          eb.or([
            eb('calendarLetters.sequence', '<', eb.ref('excluded.sequence')),
            eb('calendarLetters.method', '<>', eb.ref('excluded.method')),
          ]),
        ),
    )
    .returning(['meetingId', 'email']),
)
