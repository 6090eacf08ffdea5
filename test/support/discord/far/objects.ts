import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Ground, Posted } from './asked.ts'
import { app, epoch } from './defaults.ts'
import type { Channel, Guild, User } from './directory.ts'

/** Permission bits of somebody who may do all that ordinary members may. */
const ordinary = '1071698660929'

/** A user as Discord tells of one. */
export function userObject({ id, username, globalName, bot }: User): Json {
  return {
    ...{ id, username, global_name: globalName ?? null, discriminator: '0', avatar: null },
    ...{ public_flags: 0, flags: 0, primary_guild: null, ...(bot ? { bot } : {}) },
  }
}

/** A member without the permissions that only interactions tell of. */
export function memberObject(user: User, { members, roles }: Guild): Json {
  return {
    ...{ user: userObject(user), nick: members.get(user.id) ?? null, avatar: null, banner: null },
    roles: roles.filter((role) => role.members.has(user.id)).map(({ id }) => id),
    ...{ joined_at: epoch, premium_since: null, deaf: false, mute: false, flags: 0, pending: false },
    communication_disabled_until: null,
  }
}

/** The member of an interaction. */
export function presentMember(user: User, guild: Guild): Json {
  return { ...memberObject(user, guild), permissions: ordinary }
}

export function channelObject(channel: Channel): Json {
  const { id, kind, name, guild, parent } = channel
  if (kind === 'direct') return { id, type: 1, flags: 0, last_message_id: null }
  const common = { id, name, guild_id: guild, flags: 0, last_message_id: null, rate_limit_per_user: 0 }
  return kind === 'thread'
    ? { ...common, type: 11, parent_id: parent, owner_id: app.id, thread_metadata: thread }
    : {
        ...common,
        type: 0,
        position: 0,
        permission_overwrites: [],
        nsfw: false,
        topic: null,
        parent_id: null,
      }
}

const thread = {
  ...{ archived: false, auto_archive_duration: 4320, locked: false },
  archive_timestamp: epoch,
}

/** A server as the gateway shows it to those who come in, with what is needed to read it. */
export function guildObject(ground: Pick<Ground, 'directory'>, guild: Guild): Json {
  const channels = [...ground.directory.channels.values()].filter((one) => one.guild === guild.id)
  const me = ground.directory.users.get(app.id)
  return {
    ...{ id: guild.id, name: guild.name, owner_id: app.id, icon: null, features: [], unavailable: false },
    ...{ member_count: guild.members.size + 1, joined_at: epoch, large: false, premium_tier: 0 },
    ...{ verification_level: 1, default_message_notifications: 1, explicit_content_filter: 0 },
    ...{ mfa_level: 0, nsfw_level: 0, system_channel_flags: 0, preferred_locale: 'en-US' },
    roles: [everyone(guild.id)],
    channels: channels.filter((one) => one.kind === 'text').map(channelObject),
    threads: channels.filter((one) => one.kind === 'thread').map(channelObject),
    members: me ? [memberObject(me, guild)] : [],
    ...{ emojis: [], stickers: [], voice_states: [], presences: [], stage_instances: [] },
    ...{ guild_scheduled_events: [], soundboard_sounds: [] },
  }
}

function everyone(guild: string): Json {
  return {
    ...{ id: guild, name: '@everyone', permissions: ordinary, position: 0, color: 0, hoist: false },
    ...{ managed: false, mentionable: false, flags: 0, icon: null, unicode_emoji: null },
  }
}

/** A message as Discord tells of one. */
export function messageObject({ directory }: Pick<Ground, 'directory'>, posted: Posted): Json {
  const { body, files, ephemeral, loading, interaction } = posted
  const author = directory.users.get(posted.author)
  const content = text(body['content']) ?? ''
  const named = [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => directory.users.get(id) ?? [])
  return {
    ...{ id: posted.id, channel_id: posted.channel, author: author ? userObject(author) : {}, content },
    ...{ type: interaction === undefined ? 0 : 20, embeds: array(body['embeds']) },
    components: numbered(array(body['components'])),
    attachments: files.map((file, place) => attachment(posted, file.name, file.content.length, place)),
    ...{ timestamp: posted.at.toISOString(), edited_timestamp: posted.editedAt?.toISOString() ?? null },
    flags: (ephemeral ? 64 : 0) | (loading ? 128 : 0) | (Number(body['flags'] ?? 0) & 4),
    ...{ mentions: named.map(userObject), mention_roles: [], mention_everyone: false },
    ...{ pinned: false, tts: false, ...(body['nonce'] === undefined ? {} : { nonce: body['nonce'] }) },
    ...(interaction === undefined ? {} : { webhook_id: app.id, application_id: app.id }),
  }
}

/** Discord gives every component of a message a number. */
function numbered(components: readonly unknown[]): readonly unknown[] {
  let count = 0
  const number = (one: unknown): Json => {
    count += 1
    const component = { id: count, ...object(one) }
    const inner = array(object(one)['components'])
    return inner.length > 0 ? { ...component, components: inner.map(number) } : component
  }
  return components.map(number)
}

function attachment({ id, channel }: Posted, filename: string, size: number, place: number): Json {
  const url = `https://cdn.discordapp.example/attachments/${channel}/${id}/${encodeURIComponent(filename)}`
  return { id: String(BigInt(id) + BigInt(place + 1)), filename, size, url, proxy_url: url }
}
