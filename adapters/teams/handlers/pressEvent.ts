import type { PressEvent } from '../../../src/chat/asking/samePress.ts'
import type { Incoming } from '../inbound/incoming.ts'

/** Teams brings a press that was not answered in time again under a new id, within half a minute. */
const broughtAgainMs = 60_000

/** Names a press by the sign of the message that its button holds: ids of activities are new each time. */
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
    carried: data.b,
    shared: data.c !== undefined,
    deliveryId,
    spanMs: broughtAgainMs,
  }
}
