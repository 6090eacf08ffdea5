import type { Answer } from '../../src/core/invocation.ts'
import { block, type Message, message } from '../../src/core/message.ts'
import type { Desk } from './desk.ts'
import type { Road, Said } from './say.ts'

/** An answer as it is shown: one that was refused offers the form with what was typed, so that nothing is lost. */
export function shown({ outcome, message: said, form, option }: Answer): Message {
  const given = Object.keys(form?.given ?? {}).length
  // Where only the record was named and it is not to be had, there is nothing to put right.
  if (outcome !== 'refused' || !form || given === 0 || (given === 1 && option === undefined)) return said
  const edit = { label: 'Edit and try again', command: form.command, values: form.given, ask: true }
  return { ...said, blocks: [...said.blocks, block.buttons(edit)] }
}

/** Whether everyone in the channel sees it: what was done and is meant for the room, never what went wrong. */
export function forRoom({ outcome, audience }: Answer): boolean {
  return outcome === 'done' && audience === 'room'
}

/** An answer that says why somebody is not let in. */
export function turnedAway(why: string): Answer {
  return { outcome: 'refused', audience: 'caller', message: message(why) }
}

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

/** The mark of an event that was answered; of many copies, here and elsewhere, one gets it. */
export async function firstToSay(desk: Desk, tenant: string, deliveryId: string): Promise<boolean> {
  return desk.host.keep.claim(
    { platform: 'slack', kind: 'said', tenant, key: deliveryId },
    {},
    { expiresAt: new Date(desk.clock.now().getTime() + 2 * 86_400_000) },
  )
}
