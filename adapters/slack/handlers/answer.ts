import type { AnswerMessage } from '../answers/speaker.ts'
import type { AdapterContext } from '../context.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { noPreviews } from '../render/message.ts'

/** Makes the first page of a message the body of an acknowledgement, and counts the pages. */
export async function inlineBody(
  context: AdapterContext,
  tenant: string,
  { message: notice, room }: AnswerMessage,
): Promise<{ readonly body: object; readonly pages: number }> {
  const pages = await context.speaker.pages(tenant, notice)
  const [first] = pages
  if (!first) return { body: {}, pages: 0 }
  const { text, blocks } = first
  return {
    body: { response_type: room ? 'in_channel' : 'ephemeral', text, blocks, ...noPreviews },
    pages: pages.length,
  }
}

/** Sends a message along a reply route. Never throws: a failure goes into the log. */
export async function tell(
  context: AdapterContext,
  route: ReplyRoute,
  answer: AnswerMessage,
  from = 0,
): Promise<void> {
  await context.speaker
    .say(route, answer, from)
    .catch((error: unknown) =>
      context.log.error({ err: error, tenant: route.tenant }, 'failed to say an answer'),
    )
}

/** Whether a reply is possible: by the workspace's token, or by the response URL of the event. */
export function canTell({ clients, responseUrl }: ReplyRoute): boolean {
  return clients !== undefined || responseUrl !== undefined
}
