import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Asked, Attached, Deed, Ground, Posted } from './asked.ts'
import { app } from './defaults.ts'
import type { Channel } from './directory.ts'
import { invalid, no, type Reply } from './faults.ts'
import { channelObject, messageObject } from './objects.ts'

/** Channels and what is said in them by the bot itself; undefined where something else is asked for. */
export function conversing(ground: Ground, asked: Asked): Deed | undefined {
  const { method, parts } = asked
  const [root, channel = '', what, id, ...more] = parts
  if (method === 'POST' && parts.join('/') === 'users/@me/channels') {
    return { kind: 'direct', act: () => openDirect(ground, object(asked.body)) }
  }
  if (root !== 'channels' || more.length > 0) return undefined
  if (what === undefined && method === 'GET') return { kind: 'channel', act: () => look(ground, channel) }
  if (what !== 'messages') return undefined
  if (id === undefined) {
    return method === 'POST' ? { kind: 'send', act: () => send(ground, asked, channel) } : undefined
  }
  const on = (act: (found: Posted) => Reply) => () => withMessage(ground, channel, id, act)
  if (method === 'GET') return { kind: 'read', act: on((one) => ok(ground, one)) }
  if (method === 'DELETE') return { kind: 'delete', act: on((one) => notOwn(one) ?? remove(ground, one)) }
  const edited = (one: Posted) => notOwn(one) ?? edit(ground, one, object(asked.body), asked.files)
  return method === 'PATCH' ? { kind: 'edit', act: on(edited) } : undefined
}

/** The channel if the bot may write there, or at least read, or why not. */
function enter(ground: Ground, id: string, writes: boolean): Channel | Reply {
  const { directory } = ground
  const channel = directory.channels.get(id)
  if (!channel) return no(404, 10_003, 'Unknown Channel')
  if (channel.user !== undefined) {
    if (!directory.meets(channel.user)) {
      return no(403, 50_278, 'Cannot send messages to this user due to having no mutual guilds')
    }
    const closed = writes && directory.users.get(channel.user)?.closed
    return closed ? no(403, 50_007, 'Cannot send messages to this user') : channel
  }
  const isIn = directory.guilds.get(channel.guild ?? '')?.bot ?? false
  if (!isIn || channel.access === 'none') return no(403, 50_001, 'Missing Access')
  return writes && channel.access === 'read' ? no(403, 50_013, 'Missing Permissions') : channel
}

function look(ground: Ground, id: string): Reply {
  const channel = ground.directory.channels.get(id)
  // One who cannot be written to can be looked at.
  const found = channel?.user === undefined ? enter(ground, id, false) : channel
  return 'status' in found ? found : { status: 200, body: channelObject(found) }
}

function openDirect(ground: Ground, body: Json): Reply {
  const user = ground.directory.users.get(text(body['recipient_id']) ?? '')
  if (!user) return no(400, 50_033, 'Invalid Recipient(s)')
  if (user.bot) return no(403, 50_007, 'Cannot send messages to this user')
  return { status: 200, body: channelObject(ground.directory.direct(user.id, ground.mint)) }
}

function send(ground: Ground, { body: given, files }: Asked, id: string): Reply {
  const channel = enter(ground, id, true)
  if ('status' in channel) return channel
  const body = object(given)
  const wrong = unsayable(body, files)
  if (wrong) return wrong
  const same = body['enforce_nonce'] === true ? noncedAs(ground, id, body['nonce']) : undefined
  return ok(ground, same ?? say(ground, { channel: id, body, files }))
}

function noncedAs(ground: Ground, channel: string, nonce: unknown): Posted | undefined {
  if (nonce === undefined) return undefined
  const since = ground.clock.now().getTime() - ground.nonceMinutes * 60_000
  return ground.messages.find(
    (one) => one.channel === channel && one.body['nonce'] === nonce && one.at.getTime() >= since,
  )
}

/** What is wrong with a message, whoever says it. */
export function unsayable(body: Json, files: readonly Attached[]): Reply | undefined {
  const nonce = body['nonce']
  if (typeof nonce === 'string' && nonce.length > 25) return invalid(['nonce: at most 25 characters'])
  const content = text(body['content']) ?? ''
  if (content.length > 2000) return invalid(['content: Must be 2000 or fewer in length.'])
  const parts = [body['embeds'], body['components'], body['sticker_ids'], files].map(array)
  const says = content.trim() !== '' || parts.some((one) => one.length > 0)
  return says ? undefined : no(400, 50_006, 'Cannot send an empty message')
}

export interface Saying {
  readonly channel: string
  readonly body: Json
  readonly author?: string
  readonly files?: readonly Attached[]
  readonly interaction?: string
  /** The user who alone sees it. */
  readonly onlyFor?: string | undefined
  readonly loading?: boolean
}

/** Puts a message there. */
export function say(ground: Pick<Ground, 'clock' | 'mint' | 'messages'>, saying: Saying): Posted {
  const { channel, body, author = app.id, files = [], interaction, onlyFor, loading = false } = saying
  const posted = {
    ...{ id: ground.mint(), channel, author, body, files, interaction, onlyFor, loading },
    ...{ ephemeral: onlyFor !== undefined, at: ground.clock.now(), editedAt: undefined },
  }
  ground.messages.push(posted)
  return posted
}

/** Lays what is new over what stands; nothing makes a message private or public afterwards. */
export function edit(ground: Ground, posted: Posted, body: Json, files: readonly Attached[]): Reply {
  const { nonce: _nonce, enforce_nonce: _enforced, ...more } = body
  const kept = body['attachments'] === undefined ? posted.files : []
  const merged = { ...posted.body, ...more }
  const wrong = unsayable(merged, [...kept, ...files])
  if (wrong) return wrong
  posted.editedAt = posted.loading ? undefined : ground.clock.now()
  posted.body = merged
  posted.files = [...kept, ...files]
  posted.loading = false
  return ok(ground, posted)
}

export function ok(ground: Ground, posted: Posted): Reply {
  return { status: 200, body: messageObject(ground, posted) }
}

export function remove(ground: Ground, posted: Posted): Reply {
  ground.messages.splice(ground.messages.indexOf(posted), 1)
  return { status: 204 }
}

function withMessage(ground: Ground, channel: string, id: string, act: (found: Posted) => Reply): Reply {
  const where = enter(ground, channel, false)
  if ('status' in where) return where
  // What one user alone sees is not to be had but with the token of its interaction.
  const found = ground.messages.find((one) => one.id === id && one.channel === channel && !one.ephemeral)
  return found ? act(found) : no(404, 10_008, 'Unknown Message')
}

function notOwn({ author }: Posted): Reply | undefined {
  return author === app.id ? undefined : no(403, 50_005, 'Cannot edit a message authored by another user')
}
