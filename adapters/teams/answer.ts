import { firstToSay as first } from '../../src/core/once.ts'
import type { Desk } from './desk.ts'
import type { Road, Said } from './say.ts'

/** Says it by the road; what cannot be said at all stands in the log. */
export async function tell(desk: Desk, road: Road, said: Said): Promise<void> {
  await desk.speaker
    .say(road, said)
    .catch((error: unknown) =>
      desk.log.error({ err: error, tenant: road.tenant }, 'an answer could not be said'),
    )
}

/** How many of the last events a process remembers. */
const remembered = 5_000

/** Whether this process did not answer an event yet: enough where a second answer does no harm. */
export function createLately(): (deliveryId: string) => boolean {
  const seen = new Set<string>()
  return (deliveryId) => {
    if (seen.has(deliveryId)) return false
    seen.add(deliveryId)
    const [oldest] = seen
    if (seen.size > remembered && oldest !== undefined) seen.delete(oldest)
    return true
  }
}

/** Whether nobody answered this event yet. */
export function firstToSay(desk: Desk, tenant: string, deliveryId: string): Promise<boolean> {
  return first(desk.host, 'teams', tenant, deliveryId)
}
