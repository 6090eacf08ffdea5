import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'

import type { Faults, Reply } from '../faults/callFaults.ts'
import { array, fixture, type Json, nextTs, object, type User, unique, userObject } from './payloads.ts'
import { createMint, type Granting, no } from './signed.ts'
import { createSockets, type Fault, meddle, type Sockets, slackFaults } from './sockets.ts'
import { type UserGroup, userGroups } from './userGroups.ts'

export interface Call {
  readonly method: string
  /** Decoded: blocks, view, attachments, metadata and files are objects. */
  readonly args: Json
  readonly token: string
  readonly at: Date
  /** `ok`, Slack's error, `status 429`, `reset before|after`, `hung before|after`; empty while underway. */
  outcome: string
}

export interface Channel {
  readonly id: string
  readonly name: string
  readonly isPrivate?: boolean
  readonly isArchived?: boolean
  /** The bot alone when not said; a bot that is missing here may not post. */
  readonly members?: readonly string[]
}

export interface NewTeam {
  readonly teamId: string
  readonly name: string
  readonly enterpriseId?: string
  readonly botToken: string
  readonly botUserId: string
  readonly botId: string
}

export interface Team extends NewTeam {
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  /** User groups by id. */
  readonly groups: Map<string, UserGroup>
}

/** A message as it stands in a conversation. */
export interface Posted {
  readonly team: string
  readonly channel: string
  readonly ts: string
  /** Who alone sees it. */
  readonly ephemeralTo?: string
  /** What was said last: text, blocks, metadata, thread_ts. */
  args: Json
  edits: number
  deleted: boolean
}

export interface Upload {
  readonly id: string
  readonly name: string
  readonly length: number
  content?: string
  channel?: string
}

export interface FarSide {
  /** What SLACK_API_URL is set to. */
  readonly url: string
  /** All calls of the Web API, those that failed too. */
  readonly calls: Call[]
  readonly messages: Posted[]
  /** Modals by id, as they stand. */
  readonly views: Map<string, Json>
  /** Home pages by `team:user`. */
  readonly homes: Map<string, Json>
  readonly uploads: Map<string, Upload>
  /** What was posted to response URLs and taken. */
  readonly responses: { readonly id: string; readonly body: Json; readonly at: Date }[]
  readonly sockets: Sockets
  /** By id; T1 is there. */
  readonly teams: Map<string, Team>
  readonly appTokens: Set<string>
  /** Where given, oauth.v2.access checks it. */
  readonly client: { id?: string; secret?: string }
  /** Triggers that were not minted here are refused. */
  strictTriggers: boolean
  callsOf(method: string): Call[]
  addTeam(team: NewTeam): Team
  addUser(team: string, user: User): void
  addChannel(team: string, channel: Channel): void
  mintTrigger(): string
  responseUrl(): string
  /** From now on 404 `expired_url`. */
  expire(responseUrl: string): void
  /** A code that oauth.v2.access takes once. */
  grant(code: string, team: string, granting?: Granting): void
  refreshToken(team: string, granting?: Granting): string
  /** The token ends; calls with it get the error, `token_revoked` when not said. */
  revoke(token: string, error?: string): void
  /** `method` may also be `response_url` or `upload`. */
  fault: Faults<string, Fault>['order']
  /** Forgets which faults were ordered. */
  calm(): void
  /** Forgets what was recorded and which faults were ordered; the world stays. */
  clear(): void
  stop(): Promise<void>
}

/** Slack as the bot sees it, on this machine: the Web API, Socket Mode, response URLs and uploads. */
export async function startFarSide(): Promise<FarSide> {
  const faults = slackFaults()
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const tokens = new Map<string, Team | string>()
  const client: FarSide['client'] = {}
  const mint = createMint<Team>((token, team) => tokens.set(token, team), client)
  const teamOf = (id: string): Team => {
    const team = far.teams.get(id)
    if (!team) throw new Error(`no team ${id}`)
    return team
  }
  const far: FarSide = {
    url: `${origin}/api/`,
    ...{ calls: [], messages: [], responses: [], views: new Map(), homes: new Map(), uploads: new Map() },
    ...{ teams: new Map(), appTokens: new Set(['xapp-1']), client, strictTriggers: false },
    sockets: createSockets(server, faults, () => origin),
    callsOf: (method) => far.calls.filter((call) => call.method === method),
    addTeam(given) {
      const bot: User = { id: given.botUserId, realName: 'Rapporteur', isBot: true }
      const team: Team = {
        ...{ ...given, users: new Map([[bot.id, bot]]), channels: new Map(), groups: new Map() },
      }
      far.teams.set(team.teamId, team)
      tokens.set(team.botToken, team)
      return team
    },
    addUser: (team, user) => void teamOf(team).users.set(user.id, user),
    addChannel: (team, channel) => void teamOf(team).channels.set(channel.id, channel),
    mintTrigger: mint.trigger,
    responseUrl: () => `${origin}/response/${mint.responseId()}`,
    expire: (url) => mint.expire(url.split('/').at(-1) ?? ''),
    grant: (code, team, granting) => mint.grant(code, teamOf(team), granting),
    refreshToken: (team, granting) => mint.refreshToken(teamOf(team), granting),
    revoke: (token, error = 'token_revoked') => void tokens.set(token, error),
    fault: faults.order,
    calm: faults.clear,
    clear() {
      for (const list of [far.calls, far.messages, far.responses, far.sockets.acks]) list.length = 0
      for (const map of [far.views, far.homes, far.uploads]) map.clear()
      faults.clear()
    },
    async stop() {
      far.sockets.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  far.addTeam({ teamId: 'T1', name: 'Compact', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, root = '', name = ''] = new URL(request.url ?? '/', origin).pathname.split('/')
    const body = await readText(request)
    const type = request.headers['content-type'] ?? ''
    if (root === 'response') {
      const given = parsed(body)
      await meddle(response, faults.take('response_url', channelOf(given)), async () => answered(name, given))
    } else if (root === 'upload') {
      await meddle(response, faults.take('upload', undefined), async () => uploaded(name, body, type))
    } else {
      const given = decoded(body, type)
      const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(given['token'] ?? '')
      const { token: _token, ...args } = given
      const call: Call = { method: name, args, token, at: new Date(), outcome: '' }
      far.calls.push(call)
      const act = async () => ({ status: 200, body: answer(name, args, token) })
      call.outcome = await meddle(response, faults.take(name, channelOf(args)), act)
    }
  }

  function answered(id: string, body: Json): Reply {
    const wrong = mint.useResponse(id)
    if (wrong !== undefined) return { status: 404, body: wrong }
    far.responses.push({ id, body, at: new Date() })
    return { status: 200, body: 'ok' }
  }

  async function uploaded(id: string, body: string, type: string): Promise<Reply> {
    const upload = far.uploads.get(id)
    if (!upload) return { status: 404, body: 'not found' }
    const isForm = /form/.test(type)
    const given = isForm
      ? (await new Response(body, { headers: { 'content-type': type } }).formData()).get('body')
      : body
    upload.content = typeof given === 'string' || given === null ? (given ?? '') : await given.text()
    return { status: 200, body: `OK - ${upload.length}` }
  }

  function answer(method: string, args: Json, token: string): Json {
    if (method === 'oauth.v2.access') return mint.access(args)
    if (method === 'apps.connections.open')
      return far.appTokens.has(token) ? far.sockets.ticket() : no('invalid_auth')
    const team = tokens.get(token)
    if (token === '') return no('not_authed')
    if (team === undefined || typeof team === 'string') return no(team ?? 'invalid_auth')
    if (method === 'auth.revoke' || method === 'apps.uninstall') {
      far.revoke(token, method === 'auth.revoke' ? 'token_revoked' : 'account_inactive')
      return { ok: true, ...(method === 'auth.revoke' ? { revoked: true } : {}) }
    }
    const named = Object.hasOwn(methods, method) ? methods[method] : undefined
    return named ? named({ args, team, far, mint, origin }) : no('unknown_method', { req_method: method })
  }

  return far
}

interface Asked {
  readonly args: Json
  readonly team: Team
  readonly far: FarSide
  readonly mint: { useTrigger(id: string, strict: boolean): string | undefined }
  readonly origin: string
}

const methods: Readonly<Record<string, (asked: Asked) => Json>> = {
  ...userGroups,
  'auth.test': ({ team }) => ({
    ...{
      ok: true,
      url: `https://${team.name.toLowerCase()}.slack.com/`,
      team: team.name,
      user: 'rapporteur',
    },
    ...{ team_id: team.teamId, user_id: team.botUserId, bot_id: team.botId, is_enterprise_install: false },
    ...(team.enterpriseId === undefined ? {} : { enterprise_id: team.enterpriseId }),
  }),
  'team.info': ({ team }) => ({
    ok: true,
    team: { id: team.teamId, name: team.name, domain: team.name.toLowerCase() },
  }),
  'bots.info': ({ team }) => ({
    ok: true,
    bot: { id: team.botId, app_id: 'A1', user_id: team.botUserId, name: 'Rapporteur', deleted: false },
  }),
  'users.info': ({ args, team }) => {
    const user = team.users.get(String(args['user']))
    if (!user) return no('user_not_found')
    const { locale, ...shown } = userObject(user, team.teamId, team.enterpriseId)
    return { ok: true, user: String(args['include_locale']) === 'true' ? { ...shown, locale } : shown }
  },
  'users.lookupByEmail': ({ args, team }) => {
    const email = String(args['email']).toLowerCase()
    const user = [...team.users.values()].find((one) => one.email?.toLowerCase() === email && !one.deleted)
    return user ? { ok: true, user: userObject(user, team.teamId, team.enterpriseId) } : no('users_not_found')
  },
  'conversations.open': ({ args, team }) => {
    const user = team.users.get(String(args['users']))
    if (!user) return no('user_not_found')
    if (user.isBot) return no('cannot_dm_bot')
    if (user.deleted) return no('user_disabled')
    return { ok: true, no_op: true, already_open: true, channel: { id: `D${user.id}` } }
  },
  'conversations.info': ({ args, team }) => {
    const channel = find(args['channel'], team)
    return channel ? { ok: true, channel: channelObject(channel, team) } : no('channel_not_found')
  },
  'conversations.members': ({ args, team }) => {
    const channel = find(args['channel'], team)
    if (!channel) return no('channel_not_found')
    return { ok: true, members: membersOf(channel, team), response_metadata: { next_cursor: '' } }
  },
  'conversations.join': ({ args, team }) => {
    const channel = find(args['channel'], team)
    if (!channel || channel.isPrivate) return no('channel_not_found')
    if (channel.isArchived) return no('is_archived')
    const joined = { ...channel, members: [...new Set([...membersOf(channel, team), team.botUserId])] }
    team.channels.set(channel.id, joined)
    return { ok: true, channel: channelObject(joined, team) }
  },
  'conversations.history': ({ args, team, far }) => {
    const channel = find(args['channel'], team)
    if (!channel) return no('channel_not_found')
    // The one scope of this kind that the app has is for direct conversations.
    if (!channel.id.startsWith('D'))
      return no('missing_scope', { needed: 'channels:history', provided: 'im:history' })
    const limit = Number(args['limit'] ?? 100)
    const there = far.messages.filter(
      (one) =>
        one.team === team.teamId &&
        one.channel === channel.id &&
        !one.deleted &&
        one.ephemeralTo === undefined,
    )
    const messages = there
      .toReversed()
      .map((one) => messageObject(one, team, String(args['include_all_metadata']) === 'true'))
    return { ok: true, messages: messages.slice(0, limit), has_more: messages.length > limit }
  },
  'chat.postMessage': (asked) => say(asked),
  'chat.postEphemeral': (asked) => {
    const channel = find(asked.args['channel'], asked.team)
    const user = String(asked.args['user'])
    if (channel && !membersOf(channel, asked.team).includes(user)) return no('user_not_in_channel')
    return say(asked, user)
  },
  'chat.update': (asked) => {
    const { args } = asked
    const posted = mine(asked)
    const wrong = posted ? wrongMessage(args) : 'message_not_found'
    if (!posted || wrong !== undefined) return no(wrong ?? '')
    posted.args = args
    posted.edits += 1
    return { ok: true, channel: posted.channel, ts: posted.ts, text: args['text'] ?? '', message: args }
  },
  'chat.delete': (asked) => {
    const posted = mine(asked)
    if (!posted) return no('message_not_found')
    posted.deleted = true
    return { ok: true, channel: posted.channel, ts: posted.ts }
  },
  'chat.getPermalink': ({ args, team, far }) => {
    const { channel, message_ts } = args
    const there = far.messages.some((one) => one.channel === channel && one.ts === message_ts && !one.deleted)
    if (!find(channel, team)) return no('channel_not_found')
    const permalink = `https://${team.name.toLowerCase()}.slack.com/archives/${channel}/p${String(message_ts).replace('.', '')}`
    return there ? { ok: true, channel, permalink } : no('message_not_found')
  },
  'views.open': (asked) => openView(asked, undefined),
  'views.push': (asked) => {
    const under = [...asked.far.views.values()].findLast((view) => view['team_id'] === asked.team.teamId)
    const depth = [...asked.far.views.values()].filter(
      (view) => view['root_view_id'] === under?.['root_view_id'],
    )
    return under && depth.length >= 3 ? no('push_limit_reached') : openView(asked, under)
  },
  'views.update': ({ args, far }) => {
    const { view_id, external_id, hash } = args
    const known = [...far.views.values()].find((one) =>
      view_id === undefined ? one['external_id'] === external_id : one['id'] === view_id,
    )
    if (!known) return no('not_found')
    if (hash !== undefined && hash !== known['hash']) return no('hash_conflict')
    return store(far.views, String(known['id']), args['view'], known)
  },
  'views.publish': ({ args, team, far }) => {
    const user = String(args['user_id'])
    if (!team.users.has(user)) return no('user_not_found')
    const key = `${team.teamId}:${user}`
    const known = far.homes.get(key)
    if (args['hash'] !== undefined && args['hash'] !== known?.['hash']) return no('hash_conflict')
    return store(far.homes, key, args['view'], known ?? viewIds(team))
  },
  'files.getUploadURLExternal': ({ args, far, origin }) => {
    const id = `F${unique()}`
    const length = Number(args['length'])
    if (!(length > 0)) return no('invalid_arguments')
    far.uploads.set(id, { id, name: String(args['filename']), length })
    return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id }
  },
  'files.completeUploadExternal': ({ args, team, far }) => {
    const files = array(args['files']).map(object)
    const channel = args['channel_id'] === undefined ? undefined : find(args['channel_id'], team)
    const wrong = args['channel_id'] === undefined ? undefined : wrongPlace(channel, team)
    if (wrong !== undefined) return no(wrong)
    const uploads = files.map((file) => far.uploads.get(String(file['id'])))
    if (uploads.some((one) => one?.content === undefined)) return no('file_not_found')
    for (const one of uploads) if (one && channel) one.channel = channel.id
    return { ok: true, files: files.map((file) => ({ id: file['id'], title: file['title'] ?? '' })) }
  },
}

function say({ args, team, far }: Asked, ephemeralTo?: string): Json {
  const channel = find(args['channel'], team)
  const wrong = wrongPlace(channel, team) ?? wrongMessage(args)
  if (wrong !== undefined || !channel) return no(wrong ?? '')
  const ephemeral = ephemeralTo === undefined ? {} : { ephemeralTo }
  const posted: Posted = {
    ...{ team: team.teamId, channel: channel.id, ts: nextTs(), args, edits: 0, deleted: false },
    ...ephemeral,
  }
  far.messages.push(posted)
  if (ephemeralTo !== undefined) return { ok: true, message_ts: posted.ts }
  return { ok: true, channel: channel.id, ts: posted.ts, message: messageObject(posted, team, true) }
}

/** A channel, or the direct conversation with a person. */
function find(id: unknown, team: Team): Channel | undefined {
  const name = String(id)
  const user = team.users.get(name) ?? (name.startsWith('D') ? team.users.get(name.slice(1)) : undefined)
  if (!user) return team.channels.get(name)
  return user.isBot
    ? undefined
    : { id: `D${user.id}`, name: 'directmessage', members: [user.id, team.botUserId] }
}

function membersOf(channel: Channel, team: Team): readonly string[] {
  return channel.members ?? [team.botUserId]
}

function wrongPlace(channel: Channel | undefined, team: Team): string | undefined {
  if (!channel) return 'channel_not_found'
  const inside = membersOf(channel, team).includes(team.botUserId)
  if (!inside && channel.isPrivate) return 'channel_not_found'
  if (channel.isArchived) return 'is_archived'
  return inside ? undefined : 'not_in_channel'
}

function wrongMessage({ text, blocks, attachments, markdown_text }: Json): string | undefined {
  const empty = array(blocks).length === 0 && array(attachments).length === 0
  if (empty && !text && !markdown_text) return 'no_text'
  if (blocks !== undefined && !Array.isArray(blocks)) return 'invalid_blocks_format'
  if (array(blocks).length > 50) return 'invalid_blocks'
  return letters(blocks) > 10_000 ? 'msg_blocks_too_long' : undefined
}

/** How much text stands in blocks. */
function letters(value: unknown): number {
  const inside = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return inside.reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : letters(one)),
    0,
  )
}

function mine({ args, team, far }: Asked): Posted | undefined {
  return far.messages.find(
    (one) =>
      one.team === team.teamId &&
      one.channel === args['channel'] &&
      one.ts === args['ts'] &&
      !one.deleted &&
      one.ephemeralTo === undefined,
  )
}

function messageObject({ ts, args }: Posted, team: Team, withMetadata: boolean): Json {
  const { text = '', blocks, thread_ts, metadata } = args
  return {
    ...{
      type: 'message',
      user: team.botUserId,
      bot_id: team.botId,
      app_id: 'A1',
      team: team.teamId,
      ts,
      text,
    },
    ...(blocks === undefined ? {} : { blocks }),
    ...(thread_ts === undefined ? {} : { thread_ts }),
    ...(metadata === undefined || !withMetadata ? {} : { metadata }),
  }
}

function channelObject(
  { id, name, isPrivate = false, isArchived = false, ...channel }: Channel,
  team: Team,
): Json {
  if (id.startsWith('D'))
    return { id, is_im: true, is_archived: false, user: id.slice(1), is_user_deleted: false }
  return {
    ...{
      id,
      name,
      is_channel: !isPrivate,
      is_group: isPrivate,
      is_im: false,
      is_mpim: false,
      is_private: isPrivate,
    },
    ...{
      is_archived: isArchived,
      is_member: membersOf({ id, name, ...channel }, team).includes(team.botUserId),
    },
  }
}

function openView({ args, team, far, mint }: Asked, under: Json | undefined): Json {
  const wrong = mint.useTrigger(String(args['trigger_id'] ?? ''), far.strictTriggers)
  if (wrong !== undefined) return no(wrong)
  const ids = viewIds(team)
  const root =
    under === undefined ? {} : { previous_view_id: under['id'], root_view_id: under['root_view_id'] }
  return store(far.views, String(ids['id']), args['view'], { ...ids, ...root })
}

function viewIds(team: Team): Json {
  const id = `V${unique()}`
  const shown = object(fixture('view_submission')['view'])
  const ids = {
    id,
    root_view_id: id,
    team_id: team.teamId,
    app_installed_team_id: team.teamId,
    bot_id: team.botId,
  }
  return { ...shown, ...ids, app_id: 'A1', state: { values: {} } }
}

function store(into: Map<string, Json>, key: string, given: unknown, known: Json): Json {
  const view = object(given)
  const wrong = wrongView(view)
  if (wrong !== undefined)
    return no('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${wrong}`] } })
  const plain = { private_metadata: '', callback_id: '', external_id: '', submit: null, close: null }
  const stored = { ...known, ...plain, ...view, hash: `${nextTs()}.${unique()}` }
  into.set(key, stored)
  return { ok: true, view: stored }
}

function wrongView(view: Json): string | undefined {
  const blocks = array(view['blocks']).map(object)
  if (view['type'] !== 'modal' && view['type'] !== 'home')
    return 'must be modal or home [json-pointer:/view/type]'
  if (blocks.length > 100) return 'no more than 100 items allowed [json-pointer:/view/blocks]'
  for (const part of view['type'] === 'modal' ? ['title', 'submit', 'close'] : []) {
    const label = object(view[part])['text']
    if (part === 'title' && typeof label !== 'string')
      return 'missing required field: title [json-pointer:/view]'
    if (String(label ?? '').length > 24)
      return `must be less than 25 characters [json-pointer:/view/${part}/text]`
  }
  if (String(view['private_metadata'] ?? '').length > 3000) return 'must be less than 3001 characters'
  const asks = view['type'] === 'modal' && blocks.some((block) => block['type'] === 'input')
  return asks && !view['submit'] ? 'missing required field: submit [json-pointer:/view]' : undefined
}

function channelOf(args: Json): string | undefined {
  const channel = args['channel'] ?? args['channel_id']
  return typeof channel === 'string' ? channel : undefined
}

function decoded(body: string, type: string): Json {
  if (type.includes('json')) return parsed(body)
  const nested = ['blocks', 'view', 'attachments', 'metadata', 'files']
  const given = [...new URLSearchParams(body)]
  return Object.fromEntries(given.map(([key, value]) => [key, nested.includes(key) ? read(value) : value]))
}

/** What is not JSON stays a text, and is refused by the method. */
function read(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function parsed(body: string): Json {
  return object(read(body))
}
