import { firstToSay as first } from '../../../src/chat/asking/firstToAnswer.ts'
import { message } from '../../../src/core/message.ts'
import type { Said } from '../answers/speaker.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { admit } from '../people/admit.ts'
import { faulted } from './fault.ts'

/** Where an answer does not come in time; the answer itself follows. */
export const slow = 'This is taking longer than usual. I will send you the answer.'

/** Work that goes on after its request was answered; whoever waits for it is told when it fails. */
export function goOn(context: AdapterContext, origin: Origin, work: Promise<unknown>): void {
  const told = work.catch(async (error: unknown) => {
    const why = faulted(context, error, 'late work for Teams failed')
    const admitted = await admit(context, origin)
    const { route } = admitted.kind === 'in' ? admitted.guest : admitted
    await tell(context, route, { message: message(why), room: false })
  })
  context.later(told)
}

/** Says it by its route; what cannot be said at all stands in the log. */
export async function tell(context: AdapterContext, route: ReplyRoute, said: Said): Promise<void> {
  await context.speaker
    .say(route, said)
    .catch((error: unknown) =>
      context.log.error({ err: error, tenant: route.tenant }, 'an answer could not be said'),
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
export function firstToSay(context: AdapterContext, tenant: string, deliveryId: string): Promise<boolean> {
  return first(context.host, 'teams', tenant, deliveryId)
}

/** As `firstToSay`; where no mark can be had, a second answer is better than none to what was done. */
export function mayAnswer(context: AdapterContext, tenant: string, deliveryId: string): Promise<boolean> {
  return firstToSay(context, tenant, deliveryId).catch((error: unknown) => {
    context.log.error({ err: error, tenant }, 'that an event is answered could not be marked')
    return context.lately(deliveryId)
  })
}
