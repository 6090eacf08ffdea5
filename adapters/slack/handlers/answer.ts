import { firstToSay as first } from '../../../src/chat/asking/firstToAnswer.ts'
import type { Said } from '../answers/speaker.ts'
import type { AdapterContext } from '../context.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'

/** A message as the body of an acknowledgement: its first page, and how many pages there are. */
export async function inlineBody(
  context: AdapterContext,
  tenant: string,
  { message: said, room }: Said,
): Promise<{ readonly body: object; readonly pages: number }> {
  const pages = await context.speaker.pages(tenant, said)
  const [first] = pages
  if (!first) return { body: {}, pages: 0 }
  const { text, blocks } = first
  return {
    body: { response_type: room ? 'in_channel' : 'ephemeral', text, blocks },
    pages: pages.length,
  }
}

/** Says it by its route; what cannot be said at all stands in the log. */
export async function tell(context: AdapterContext, route: ReplyRoute, said: Said, from = 0): Promise<void> {
  await context.speaker
    .say(route, said, from)
    .catch((error: unknown) =>
      context.log.error({ err: error, tenant: route.tenant }, 'an answer could not be said'),
    )
}

/** Whether nobody answered this event yet. */
export async function firstToSay(
  context: AdapterContext,
  tenant: string,
  deliveryId: string,
): Promise<boolean> {
  return first(context.host, 'slack', tenant, deliveryId)
}
