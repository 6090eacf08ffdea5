import { takeReceipt } from '../../../db/ledger/receipts.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Log } from '../../process/log.ts'
import { inboxAccount } from './inboxAccount.ts'

/** Nobody changes their mind more often; a program that answers by itself does not stop before we do. */
const mostAnswers = { hour: 3, day: 10 } as const

/** Whether fewer letters than allowed were written about it in this hour and on this day; this one is counted. */
export async function hasTurn(trx: Trx, about: string, now: Date): Promise<boolean> {
  const at = now.toISOString()
  for (const [period, most] of [
    [at.slice(0, 13), mostAnswers.hour],
    [at.slice(0, 10), mostAnswers.day],
  ] as const) {
    let turn = 1
    while (turn <= most && !(await isFirst(trx, `${period} ${about} ${turn}`, now))) turn += 1
    if (turn > most) return false
  }
  return true
}

/** Whether this is noted for the first time; it is for two days. */
export async function isFirst(trx: Trx, deliveryId: string, now: Date): Promise<boolean> {
  return (await takeReceipt(trx, { platform: 'mail', tenant: 'inbox', deliveryId }, now)).kind === 'new'
}

/** Says in the log that a sender is answered no more for now. */
export function tooOften(log: Log, from: string, meetingId: number | undefined): 'taken' {
  const { account } = inboxAccount(from)
  log.warn({ account, meetingId }, 'stopped answering a sender of mail: too many replies about one meeting')
  return 'taken'
}
