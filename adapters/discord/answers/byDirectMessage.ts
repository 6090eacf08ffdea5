import { deliveryError } from '../api/faults.ts'
import { everywhere } from '../api/tenant.ts'
import type { Origin } from '../inbound/origin.ts'
import { filesOf } from '../render/carriedPages.ts'
import { bodyOf } from '../render/message.ts'
import { answerPages } from './answerPages.ts'
import type { AnswerMeans } from './means.ts'
import type { Turn } from './outcome.ts'

/** Says an answer by direct message, when no other way is left. Never throws. */
export async function sayDirectly(
  means: AnswerMeans,
  { user }: Origin,
  { answer, buttons }: Turn,
): Promise<void> {
  try {
    const channel = await means.direct.with({ tenant: everywhere, account: user.id })
    const files = filesOf(answer.message)
    for (const [at, page] of (await answerPages(means, answer, buttons)).entries()) {
      await means.api.call({
        method: 'POST',
        path: `/channels/${channel}/messages`,
        body: bodyOf(page),
        ...(at === 0 && files.length > 0 ? { files } : {}),
      })
    }
  } catch (error) {
    means.log.error({ err: deliveryError(error) }, 'failed to say an answer in any way')
  }
}
