import { secretariatPeople } from '../db/links.ts'
import { queueNotices } from '../db/notices.ts'
import { dayOf } from './core/day.ts'
import type { Message } from './core/message.ts'
import type { House } from './house.ts'

/** Says to the secretariat what needs an operator's hand. */
export type Alert = (key: string, message: Message) => Promise<void>

/** The kind of such a notice in the ledger. */
export const alertKind = 'alert'

/** Each key is told once on a day in UTC, to every person of the secretariat. */
export async function alertSecretariat(
  { store, clock, jobs }: Pick<House, 'store' | 'clock' | 'jobs'>,
  key: string,
  message: Message,
): Promise<void> {
  const now = clock.now()
  await store.kysely.transaction().execute(async (trx) => {
    const people = await secretariatPeople(trx)
    const notices = people.map((personId) => ({
      key: `alert:${key}:${dayOf(now, 'UTC')}:${personId}`,
      personId,
      kind: alertKind,
      subject: 'delivery',
      message,
    }))
    await jobs.deliver(trx, await queueNotices(trx, notices, now))
  })
  jobs.wake()
}
