import type { PressEvent } from '../../../src/chat/asking/doubleClick.ts'
import type { Incoming } from '../inbound/incoming.ts'

/** Teams repeats a press that was not answered in time, under a new id and within half a minute. */
const repeatedWithinMs = 60_000

/** Names a press by the message mark in its button's data, since every activity has a new id. */
export function pressEvent({
  origin,
  data,
  deliveryId,
}: Extract<Incoming, { kind: 'press' | 'open' }>): PressEvent {
  return {
    platform: 'teams',
    tenant: origin.tenant,
    presser: origin.user.id,
    message: data.o,
    data: data.b,
    shared: data.c !== undefined,
    deliveryId,
    spanMs: repeatedWithinMs,
  }
}
