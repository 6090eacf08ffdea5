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
  const keyOf = (key: string) => ({ platform: 'teams', kind: 'operation', tenant, key })
  const last = keyOf(`${data.o} ${user.id}`)
  const what = createHash('sha256').update(data.b).digest('hex').slice(0, 32)
  const own = keyOf(`${last.key} ${what}`)
  const until = { expiresAt: new Date(clock.now().getTime() + spanMs) }
  if (!(await keep.claim(own, { delivery: deliveryId }, until))) {
    return text(object((await keep.get(own))?.value)['delivery']) ?? deliveryId
  }
  // Whatever was pressed before may be pressed again.
  const before = text(object((await keep.get(last))?.value)['what'])
  if (before !== undefined && before !== what) await keep.drop(keyOf(`${last.key} ${before}`))
  await keep.put(last, { what }, until)
  return deliveryId
}
