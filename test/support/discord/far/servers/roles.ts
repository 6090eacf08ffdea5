import { type Json, object, text } from '../../../../../src/core/json.ts'
import type { Asked, Deed, Ground } from '../asked.ts'
import type { Guild, GuildRole } from '../directory.ts'
import { invalid, no, type Reply } from '../faults.ts'
import { enterGuild } from '../guilds.ts'
import { memberObject } from '../objects.ts'

/** The roles of a server and who has them; undefined where something else is asked for. */
export function roleKeeping(ground: Ground, { method, parts, query, body }: Asked): Deed | undefined {
  const [root, guild = '', what, id = '', which, role = ''] = parts
  if (root !== 'guilds') return undefined
  const inside = (act: (there: Guild) => Reply, needsRoles = true) => {
    return () => {
      const there = enterGuild(ground, guild)
      if ('status' in there) return there
      return needsRoles && !there.mayRoles ? no(403, 50_013, 'Missing Permissions') : act(there)
    }
  }
  if (what === 'roles' && parts.length === 3) {
    if (method === 'GET') return { kind: 'roles', act: inside(listRoles, false) }
    return method === 'POST'
      ? { kind: 'role', act: inside((there) => create(ground, there, object(body))) }
      : undefined
  }
  if (what === 'roles' && method === 'PATCH' && parts.length === 4) {
    return { kind: 'role', act: inside((there) => change(there, id, object(body))) }
  }
  if (what === 'members' && method === 'GET' && parts.length === 3) {
    return { kind: 'member', act: inside((there) => listMembers(ground, there, query), false) }
  }
  if (what !== 'members' || which !== 'roles' || parts.length !== 6) return undefined
  if (method !== 'PUT' && method !== 'DELETE') return undefined
  return { kind: 'giveRole', act: inside((there) => give(there, id, role, method === 'PUT')) }
}

function listRoles({ roles }: Guild): Reply {
  return { status: 200, body: roles.map(roleObject) }
}

function create({ mint }: Ground, { roles }: Guild, body: Json): Reply {
  const name = text(body['name']) ?? 'new role'
  if (name.length > 100) return invalid(['name: at most 100 characters'])
  const made: GuildRole = {
    ...{ id: mint(), name, permissions: String(body['permissions'] ?? '0') },
    ...{ mentionable: body['mentionable'] === true, members: new Set<string>() },
  }
  roles.push(made)
  return { status: 200, body: roleObject(made) }
}

function change({ roles }: Guild, id: string, body: Json): Reply {
  const role = roles.find((one) => one.id === id)
  if (!role) return no(404, 10_011, 'Unknown Role')
  role.mentionable = body['mentionable'] === true
  return { status: 200, body: roleObject(role) }
}

function listMembers({ directory }: Ground, guild: Guild, query: URLSearchParams): Reply {
  if (!guild.listsMembers) return no(403, 50_001, 'Missing Access')
  const limit = Number(query.get('limit') ?? 1)
  const after = BigInt(query.get('after') ?? 0)
  const ids = [...guild.members.keys()].map(BigInt).filter((id) => id > after)
  const shown = ids.sort((a, b) => (a < b ? -1 : 1)).slice(0, limit)
  const members = shown.flatMap((id) => directory.users.get(String(id)) ?? [])
  return { status: 200, body: members.map((user) => memberObject(user, guild)) }
}

function give({ roles, members }: Guild, user: string, id: string, isGiven: boolean): Reply {
  const role = roles.find((one) => one.id === id)
  if (!members.has(user)) return no(404, 10_007, 'Unknown Member')
  if (!role) return no(404, 10_011, 'Unknown Role')
  if (isGiven) role.members.add(user)
  else role.members.delete(user)
  return { status: 204 }
}

function roleObject({ id, name, permissions, mentionable }: GuildRole): Json {
  return {
    ...{ id, name, permissions, mentionable, color: 0, hoist: false, icon: null, unicode_emoji: null },
    ...{ position: 1, managed: false, flags: 0, description: null },
  }
}
