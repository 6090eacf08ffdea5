import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Asked, Deed, Ground } from './asked.ts'
import { app } from './defaults.ts'
import type { Guild } from './directory.ts'
import { no, type Reply } from './faults.ts'
import { guildObject, memberObject, userObject } from './objects.ts'

/** The application, its commands, servers and members; undefined where something else is asked for. */
export function looking(ground: Ground, { method, parts, body }: Asked): Deed | undefined {
  const [root, id = '', what, about = ''] = parts
  if (root === 'applications' && id === app.id) {
    const guild = what === 'guilds' ? about : undefined
    const rest = parts.slice(guild === undefined ? 2 : 4).join('/')
    if (rest !== 'commands') return undefined
    if (method === 'GET') return { kind: 'readCommands', act: () => commandsOf(ground, guild) }
    return method === 'PUT' ? { kind: 'commands', act: () => register(ground, guild, body) } : undefined
  }
  if (method !== 'GET') return undefined
  const path = parts.join('/')
  if (path === 'applications/@me') return { kind: 'me', act: () => describe(ground) }
  if (path === 'users/@me') return { kind: 'me', act: () => user(ground, app.id) }
  if (path === 'gateway/bot') return { kind: 'gateway', act: () => gateway(ground) }
  if (root === 'users' && parts.length === 2) return { kind: 'member', act: () => user(ground, id) }
  if (root !== 'guilds') return undefined
  if (what === undefined) return { kind: 'guild', act: () => server(ground, id) }
  if (what === 'channels') return { kind: 'guild', act: () => server(ground, id, 'channels') }
  return what === 'members' && parts.length === 4
    ? { kind: 'member', act: () => member(ground, id, about) }
    : undefined
}

function describe({ application: { id, publicKey, endpointUrl } }: Ground): Reply {
  const body: Json = {
    ...{ id, name: app.name, description: '', icon: null, verify_key: publicKey, flags: 0 },
    ...{ interactions_endpoint_url: endpointUrl, bot_public: true, bot_require_code_grant: false },
  }
  return { status: 200, body }
}

/** The server if the bot is in it, or why not. */
export function enterGuild({ directory }: Ground, id: string): Guild | Reply {
  const found = directory.guilds.get(id)
  if (!found) return no(404, 10_004, 'Unknown Guild')
  return found.bot ? found : no(403, 50_001, 'Missing Access')
}

function user({ directory }: Ground, id: string): Reply {
  const found = directory.users.get(id)
  return found ? { status: 200, body: userObject(found) } : no(404, 10_013, 'Unknown User')
}

function server(ground: Ground, id: string, only?: string): Reply {
  const guild = enterGuild(ground, id)
  if ('status' in guild) return guild
  const all = guildObject(ground, guild)
  return { status: 200, body: only === undefined ? all : all[only] }
}

function member(ground: Ground, id: string, account: string): Reply {
  const guild = enterGuild(ground, id)
  if ('status' in guild) return guild
  const known = ground.directory.users.get(account)
  if (!known) return no(404, 10_013, 'Unknown User')
  const isMember = guild.members.has(account) || account === app.id
  return isMember ? { status: 200, body: memberObject(known, guild) } : no(404, 10_007, 'Unknown Member')
}

function gateway(ground: Ground): Reply {
  const remaining = ground.identifiesLeft()
  const start = { total: 1000, remaining, reset_after: 14_400_000, max_concurrency: 1 }
  return { status: 200, body: { url: ground.gatewayUrl, shards: 1, session_start_limit: start } }
}

/** What is registered under this name when no server is meant. */
export const everywhere = 'everywhere'

function commandsOf(ground: Ground, id: string | undefined): Reply {
  const guild = id === undefined ? undefined : enterGuild(ground, id)
  if (guild && 'status' in guild) return guild
  return { status: 200, body: ground.commands.get(id ?? everywhere) ?? [] }
}

function register(ground: Ground, id: string | undefined, body: unknown): Reply {
  const there = commandsOf(ground, id)
  if (there.status !== 200) return there
  const before = array(there.body).map(object)
  const registered = array(body).map((one) => {
    const command = object(one)
    const { name, type = 1 } = command
    const same = before.find((old) => old['name'] === name && old['type'] === type)
    return {
      ...{ id: text(same?.['id']) ?? ground.mint(), application_id: app.id, version: ground.mint() },
      ...{ type, description: '', default_member_permissions: null, nsfw: false },
      ...(id === undefined ? {} : { guild_id: id }),
      ...command,
    }
  })
  ground.commands.set(id ?? everywhere, registered)
  return { status: 200, body: registered }
}
