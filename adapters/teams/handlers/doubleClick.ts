import { createHash } from 'node:crypto'
import { type Acted, untilActed } from '../../../src/chat/asking/untilDone.ts'
import type { Pressed } from '../../../src/chat/cards/buttons.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { object, text } from '../../../src/core/json.ts'
import type { AdapterContext } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'

type Press = Extract<Incoming, { kind: 'press' | 'open' }>

/** What is not answered in time is brought again with a new id within so long. */
const spanMs = 60_000

/** Does what a press asks for, once. */
export async function actOnce(
  context: AdapterContext,
  press: Press,
  pressed: Pressed,
  ask: (deliveryId: string) => Promise<Answer>,
): Promise<Acted> {
  const { deliveryId } = press
  if (!matters(context, press, pressed)) return { answer: await ask(deliveryId), deliveryId }
  const earlier = await operationOf(context, press)
  if (earlier !== deliveryId) return untilActed(earlier, ask)
  return { answer: await ask(deliveryId), deliveryId }
}

/**
 * Whether a second run would do something else than the first. A button of a shared card sets what its presser
 * answers or what the card shows, so a press of it is always run: the store may say something else by now. What
 * is asked before it is done cannot be taken back by a press, and is guarded there as well.
 */
function matters(context: AdapterContext, { data }: Press, { command, ask, confirmed }: Pressed): boolean {
  const found = findCommand(context.host.catalog, command)?.command
  if (!found?.changes || ask) return false
  return data.c === undefined || confirmed || found.confirm !== undefined
}

/**
 * The name of what a press asks for. Teams may bring the same press under a new id, so one that is like the last
 * of its presser on the same message, shortly after it, is that one again; whoever changes their mind is heard.
 */
async function operationOf(context: AdapterContext, { origin, data, deliveryId }: Press): Promise<string> {
  const { keep, clock } = context.host
  const { tenant, user } = origin
  const keyOf = (key: string) => ({ platform: 'teams', kind: 'operation', tenant, key })
  const last = keyOf(`${data.o} ${user.id}`)
  const what = createHash('sha256').update(data.b).digest('hex').slice(0, 32)
  const own = keyOf(`${last.key} ${what}`)
  const until = { expiresAt: new Date(clock.now().getTime() + spanMs) }
  if (!(await keep.claim(own, { delivery: deliveryId }, until))) {
    return text(object((await keep.get(own))?.value)['delivery']) ?? deliveryId
  }
  // Whatever was pressed before may be pressed again.
  const before = text(object((await keep.get(last))?.value)['what'])
  if (before !== undefined && before !== what) await keep.drop(keyOf(`${last.key} ${before}`))
  await keep.put(last, { what }, until)
  return deliveryId
}
