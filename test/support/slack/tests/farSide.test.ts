import { createServer } from 'node:http'
import { text as readText } from 'node:stream/consumers'

import { SocketModeClient } from '@slack/socket-mode'
import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { type FarSide, startFarSide } from '../farSide.ts'
import {
  blockActions,
  blockSuggestion,
  eventCallback,
  globalShortcut,
  messageShortcut,
  slashCommandFields,
  unique,
  viewClosed,
  viewSubmission,
} from '../payloads.ts'
import { event, interaction, sign, slashCommand } from '../signed.ts'

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

let far: FarSide

function client(token = 'xoxb-1'): WebClient {
  const options = { slackApiUrl: far.url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  return new WebClient(token, { ...options, timeout: 2_000, logger: quiet })
}

const modal = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'A meeting' },
  blocks: [{ type: 'divider' as const }],
}

beforeAll(async () => {
  far = await startFarSide()
  far.addUser('T1', { id: 'U1', realName: 'Secretary', email: 'secretary@compact.example', tz: 'Asia/Tokyo' })
  far.addChannel('T1', { id: 'C1', name: 'working-group', members: ['U1', 'UBOT1'] })
  far.addChannel('T1', { id: 'C2', name: 'closed', isArchived: true })
  far.addChannel('T1', { id: 'C3', name: 'elsewhere', members: ['U1'] })
})
afterEach(() => far.clear())
afterAll(() => far.stop())

describe('the Web API', () => {
  test('knows its tokens and its users', async () => {
    expect(await client().auth.test()).toMatchObject({ team_id: 'T1', user_id: 'UBOT1', bot_id: 'B1' })
    await expect(client('xoxb-none').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
    const { user } = await client().users.info({ user: 'U1', include_locale: true })
    expect(user).toMatchObject({
      id: 'U1',
      tz: 'Asia/Tokyo',
      locale: 'en-GB',
      profile: { real_name: 'Secretary' },
    })
    await expect(client().users.info({ user: 'U9' })).rejects.toMatchObject({
      data: { error: 'user_not_found' },
    })
    await expect(client().apiCall('emoji.list')).rejects.toMatchObject({ data: { error: 'unknown_method' } })
  })

  test('posts, edits and finds messages', async () => {
    const direct = await client().conversations.open({ users: 'U1' })
    expect(direct.channel?.id).toBe('DU1')
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Hello' } }]
    const metadata = { event_type: 'mark', event_payload: { key: 'k1' } }
    const first = await client().chat.postMessage({ channel: 'DU1', text: 'Hello', blocks, metadata })
    const second = await client().chat.postMessage({ channel: 'DU1', text: 'Again' })
    expect(String(second.ts) > String(first.ts)).toBe(true)
    expect(far.callsOf('chat.postMessage')[0]).toMatchObject({
      token: 'xoxb-1',
      outcome: 'ok',
      args: { blocks },
    })
    const { messages } = await client().conversations.history({ channel: 'DU1', include_all_metadata: true })
    expect(messages).toMatchObject([{ text: 'Again' }, { text: 'Hello', metadata }])
    await client().chat.update({ channel: 'DU1', ts: String(first.ts), text: 'Changed' })
    expect(far.messages[0]).toMatchObject({ edits: 1, args: { text: 'Changed' } })
  })

  test.each([
    ['channel_not_found', { channel: 'C9', text: 'x' }],
    ['is_archived', { channel: 'C2', text: 'x' }],
    ['not_in_channel', { channel: 'C3', text: 'x' }],
    ['no_text', { channel: 'C1' }],
    ['invalid_blocks', { channel: 'C1', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }],
    [
      'msg_blocks_too_long',
      { channel: 'C1', blocks: [{ type: 'section', text: { text: 'x'.repeat(10_001) } }] },
    ],
  ])('refuses a message with %s', async (error, args) => {
    await expect(client().apiCall('chat.postMessage', args)).rejects.toMatchObject({ data: { error } })
    expect(far.messages).toEqual([])
  })

  test('opens a view once for a trigger, and updates it by its hash', async () => {
    const trigger_id = far.mintTrigger()
    const { view } = await client().views.open({ trigger_id, view: modal })
    await expect(client().views.open({ trigger_id, view: modal })).rejects.toMatchObject({
      data: { error: 'exchanged_trigger_id' },
    })
    const { id = '', hash = '' } = view ?? {}
    await client().views.update({ view_id: id, hash, view: modal })
    await expect(client().views.update({ view_id: id, hash, view: modal })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    })
  })

  test('takes a file', async () => {
    await client().files.uploadV2({ channel_id: 'C1', filename: 'list.csv', content: 'a,b\nc,é' })
    expect([...far.uploads.values()]).toMatchObject([
      { name: 'list.csv', content: 'a,b\nc,é', channel: 'C1' },
    ])
  })

  test('gives a token for a code, and renews it once for each refresh token', async () => {
    far.grant('code-1', 'T1', { rotates: true })
    const given = await client('').oauth.v2.access({ client_id: 'i', client_secret: 's', code: 'code-1' })
    expect(await client(given.access_token).auth.test()).toMatchObject({ team_id: 'T1' })
    const again = {
      client_id: 'i',
      client_secret: 's',
      grant_type: 'refresh_token' as const,
      refresh_token: given.refresh_token ?? '',
    }
    expect((await client('').oauth.v2.access(again)).access_token).not.toBe(given.access_token)
    await expect(client('').oauth.v2.access(again)).rejects.toMatchObject({
      data: { error: 'invalid_refresh_token' },
    })
  })
})

describe('faults', () => {
  test('429 for one channel, then all is well', async () => {
    far.fault('chat.postMessage', { kind: 'status', status: 429, retryAfter: 7 }, 1, 'C1')
    await client().chat.postMessage({ channel: 'U1', text: 'x' })
    await expect(client().chat.postMessage({ channel: 'C1', text: 'x' })).rejects.toMatchObject({
      retryAfter: 7,
    })
    await client().chat.postMessage({ channel: 'C1', text: 'x' })
    expect(far.callsOf('chat.postMessage').map((call) => call.outcome)).toEqual(['ok', 'status 429', 'ok'])
  })

  test.each([
    [true, 0],
    [false, 1],
  ])('a reset (before it was done: %s) leaves %i messages', async (before, count) => {
    far.fault('chat.postMessage', { kind: 'reset', before })
    await expect(client().chat.postMessage({ channel: 'C1', text: 'x' })).rejects.toMatchObject({
      code: 'slack_webapi_request_error',
    })
    expect(far.messages).toHaveLength(count)
  })

  test('a call that hangs, one that is late, and one with an error', async () => {
    far.fault('users.info', { kind: 'hang' })
    far.fault('users.info', { kind: 'slow', ms: 50 })
    far.fault('users.info', { kind: 'error', error: 'missing_scope', extra: { needed: 'users:read' } })
    const asked = () => client().users.info({ user: 'U1' })
    await expect(asked()).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect((await asked()).ok).toBe(true)
    await expect(asked()).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'users:read' } })
  })

  test('a response URL is good five times, and not once it has expired', async () => {
    const url = far.responseUrl()
    const post = (to: string) => fetch(to, { method: 'POST', body: JSON.stringify({ text: 'x' }) })
    const statuses = []
    for (let use = 0; use < 6; use++) statuses.push((await post(url)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
    expect(far.responses).toHaveLength(5)
    const other = far.responseUrl()
    far.expire(other)
    expect(await (await post(other)).text()).toBe('expired_url')
  })
})

describe('Socket Mode', () => {
  function socket(): SocketModeClient {
    const clientOptions = { slackApiUrl: far.url, retryConfig: { retries: 0 } }
    return new SocketModeClient({ appToken: 'xapp-1', clientPingTimeout: 300, logger: quiet, clientOptions })
  }

  test('an envelope goes there and its acknowledgement comes back; a refresh and a drop are mended', async () => {
    const client = socket()
    client.on('slack_event', async ({ ack, body }) => ack({ text: `heard ${body.command ?? body.type}` }))
    await client.start()
    expect(far.sockets.open).toBe(1)
    const command = await far.sockets.send('slash_commands', slashCommandFields('/meeting', 'list'))
    expect(command.payload).toEqual({ text: 'heard /meeting' })
    const press = await far.sockets.send('interactive', blockActions('channel'))
    expect(press.payload).toEqual({ text: 'heard block_actions' })

    far.sockets.disconnect('refresh_requested')
    expect(far.sockets.open).toBe(0)
    await far.sockets.opened()
    far.sockets.refuse(1, 'internal_error')
    far.sockets.drop()
    await expect.poll(() => far.callsOf('apps.connections.open').length).toBe(4)
    await far.sockets.opened()
    const event = await far.sockets.send('events_api', eventCallback('app_mention'))
    expect(event.payload).toEqual({ text: 'heard event_callback' })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(far.sockets.open).toBe(1)
    await client.disconnect()
  })

  test('refuses a token that it does not know', async () => {
    const client = new SocketModeClient({
      appToken: 'xapp-9',
      logger: quiet,
      clientOptions: { slackApiUrl: far.url },
    })
    await expect(client.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
  })
})

describe('what Slack sends', () => {
  test('is signed as its documents show', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V' +
      '&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
      '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    expect(sign('8f742231b10e8888abcd99yyyzzz85a5', body, '1531420618')['x-slack-signature']).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    )
  })

  test('is posted with its signature over the body as it goes', async () => {
    const seen: { headers: Record<string, unknown>; body: string }[] = []
    const server = createServer(async (request, response) => {
      seen.push({ headers: request.headers, body: await readText(request) })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const secret = `s${unique()}`
    const command = await slashCommand(base, slashCommandFields('/meeting'), { secret })
    await interaction(base, viewSubmission(), { secret, signature: null, contentType: 'text/plain' })
    await event(base, eventCallback('message_im'), { secret, retry: { num: 1, reason: 'http_timeout' } })
    server.close()

    expect(command).toMatchObject({ status: 200, json: { a: 1 } })
    const [first, second, third] = seen
    expect(first?.headers).toMatchObject(
      sign(secret, first?.body ?? '', String(first?.headers['x-slack-request-timestamp'])),
    )
    expect(second?.headers).not.toHaveProperty('x-slack-signature')
    expect(second?.headers['content-type']).toBe('text/plain')
    expect(third?.headers['x-slack-retry-num']).toBe('1')
  })

  test('is of the fake world, each time with ids of its own', () => {
    const built = [
      ...(['channel', 'ephemeral', 'direct', 'home', 'modal'] as const).map((where) => blockActions(where)),
      ...[
        viewSubmission(),
        viewClosed(),
        blockSuggestion('value', 'w'),
        messageShortcut('m'),
        globalShortcut('g'),
      ],
      ...(['app_mention', 'user_change', 'tokens_revoked'] as const).map((kind) => eventCallback(kind)),
    ]
    for (const one of built) expect(JSON.stringify(one)).not.toMatch(/[A-Z]0000000\d"|hooks\.slack\.com/)
    const org = blockActions('home', { value: 'v' }, { enterprise: 'E1', orgInstall: true })
    expect(org).toMatchObject({
      is_enterprise_install: true,
      enterprise: { id: 'E1' },
      actions: [{ value: 'v' }],
    })
    expect(eventCallback('app_mention', {}, { enterprise: 'E1', orgInstall: true })).toMatchObject({
      authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
    })
  })
})
