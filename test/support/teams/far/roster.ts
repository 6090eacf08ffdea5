import { type Asked, type Deed, type Ground, threadOf } from './asked.ts'
import { open } from './connector.ts'
import { memberObject } from './directory.ts'
import { no, type Reply } from './faults.ts'

const largestPage = 500

/** Members of conversations, and teams; undefined where something else is asked for. */
export function looking(ground: Ground, { method, parts, query }: Asked): Deed | undefined {
  const [version, kind, id, what, about] = parts
  if (method !== 'GET' || version !== 'v3' || id === undefined || parts.length > 5) return undefined
  const { conversation } = threadOf(id)
  if (kind === 'teams' && about === undefined) {
    if (what === undefined) return { operation: 'team', act: () => describe(ground, id) }
    return what === 'conversations' ? { operation: 'team', act: () => channels(ground, id) } : undefined
  }
  if (kind !== 'conversations') return undefined
  if (what === 'members' && about !== undefined) {
    return { operation: 'member', conversation, act: () => member(ground, conversation, about) }
  }
  return what === 'pagedmembers' && about === undefined
    ? { operation: 'members', conversation, act: () => page(ground, conversation, query) }
    : undefined
}

function member(ground: Ground, conversation: string, id: string): Reply {
  const where = open(ground, conversation)
  if ('status' in where) return where
  const named = ground.directory.find(id)
  const found = ground.directory.membersOf(where).find((one) => one === named)
  return found
    ? { status: 200, body: memberObject(found) }
    : no(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.')
}

function page(ground: Ground, conversation: string, query: URLSearchParams): Reply {
  const where = open(ground, conversation)
  if ('status' in where) return where
  const asked = Number(query.get('pageSize') ?? 200)
  if (!Number.isInteger(asked) || asked < 1) return no(400, 'BadArgument', 'The page size is not a number.')
  const from = Number(query.get('continuationToken')?.replace(/^after-/, '') ?? 0)
  if (!Number.isInteger(from)) return no(400, 'BadArgument', 'The continuation token is not known.')
  const all = ground.directory.membersOf(where)
  const until = from + Math.min(asked, largestPage)
  const more = until < all.length ? { continuationToken: `after-${until}` } : {}
  return { status: 200, body: { members: all.slice(from, until).map(memberObject), ...more } }
}

function describe(ground: Ground, id: string): Reply {
  const where = open(ground, id)
  if ('status' in where) return where
  const team = ground.directory.teams.get(id)
  if (!team) return no(404, 'NotFound', 'There is no such team.')
  const { name, aadGroupId, tenantId, members } = team
  const channelCount = channelsOf(ground, id).length
  return {
    status: 200,
    body: { id, name, aadGroupId, tenantId, type: 'standard', channelCount, memberCount: members.length },
  }
}

function channels(ground: Ground, id: string): Reply {
  const where = open(ground, id)
  if ('status' in where) return where
  return { status: 200, body: { conversations: channelsOf(ground, id) } }
}

/** The general channel has no name there. */
function channelsOf({ directory }: Ground, team: string) {
  return [...directory.conversations.values()]
    .filter((one) => one.team === team)
    .map(({ id, name = null, members }) => ({ id, name, type: members ? 'private' : 'standard' }))
}
