import { createHash } from 'node:crypto'
import { object, text } from '../../src/core/json.ts'
import type { Desk } from './desk.ts'
import type { Incoming } from './incoming.ts'

/** What is not answered in time is brought again with a new id within so long. */
const spanMs = 60_000

/**
 * The name of what a press asks for. Teams may bring the same press under a new id, so one that is like the last
 * of its presser on the same message, shortly after it, is that one again; whoever changes their mind is heard.
 */
export async function operationOf(
  desk: Desk,
  { origin, data, deliveryId }: Extract<Incoming, { kind: 'press' }>,
): Promise<string> {
  const { keep, clock } = desk.host
  const { tenant, user } = origin
  const where = { platform: 'teams', kind: 'operation', tenant, key: `${data.o} ${user.id}` }
  const what = createHash('sha256').update(data.b).digest('hex').slice(0, 32)
  const last = object((await keep.get(where))?.value)
  const before = text(last['delivery'])
  if (last['what'] === what && before !== undefined) return before
  const expiresAt = new Date(clock.now().getTime() + spanMs)
  await keep.put(where, { what, delivery: deliveryId }, { expiresAt })
  return deliveryId
}
