import { createHash } from 'node:crypto'

import { type Catalog, findCommand } from '../../core/catalog.ts'
import type { Clock } from '../../core/clock.ts'
import type { Answer } from '../../core/invocation.ts'
import { object, text } from '../../core/json.ts'
import type { Keep } from '../../core/keep.ts'
import type { Pressed } from '../cards/buttons.ts'
import { type Acted, untilActed } from './untilDone.ts'

interface Means {
  readonly catalog: Catalog
  readonly keep: Keep
  readonly clock: Clock
}

/** A press as its platform brings it; a double click is two of them, each with an id of its own. */
export interface PressEvent {
  readonly platform: string
  readonly tenant: string
  readonly presser: string
  /** The message as it stood there: another state of it is another message. */
  readonly message: string
  /** What the button carries. */
  readonly carried: string
  /** The button stands in a card that others see too. */
  readonly shared: boolean
  readonly deliveryId: string
  /** For how long, in milliseconds, the same press again is taken for the first one. */
  readonly spanMs: number
}

export interface PressActed extends Acted {
  /** The answer belongs to an earlier press, which tells it to the room where it is meant for one. */
  readonly second: boolean
}

/**
 * Does what a press asks for, once: a double click gets the answer of its first press. Whoever presses another button
 * of the message in between has changed their mind, and is heard. Raises what the store raises.
 */
export async function actOnce(
  { catalog, keep, clock }: Means,
  press: PressEvent,
  pressed: Pressed,
  dispatch: (deliveryId: string) => Promise<Answer>,
): Promise<PressActed> {
  const { deliveryId } = press
  const alone = async () => ({ answer: await dispatch(deliveryId), deliveryId, second: false })
  if (!matters(catalog, press, pressed)) return alone()
  const own = keyOf(press, press.carried)
  const expiresAt = new Date(clock.now().getTime() + press.spanMs)
  if (await keep.claim(own, { delivery: deliveryId }, { expiresAt })) {
    // Where that fails, the button pressed before stays guarded until its span ends.
    const [acted] = await Promise.all([alone(), forgetOther(keep, press, expiresAt).catch(() => undefined)])
    return acted
  }
  const earlier = text(object((await keep.get(own))?.value)['delivery'])
  if (earlier === undefined || earlier === deliveryId) return alone()
  const acted = await untilActed(earlier, dispatch)
  return { ...acted, second: acted.deliveryId === earlier || acted.answer.repeated === true }
}

/**
 * Whether a second run would do something else than the first. A button of a shared card sets what its presser answers
 * or what the card shows, so each press of it runs: the store may say something else by now. What asks before it acts
 * cannot be taken back by a press, and is guarded there as well.
 */
function matters(catalog: Catalog, { shared }: PressEvent, { command, ask, confirmed }: Pressed): boolean {
  const found = findCommand(catalog, command)?.command
  if (!found?.changes || ask) return false
  return !shared || confirmed || found.confirm !== undefined
}

/** Lets the button that the same person pressed before be pressed again. */
async function forgetOther(keep: Keep, press: PressEvent, expiresAt: Date): Promise<void> {
  const last = keyOf(press, undefined)
  const before = text(object((await keep.get(last))?.value)['key'])
  const { key } = keyOf(press, press.carried)
  if (before !== undefined && before !== key) await keep.drop({ ...last, key: before })
  await keep.put(last, { key }, { expiresAt })
}

/** Names a press of one button; without a button, the last press of the message. */
function keyOf({ platform, tenant, presser, message }: PressEvent, carried: string | undefined) {
  const name = JSON.stringify([presser, message, ...(carried === undefined ? [] : [carried])])
  const key = createHash('sha256').update(name).digest('hex').slice(0, 32)
  return { platform, kind: 'pressed', tenant, key }
}
