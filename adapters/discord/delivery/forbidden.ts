import type { Recipient } from '../../../src/core/adapter.ts'
import type { Place } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { type Message, message, rich } from '../../../src/core/message.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import { times } from '../limits.ts'

/** What could not be said for so long is not said any more. */
const heldMs = 24 * 3_600_000

type HeldAlert = readonly [key: string, message: Message]

/** A delivery that Discord forbids for now. */
export interface Forbidden {
  /** The channel or the account, which rests. */
  readonly target: string
  /** Of the delivery. */
  readonly key: string
  readonly why: DeliveryError
  /** What the secretariat is told at the first refusal, once a day for each such key. */
  readonly alert: HeldAlert
}

/**
 * What to raise: it comes again when the rest is over, and tries are not counted, since somebody may mend it; a day
 * after the first refusal it is forbidden for good. Never throws.
 */
export async function heldOr(
  context: AdapterContext,
  { target, key, why, alert }: Forbidden,
): Promise<DeliveryError> {
  const { keep, clock } = context.host
  const place = { platform: 'discord', kind: 'held', tenant: everywhere, key: `${key} ${target}` }
  const now = clock.now()
  try {
    const expiresAt = new Date(now.getTime() + times.delivery)
    if (await keep.claim(place, {}, { expiresAt })) {
      context.log.warn({ err: why, key }, 'what could not be said is tried again for a day')
      await context.host.alert(...alert)
    } else {
      const since = (await keep.get(place))?.at ?? now
      if (now.getTime() - since.getTime() >= heldMs) return why
    }
  } catch (error) {
    context.log.warn({ err: error }, 'since when something cannot be said could not be noted or told')
  }
  const afterSeconds = Math.max(1, Math.ceil(context.rests.left(target) / 1000))
  return new DeliveryError(why.message, { kind: 'paced', afterSeconds })
}

/** Of somebody who takes no direct messages; one for all of them. */
export function closedAlert({ name }: Recipient, { message: why }: DeliveryError): HeldAlert {
  return [
    'discord:closed',
    message(
      rich`Not everybody on discord takes direct messages: ${name}, for one. ${why} Who is in the room of a group is asked there to open them, and what waits for them is tried again for a day.`,
    ),
  ]
}

/** Of a room in which nothing can be said. */
export function shutAlert({ channel }: Place, { message: why }: DeliveryError): HeldAlert {
  return [
    `discord:${channel}:shut`,
    message(
      rich`Nothing can be said in the room of a group (discord, ${channel}): ${why} What waits for it is tried again for a day.`,
    ),
  ]
}
