import { createHash } from 'node:crypto'

import { type Acted, untilActed } from '../../../src/chat/asking/untilDone.ts'
import type { Pressed } from '../../../src/chat/cards/buttons.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { object, text } from '../../../src/core/json.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'

type Press = Extract<Incoming, { kind: 'press' }>

/** A second press of the same button of an unchanged message within so long is a finger that was too quick. */
const spanMs = 5_000

/**
 * Does what a press asks for, once: a double click is two interactions to Discord, and the second one gets the
 * answer of the first. What only looks, and what sets an answer on a shared card, is simply done.
 */
export async function actOnce(
  context: AdapterContext,
  press: Press,
  { command, ask }: Pressed,
  shared: boolean,
  dispatch: (deliveryId: string) => Promise<Answer>,
): Promise<Acted> {
  const { id } = press.origin
  const changes = findCommand(context.host.catalog, command)?.command.changes ?? false
  if (!changes || ask || shared) return { answer: await dispatch(id), deliveryId: id }
  const earlier = await earlierPress(context, press)
  if (earlier !== undefined) return untilActed(earlier, dispatch)
  return { answer: await dispatch(id), deliveryId: id }
}

/** The interaction of which this one is the second press. */
async function earlierPress(
  context: AdapterContext,
  { origin, customId, message }: Press,
): Promise<string | undefined> {
  const { keep, clock } = context.host
  const pressed = `${origin.user.id} ${message.id} ${message.state} ${customId}`
  const sign = createHash('sha256').update(pressed).digest('hex')
  const key = { platform: 'discord', kind: 'pressed', tenant: everywhere, key: sign.slice(0, 32) }
  const expiresAt = new Date(clock.now().getTime() + spanMs)
  if (await keep.claim(key, { interaction: origin.id }, { expiresAt })) return undefined
  const earlier = text(object((await keep.get(key))?.value)['interaction'])
  return earlier === origin.id ? undefined : earlier
}
