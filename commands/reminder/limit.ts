import { waitingReminders } from '../../db/ledger/reminders/reminders.ts'
import { lockWords } from '../../db/store/locks.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Context } from '../define.ts'

/** As many as one person may have waiting. */
export const mostWaiting = 100

/** The caller's reminders ahead. Raises `UserError` where so many more are too many; those set at once are counted one after the other. */
export async function refuseTooMany({ db, caller }: Context, more = 1) {
  await lockWords(db, `reminders of ${caller.personId}`)
  const waiting = await waitingReminders(db, caller.personId, mostWaiting)
  if (waiting.length + more <= mostWaiting) return waiting
  throw new UserError(
    `You have ${waiting.length} reminders waiting, and ${mostWaiting} is the limit; cancel one first.`,
  )
}
