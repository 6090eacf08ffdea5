import { randomUUID } from 'node:crypto'

import type { Json } from '../../../../src/core/json.ts'
import { app, places } from '../far/defaults.ts'
import type { FarSide } from '../far/farSide.ts'
import { channelObject, presentMember, userObject } from '../far/objects.ts'

/** Of whom an interaction is, and where. */
export interface Whence {
  /** A user’s id. */
  readonly by: string
  /** A channel or thread, or `direct` for the channel of the user and the bot; the group’s channel unless told. */
  readonly where?: string
  readonly locale?: string
  /** When it was made; now by the clock unless told. */
  readonly at?: Date
  /** Laid over what is built. */
  readonly change?: Json
}

/** View Channels, Send Messages, Embed Links and the like, as the bot has them in a channel. */
const botPermissions = '2251799813685247'

/** What every interaction has, taken down so that it can be answered. */
export function interactionOf(far: FarSide, type: number, data: Json | undefined, whence: Whence): Json {
  const { by, where = places.channel, at, change = {} } = whence
  const user = known(far.users.get(by), by)
  const channel = known(far.channels.get(where === 'direct' ? far.directOf(by) : where), where)
  const id = far.mint(at)
  const common = {
    ...{ application_id: app.id, id, type, version: 1, token: tokenOf(id) },
    ...(data === undefined ? {} : { data }),
    ...{ channel_id: channel.id, channel: channelObject(channel), app_permissions: botPermissions },
    ...{ locale: whence.locale ?? user.locale, entitlements: [], attachment_size_limit: 10_485_760 },
  }
  const raw = { ...common, ...whereabouts(), ...change }
  far.interactions.register(raw)
  return raw

  function whereabouts(): Json {
    if (channel.guild === undefined) {
      return { user: userObject(user), context: 1, authorizing_integration_owners: { 0: '0' } }
    }
    const guild = known(far.guilds.get(channel.guild), channel.guild)
    return {
      ...{
        guild_id: guild.id,
        guild: { id: guild.id, features: [], locale: 'en-US' },
        guild_locale: 'en-US',
      },
      ...{ member: presentMember(user, guild), context: 0, authorizing_integration_owners: { 0: guild.id } },
    }
  }
}

/** What Discord asks an endpoint to see whether it is one. */
export function ping(far: FarSide): Json {
  const id = far.mint()
  const raw = { application_id: app.id, id, token: tokenOf(id), type: 1, version: 1, entitlements: [] }
  far.interactions.register(raw)
  return raw
}

function tokenOf(id: string): string {
  return Buffer.from(`interaction:${id}:${randomUUID()}`).toString('base64url')
}

function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`nothing is known of ${id}`)
  return found
}
