import { firstToSay as first } from '../../../src/chat/asking/firstToAnswer.ts'
import type { Road, Said } from '../answers/speaker.ts'
import type { Desk } from '../context.ts'

/** A message as the body of an acknowledgement: its first page, and how many pages there are. */
export async function inlineBody(
  desk: Desk,
  tenant: string,
  { message: said, room }: Said,
): Promise<{ readonly body: object; readonly pages: number }> {
  const pages = await desk.speaker.pages(tenant, said)
  const [first] = pages
  if (!first) return { body: {}, pages: 0 }
  const { text, blocks } = first
  return {
    body: { response_type: room ? 'in_channel' : 'ephemeral', text, blocks },
    pages: pages.length,
  }
}

/** Says it by the road; what cannot be said at all stands in the log. */
export async function tell(desk: Desk, road: Road, said: Said, from = 0): Promise<void> {
  await desk.speaker
    .say(road, said, from)
    .catch((error: unknown) =>
      desk.log.error({ err: error, tenant: road.tenant }, 'an answer could not be said'),
    )
}

/** Whether nobody answered this event yet. */
export async function firstToSay(desk: Desk, tenant: string, deliveryId: string): Promise<boolean> {
  return first(desk.host, 'slack', tenant, deliveryId)
}
