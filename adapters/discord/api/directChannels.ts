import { channelStore, createDirectChats, type DirectChats } from '../../../src/chat/delivery/directChats.ts'
import type { Pace } from '../../../src/chat/delivery/pace.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Api } from './api.ts'
import { errorCodes } from './codes.ts'
import { deliveryError, failedWithCode } from './faults.ts'

/** The channels of direct messages. `ClosedDirect` where a person takes none from the bot. */
export type DirectChannels = DirectChats<Addressee, string>

interface Addressee {
  readonly tenant: string
  readonly account: string
}

/** The person takes no direct messages from the bot. */
export class ClosedDirect extends DeliveryError {}

/** Reads a failed call, as a `ClosedDirect` where Discord said so. */
export function directChannelError(error: unknown): DeliveryError {
  const failed = deliveryError(error)
  const closed = failedWithCode(error, errorCodes.cannotMessage, errorCodes.noCommonGuild)
  return closed ? new ClosedDirect(failed.message, failed.fault) : failed
}

/** Opens each channel once and in turn: Discord takes a bot that opens very many of them for a spammer. */
export function createDirectChannels(api: Api, keep: Keep, clock: Clock, pace: Pace): DirectChannels {
  return createDirectChats<Addressee, string>({
    nameOf: ({ account }) => account,
    store: channelStore(keep, 'discord'),
    async open({ account }) {
      const body = { recipient_id: account }
      const opened = object(await api.call({ method: 'POST', path: '/users/@me/channels', body }))
      const channel = text(opened['id'])
      if (channel === undefined) throw new Error('Discord opened a channel without naming it.')
      return channel
    },
    turn: () => ({ pace, conversation: 'open' }),
    meaning: directChannelError,
    clock,
  })
}
