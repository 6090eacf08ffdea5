import type { Trx } from '../../store/db.ts'

/**
 * Forgets which calendar letters went to addresses; those of meetings after `ahead` once their calendars have been told
 * that these meetings are theirs no more.
 */
export async function forgetLetters(
  trx: Trx,
  emails: readonly string[],
  ahead: Date | undefined,
): Promise<void> {
  if (ahead)
    await trx
      .updateTable('calendarLetters')
      .set({ isLast: true })
      .where('email', 'in', emails)
      .where('method', '=', 'REQUEST')
      .where('meetingId', 'in', ({ selectFrom }) =>
        selectFrom('meetings').select('id').where('startsAt', '>', ahead),
      )
      .execute()
  await trx.deleteFrom('calendarLetters').where('email', 'in', emails).where('isLast', '=', false).execute()
}

/** Forgets those of them that have gone out by now, or whose meetings have begun. */
export async function forgetLastLetters(trx: Trx, now: Date): Promise<void> {
  await trx
    .deleteFrom('calendarLetters')
    .where('isLast', '=', true)
    .where((eb) =>
      eb.or([
        eb('method', '=', 'CANCEL'),
        eb('meetingId', 'in', eb.selectFrom('meetings').select('id').where('startsAt', '<=', now)),
      ]),
    )
    .execute()
}
