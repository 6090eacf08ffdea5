import type { Trx } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

/** Notes that somebody who was invited takes part in a meeting that goes on; what is on record already stays. */
export async function takesPart(trx: Trx, meetingId: number, personId: number, now: Date): Promise<void> {
  await present(trx, { meetingId, personId, now })
}

const present = statement((db, given: Given<{ meetingId: number; personId: number; now: Date }>) =>
  db
    .updateTable('invitations')
    .set({ presentAt: given.now })
    .where('meetingId', '=', given.meetingId)
    .where('personId', '=', given.personId)
    .where('presentAt', 'is', null),
)
