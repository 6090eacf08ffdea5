import type { Db } from '../../store/db.ts'
import type { Transfer } from './workInHand.ts'

// Of what may stand once only, what the one has and the other, who takes it over, has not.

/** Hands raised; of those that are still up, none where the other’s is up too. */
export function raisedHands(db: Db, { from, to }: Transfer) {
  return db
    .selectFrom('speakers as s')
    .select('s.id')
    .where('s.personId', '=', from)
    .where(({ exists, not, or, eb, selectFrom }) =>
      or([
        eb('s.calledAt', 'is not', null),
        eb('s.loweredAt', 'is not', null),
        not(
          exists(
            selectFrom('speakers as o')
              .select('o.id')
              .whereRef('o.meetingId', '=', 's.meetingId')
              .where('o.calledAt', 'is', null)
              .where('o.loweredAt', 'is', null)
              .where('o.personId', '=', to),
          ),
        ),
      ]),
    )
}

/** Notices put off, but for those that the other has put off too. */
export function waitingSnoozes(db: Db, { from, to }: Transfer) {
  return db
    .selectFrom('snoozes as s')
    .select('s.id')
    .where('s.personId', '=', from)
    .where('s.status', '=', 'waiting')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('snoozes as o')
            .select('o.id')
            .whereRef('o.noticeId', '=', 's.noticeId')
            .where('o.status', '=', 'waiting')
            .where('o.personId', '=', to),
        ),
      ),
    )
}

/** Absences, but for those of the same days. */
export function absences(db: Db, { from, to }: Transfer) {
  return db
    .selectFrom('personAway as s')
    .select('s.id')
    .where('s.personId', '=', from)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('personAway as o')
            .select('o.id')
            .whereRef('o.firstDay', '=', 's.firstDay')
            .whereRef('o.lastDay', '=', 's.lastDay')
            .where('o.personId', '=', to),
        ),
      ),
    )
}

/** Rules that were stopped, but for those that the other stopped too. */
export function rulesStopped(db: Db, { from, to }: Transfer) {
  return db
    .selectFrom('unsubscribed as s')
    .select('s.rule')
    .where('s.personId', '=', from)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('unsubscribed as o')
            .select('o.rule')
            .whereRef('o.rule', '=', 's.rule')
            .where('o.personId', '=', to),
        ),
      ),
    )
}

/** Whether the one has such settings, and the other none. */
export async function alone(
  db: Db,
  table: 'reminderSettings' | 'personHours',
  { from, to }: Transfer,
): Promise<boolean> {
  const rows = await db.selectFrom(table).select('personId').where('personId', 'in', [from, to]).execute()
  return rows.length === 1 && rows[0]?.personId === from
}
