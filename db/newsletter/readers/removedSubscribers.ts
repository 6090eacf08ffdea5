import { createHash } from 'node:crypto'

import type { KeepKey } from '../../../src/core/keep.ts'
import { dropKept, readKept, writeKept } from '../../ledger/kept.ts'
import type { Db, Trx } from '../../store/db.ts'
import type { Subscriber } from './subscribers.ts'

/** How long somebody who was taken off the list can be put back as they were. */
const keptMs = 7 * 86_400_000

type Removed = Pick<Subscriber, 'name' | 'token' | 'addedBy' | 'addedAt' | 'leftAt'>

/** Keeps what an undo needs: the link by which its reader leaves the list again stays the same. */
export async function keepRemoved(trx: Trx, subscriber: Subscriber, now: Date): Promise<void> {
  const { email, name, token, addedBy, addedAt, leftAt } = subscriber
  const value = { name, token, addedBy, addedAt, leftAt }
  await writeKept(trx, placeOf(email), value, new Date(now.getTime() + keptMs), now)
}

/** Somebody who was taken off the list in the last days. */
export async function removedSubscriber(db: Db, email: string, now: Date): Promise<Removed | undefined> {
  const row = await readKept(db, placeOf(email), now)
  if (!row) return undefined
  const { addedAt, leftAt, ...others } = row.value as Omit<Removed, 'addedAt' | 'leftAt'> & {
    readonly addedAt: string
    readonly leftAt: string | null
  }
  return { ...others, addedAt: new Date(addedAt), leftAt: leftAt === null ? null : new Date(leftAt) }
}

export async function forgetRemoved(trx: Trx, emails: readonly string[]): Promise<void> {
  for (const email of emails) await dropKept(trx, placeOf(email))
}

/** The address itself is not kept. */
function placeOf(email: string): KeepKey {
  const key = createHash('sha256').update(email.toLowerCase()).digest('hex')
  return { platform: 'mail', tenant: '-', kind: 'removed-subscriber', key }
}
