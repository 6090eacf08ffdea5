import { channelStore, createDirectChats, type DirectChats } from '../../../src/chat/delivery/directChats.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import type { Clients } from './clients.ts'
import { deliveryError } from './faults.ts'

/** An account and the means to call Slack for its workspace. */
export interface Addressee {
  readonly tenant: string
  readonly account: string
  readonly clients: Clients
}

export type DirectChannels = DirectChats<Addressee, string>

export function createDirectChannels(keep: Keep, clock: Clock): DirectChannels {
  return createDirectChats<Addressee, string>({
    nameOf: ({ tenant, account }) => `${tenant}:${account}`,
    store: channelStore(keep, 'slack'),
    async open({ account, clients }) {
      const opened = await clients.quick.conversations.open({ users: account })
      const channel = text(opened.channel?.id)
      if (channel === undefined) throw new Error('Slack opened a conversation without naming it.')
      return channel
    },
    meaning: deliveryError,
    clock,
  })
}
