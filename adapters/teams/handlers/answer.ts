import { firstToSay as first } from '../../../src/chat/asking/firstToAnswer.ts'
import { message } from '../../../src/core/message.ts'
import type { Road, Said } from '../answers/speaker.ts'
import type { Desk } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import { admit } from '../people/admit.ts'
import { faulted } from './fault.ts'

/** Where an answer does not come in time; the answer itself follows. */
export const slow = 'This is taking longer than usual. I will send you the answer.'

/** Work that goes on after its request was answered; whoever waits for it is told when it fails. */
export function goOn(desk: Desk, origin: Origin, work: Promise<unknown>): void {
  const told = work.catch(async (error: unknown) => {
    const why = faulted(desk, error, 'late work for Teams failed')
    const admitted = await admit(desk, origin)
    const { road } = admitted.kind === 'in' ? admitted.guest : admitted
    await tell(desk, road, { message: message(why), room: false })
  })
  desk.later(told)
}

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

/** As `firstToSay`; where no mark can be had, a second answer is better than none to what was done. */
export function mayAnswer(desk: Desk, tenant: string, deliveryId: string): Promise<boolean> {
  return firstToSay(desk, tenant, deliveryId).catch((error: unknown) => {
    desk.log.error({ err: error, tenant }, 'that an event is answered could not be marked')
    return desk.lately(deliveryId)
  })
}
