import type { Pace } from '../../../src/chat/delivery/pace.ts'
import { sayInTurn } from '../../../src/chat/delivery/sayInTurn.ts'
import type { Outgoing } from '../api/activity.ts'
import type { Address, Connector } from '../api/connector.ts'
import { deliveryError } from '../api/faults.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'

/** Posts what somebody waits for, each in the turn of its conversation. Raises `DeliveryError`. */
export interface Posting {
  /** Resolves to the id of what was posted, where Teams gives one. */
  post(to: Address, activity: Outgoing): Promise<string | undefined>
  inTurn<T>(to: Address, work: () => Promise<T>): Promise<T>
}

export function createPosting(connector: Pick<Connector, 'send'>, pace: Pace): Posting {
  const inTurn = <T>({ conversation }: Address, work: () => Promise<T>) =>
    sayInTurn({ pace, conversation }, deliveryError, work)
  return { inTurn, post: (to, activity) => inTurn(to, () => connector.send(to, activity)) }
}

/** The conversation, or its thread, in which something was asked. */
export function hereOf({ serviceUrl, at }: ReplyRoute): Address {
  return { serviceUrl, conversation: at }
}
