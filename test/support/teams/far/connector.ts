import { array, type Json, object, text } from '../../../../src/core/json.ts'
import { type Asked, type Deed, type Ground, type Posted, threadOf } from './asked.ts'
import { nextId } from './defaults.ts'
import type { Conversation } from './directory.ts'
import { no, type Reply } from './faults.ts'

/** 100 KB, each character counted as two bytes. */
const sizeLimit = 50 * 1024

/** Conversations and what is said in them; undefined where something else is asked for. */
export function conversing(ground: Ground, asked: Asked): Deed | undefined {
  const { method, parts } = asked
  const [version, kind, full, what, about, ...more] = parts
  if (version !== 'v3' || kind !== 'conversations' || more.length > 0) return undefined
  if (full === undefined) {
    return method === 'POST' ? { operation: 'create', act: () => create(ground, asked) } : undefined
  }
  if (what !== 'activities') return undefined
  const { conversation } = threadOf(full)
  if (method === 'POST') return { operation: 'send', conversation, act: () => send(ground, asked, full) }
  if (about === undefined) return undefined
  if (method === 'PUT') {
    return { operation: 'update', conversation, act: () => update(ground, asked, full, about) }
  }
  return method === 'DELETE'
    ? { operation: 'delete', conversation, act: () => remove(ground, asked, full, about) }
    : undefined
}

/** The conversation if the bot may be heard there, or why not. */
export function open(ground: Ground, id: string): Conversation | Reply {
  const found = ground.directory.conversations.get(threadOf(id).conversation)
  if (!found) return no(404, 'ConversationNotFound', 'Conversation not found.')
  if (!ground.directory.hasBot(found)) {
    return no(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  }
  return found
}

function create(ground: Ground, { body, size }: Asked): Reply {
  const channelData = object(body['channelData'])
  const channel = text(object(channelData['channel'])['id'])
  if (channel !== undefined) return createThread(ground, channel, body, size)
  const tenant = text(body['tenantId']) ?? text(object(channelData['tenant'])['id'])
  const [member, ...others] = array(body['members']).map((one) => text(object(one)['id']))
  if (tenant === undefined) return no(400, 'BadArgument', 'The tenant id is missing.')
  if (body['isGroup'] === true || member === undefined || others.length > 0) {
    return no(400, 'BadSyntax', 'A conversation is opened with one member.')
  }
  const user = ground.directory.find(member)
  if (!user) return no(403, 'Forbidden', 'Failed to decrypt pairwise id.')
  if (user.tenantId !== tenant || !object(body['bot'])['id']) {
    return no(403, 'Forbidden', 'The bot or its tenant is not the one of the member.')
  }
  const found = [...ground.directory.conversations.values()].find(
    (one) => one.kind === 'personal' && one.members?.includes(user.id),
  )
  if (!found || !ground.directory.hasBot(found)) {
    return no(403, 'ForbiddenOperationException', 'The bot is not installed in the user’s personal scope.')
  }
  const activity = body['activity']
  if (activity === undefined) return { status: 201, body: { id: found.id } }
  const reply = say(ground, found.id, object(activity), size)
  return reply.status < 300 ? { status: 201, body: { id: found.id, activityId: idIn(reply) } } : reply
}

function createThread(ground: Ground, channel: string, body: Json, size: number): Reply {
  const reply = say(ground, threadOf(channel).conversation, object(body['activity']), size)
  if (reply.status >= 300) return reply
  return { status: 201, body: { id: `${channel};messageid=${idIn(reply)}`, activityId: idIn(reply) } }
}

function idIn(reply: Reply): unknown {
  return object(reply.body)['id']
}

function send(ground: Ground, { body, query, size }: Asked, full: string): Reply {
  const targeted = isTargeted(query)
  const wrong = targeted ? mistargeted(ground, full, body) : undefined
  return wrong ?? say(ground, full, body, size, targeted ? text(object(body['recipient'])['id']) : undefined)
}

function say(ground: Ground, full: string, activity: Json, size: number, targetedTo?: string): Reply {
  const wrong = unsayable(ground, full, activity, size)
  if (wrong) return wrong
  const id = nextId()
  // Typing is shown for a while and stands nowhere.
  if (activity['type'] === 'message') {
    const only = targetedTo === undefined ? {} : { targetedTo }
    ground.messages.push({ ...threadOf(full), id, activity, at: new Date(), ...only })
  }
  return { status: 201, body: { id } }
}

function update(ground: Ground, { body, query, size }: Asked, full: string, id: string): Reply {
  const targeted = isTargeted(query)
  const wrong =
    (targeted ? mistargeted(ground, full, body) : undefined) ?? unsayable(ground, full, body, size)
  if (wrong) return wrong
  const posted = find(ground, full, id, targeted)
  if (!posted) return unknownActivity
  if (targeted && text(object(body['recipient'])['id']) !== posted.targetedTo) {
    return no(400, 'BadSyntax', 'The recipient of a targeted message cannot be changed.')
  }
  posted.activity = body
  posted.updatedAt = new Date()
  return { status: 200, body: { id } }
}

function remove(ground: Ground, { query }: Asked, full: string, id: string): Reply {
  const where = open(ground, full)
  if ('status' in where) return where
  const posted = find(ground, full, id, isTargeted(query))
  if (!posted) return unknownActivity
  posted.deleted = true
  return { status: 200 }
}

const unknownActivity = no(404, 'ActivityNotFoundInConversation', 'The activity is not in the conversation.')

function unsayable(ground: Ground, full: string, activity: Json, size: number): Reply | undefined {
  const where = open(ground, full)
  if ('status' in where) return where
  if (text(activity['type']) === undefined) return no(400, 'BadSyntax', 'The activity has no type.')
  if (size > sizeLimit) return no(413, 'MessageSizeTooBig', 'Message size too large.')
  return where.blocked ? no(403, 'MessageWritesBlocked', 'The user has blocked the bot.') : undefined
}

function isTargeted(query: URLSearchParams): boolean {
  return query.get('isTargetedActivity') === 'true'
}

function mistargeted(ground: Ground, full: string, activity: Json): Reply | undefined {
  const { targeting, directory } = ground
  if (targeting !== 'supported') {
    const code = targeting === 400 ? 'BadSyntax' : 'ForbiddenOperationException'
    return no(targeting, code, 'Targeted messages are not enabled for this tenant.')
  }
  const where = open(ground, full)
  if ('status' in where) return where
  const recipient = text(object(activity['recipient'])['id'])
  if (recipient === undefined) return no(400, 'BadSyntax', 'A targeted activity has a recipient.')
  const there = directory.membersOf(where).some(({ id }) => id === recipient)
  return there ? undefined : no(404, 'MemberNotFoundInConversation', 'The recipient is not a member.')
}

function find(ground: Ground, full: string, id: string, targeted: boolean): Posted | undefined {
  const { conversation } = threadOf(full)
  return ground.messages.find(
    (one) =>
      one.conversation === conversation &&
      one.id === id &&
      !one.deleted &&
      (one.targetedTo !== undefined) === targeted,
  )
}
