import { logFault } from '../../../src/chat/asking/fault.ts'
import { message } from '../../../src/core/message.ts'
import type { AnswerMessage } from '../answers/speaker.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { admit } from '../people/admit.ts'

/** Said when an answer is not ready in time; the answer itself follows. */
export const slowNotice = 'This is taking longer than usual. I will send you the answer.'

/** Continues work whose request was already answered; the person waiting is told if it fails. */
export function continueInBackground(context: AdapterContext, origin: Origin, work: Promise<unknown>): void {
  const told = work.catch(async (error: unknown) => {
    const why = logFault(context.log, error, 'late work for Teams failed')
    const admitted = await admit(context, origin)
    const { route } = admitted.kind === 'in' ? admitted.user : admitted
    await tell(context, route, { message: message(why), room: false })
  })
  context.later(told)
}

/** Sends a message along a reply route. Never throws: a failure goes into the log. */
export async function tell(context: AdapterContext, route: ReplyRoute, answer: AnswerMessage): Promise<void> {
  await context.speaker
    .say(route, answer)
    .catch((error: unknown) =>
      context.log.error({ err: error, tenant: route.tenant }, 'failed to say an answer'),
    )
}
