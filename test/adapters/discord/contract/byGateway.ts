import type { Json } from '../../../../src/core/json.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import type { DeliveryReceipt, Subject, Table } from '../../contract/subject.ts'
import { byGateway, caller, type DiscordBench } from './bench.ts'
import { discord } from './subject.ts'

const samePath = { notSupported: 'what is said goes the same way as where interactions come by HTTP' }

/** Discord by the gateway: what is heard, how it is answered, and by whom. */
export const discordByGateway: Subject<DiscordBench> = {
  ...discord,
  name: 'Discord by the gateway',
  open: byGateway,
  // After a break it tells again what it told before.
  replays: 'dropped',
  ignored: ignored(),
  limits: [],
  rooms: samePath,
  deliveries: samePath,
  refusals: {},
}

/** What the gateway tells beside interactions. */
function ignored(): Table<(bench: DiscordBench) => Promise<DeliveryReceipt>> {
  const { channel: channel_id, guild: guild_id } = places
  const author = { id: caller.id, username: caller.username }
  return {
    'a message in a channel': told('MESSAGE_CREATE', {
      ...{ id: '1310000000000009002', channel_id, guild_id, author, type: 0, content: '/meeting list' },
      ...{ embeds: [], attachments: [], mentions: [], mention_roles: [], timestamp: '2026-11-21T12:00:00Z' },
    }),
    'typing in a channel': told('TYPING_START', { channel_id, guild_id, user_id: caller.id, timestamp: 1 }),
    'a thing that nobody knows': told('SOMETHING_NEW', { guild_id, channel_id }),
    'an interaction of a kind that nobody knows': told('INTERACTION_CREATE', {
      ...{ id: '1310000000000009003', token: 'token', type: 99, channel_id, guild_id, version: 1 },
      ...{ application_id: '1310000000000000001', member: { user: author, roles: [] } },
    }),
  }
}

function told(event: string, data: Json) {
  return async ({ far }: DiscordBench): Promise<DeliveryReceipt> => {
    far.gateway.emit(event, data)
    return { acknowledged: far.gateway.ready() > 0, ms: 0 }
  }
}
