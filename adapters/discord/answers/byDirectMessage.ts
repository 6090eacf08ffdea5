import { deliveryError } from '../api/faults.ts'
import { everywhere } from '../api/tenant.ts'
import type { Origin } from '../inbound/origin.ts'
import { bodyOf } from '../render/message.ts'
import { filesOf } from '../render/messagePages.ts'
import { answerPages } from './answerPages.ts'
import type { AnswerDependencies } from './dependencies.ts'
import type { InteractionOutcome } from './outcome.ts'

/** Says an answer by direct message, when no other way is left. Never throws. */
export async function sayDirectly(
  deps: AnswerDependencies,
  { user }: Origin,
  { answer, buttons }: InteractionOutcome,
): Promise<void> {
  try {
    const channel = await deps.direct.with({ tenant: everywhere, account: user.id })
    const files = filesOf(answer.message)
    for (const [at, page] of (await answerPages(deps, answer, buttons)).entries()) {
      await deps.api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: bodyOf(page),
        ...(at === 0 && files.length > 0 ? { files } : {}),
      })
    }
  } catch (error) {
    deps.log.error({ err: deliveryError(error) }, 'failed to say an answer in any way')
  }
}
