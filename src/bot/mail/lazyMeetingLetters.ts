import type { Trx } from '../../../db/store/db.ts'
import type { Letter } from '../../core/feature/notice.ts'

/**
 * Composes the calendar letters that are due; what it needs is loaded with the first of them. `mailFrom` is the address
 * that letters come from, one of the server's own name by default.
 */
export function composeLetters({
  publicUrl,
  mailFrom,
  answersByMail,
}: {
  readonly publicUrl: string | undefined
  readonly mailFrom: string | undefined
  /** Whether a reply to the letter counts. */
  readonly answersByMail: boolean
}): (trx: Trx, now: Date) => Promise<readonly Letter[]> {
  return async (trx, now) => {
    const [{ meetingLetters }, { calendarDomain }] = await Promise.all([
      import('./meetingLetters.ts'),
      import('../../calendar/identifier.ts'),
    ])
    const domain = calendarDomain(publicUrl)
    return meetingLetters(trx, now, { domain, answersByMail, from: mailFrom ?? `meetings@${domain}` })
  }
}
