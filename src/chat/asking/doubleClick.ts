import { createHash } from 'node:crypto'

import { type Catalog, findCommand } from '../../core/catalog.ts'
import type { Clock } from '../../core/clock.ts'
import type { Answer } from '../../core/invocation.ts'
import { object, text } from '../../core/json.ts'
import type { Keep } from '../../core/keep.ts'
import type { PressRequest } from '../cards/buttonData.ts'
import { askUntilDone, type RecordedAnswer } from './askUntilDone.ts'

interface PressDependencies {
  readonly catalog: Catalog
  readonly keep: Keep
  readonly clock: Clock
}

/** A press as its platform sends it; a double click is two of them, each with its own id. */
export interface PressEvent {
  readonly platform: string
  readonly tenant: string
  readonly presser: string
  /** The message in the state it was pressed in: after an edit it counts as another message. */
  readonly message: string
  /** What the button carries. */
  readonly data: string
  /** The button is on a card that others see too. */
  readonly shared: boolean
  readonly deliveryId: string
  /** How long, in milliseconds, the same press counts as a repetition of the first. */
  readonly spanMs: number
}

export interface RecordedPress extends RecordedAnswer {
  /** The answer is that of an earlier press, which has told the room where it should. */
  readonly second: boolean
}

/**
 * Does what a press asks for, once: a double click gets the answer of its first press. Pressing another button of the
 * message in between is a change of mind, so each button then acts again. Raises what the store raises.
 */
export async function actOnce(
  { catalog, keep, clock }: PressDependencies,
  press: PressEvent,
  pressed: PressRequest,
  dispatch: (deliveryId: string) => Promise<Answer>,
): Promise<RecordedPress> {
  const { deliveryId } = press
  const actAnew = async () => ({ answer: await dispatch(deliveryId), deliveryId, second: false })
  if (!mayActTwice(catalog, press, pressed)) return actAnew()
  const own = keyOf(press, press.data)
  const expiresAt = new Date(clock.now().getTime() + press.spanMs)
  if (await keep.claim(own, { delivery: deliveryId }, { expiresAt })) {
    // If that fails, the earlier button stays guarded until its time is up.
    const [acted] = await Promise.all([actAnew(), forgetOther(keep, press, expiresAt).catch(() => undefined)])
    return acted
  }
  const earlier = text(object((await keep.get(own))?.value)['delivery'])
  if (earlier === undefined || earlier === deliveryId) return actAnew()
  const acted = await askUntilDone(earlier, dispatch)
  return { ...acted, second: acted.deliveryId === earlier || acted.answer.repeated === true }
}

/**
 * Whether running the press again could do something else than the first time. A button of a shared card sets its
 * presser's answer or the card's view, so each press of it runs: the store may have changed meanwhile. A command that
 * asks before it acts cannot be undone by a press, and is guarded on shared cards as well.
 */
function mayActTwice(
  catalog: Catalog,
  { shared }: PressEvent,
  { command, ask, confirmed }: PressRequest,
): boolean {
  const found = findCommand(catalog, command)?.command
  if (!found?.changes || ask) return false
  return !shared || confirmed || found.confirm !== undefined
}

/** Allows the button that the same person pressed before to be pressed again. */
async function forgetOther(keep: Keep, press: PressEvent, expiresAt: Date): Promise<void> {
  const last = keyOf(press, undefined)
  const before = text(object((await keep.get(last))?.value)['key'])
  const { key } = keyOf(press, press.data)
  if (before !== undefined && before !== key) await keep.drop({ ...last, key: before })
  await keep.put(last, { key }, { expiresAt })
}

/** Names the press of a button; without a button, the last press on the message. */
function keyOf({ platform, tenant, presser, message }: PressEvent, data: string | undefined) {
  const name = JSON.stringify([presser, message, ...(data === undefined ? [] : [data])])
  const key = createHash('sha256').update(name).digest('hex').slice(0, 32)
  return { platform, kind: 'pressed', tenant, key }
}
