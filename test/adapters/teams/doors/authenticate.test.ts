import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createTeams } from '../../../../adapters/teams/index.ts'
import type { TeamsSettings } from '../../../../adapters/teams/settings.ts'
import type { Adapter } from '../../../../src/core/adapter.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { Json } from '../../../../src/core/json.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { type StubHost, stubHost } from '../../../support/stubHost.ts'
import { app, botId, otherTenant } from '../../../support/teams/far/defaults.ts'
import { type FarSide, startFarSide } from '../../../support/teams/far/farSide.ts'

let far: FarSide
let host: StubHost
const clock = settableClock(new Date())
let adapter: Adapter
let server: Server
let base: string
const log: string[] = []

beforeAll(async () => {
  far = await startFarSide()
  far.addUser({ id: '29:ana', name: 'Focal point' })
  far.personal('29:ana')
  host = stubHost(clock)
  const logger = createLog('info', { write: (line: string) => void log.push(line) })
  const settings: TeamsSettings = {
    app: { kind: 'secret', id: app.id, secret: app.secret, tenant: app.tenant },
    tenants: [app.tenant],
    trust: [],
    openIdUrl: far.openIdUrl,
    loginUrl: far.loginUrl,
    serviceHosts: ['127.0.0.1'],
  }
  adapter = await createTeams({ host, settings, log: logger })
  await adapter.start()
  server = await createServer(noHealth, adapter.routes ? [adapter.routes] : [], logger)
  base = await server.listen(0, '127.0.0.1')
})

beforeEach(() => {
  far.clear()
  log.length = 0
  host.asked.length = 0
})

afterAll(async () => {
  await server.stop()
  await adapter.stop()
  await far.stop()
})

describe('/api/messages', () => {
  test('lets in what the service has signed for this app', async () => {
    expect(await post(message(), far.token())).toBe(200)
    expect(host.asked).toHaveLength(1)
  })

  const now = Math.floor(Date.now() / 1000)
  const tokens: Readonly<Record<string, () => string | undefined>> = {
    'no token': () => undefined,
    'something that is not a token': () => 'abc.def',
    'a token of another issuer': () => far.token({ iss: 'https://sts.windows.net/x/' }),
    'a token of the emulator’s kind': () =>
      far.token({
        iss: `https://login.microsoftonline.com/${app.tenant}/v2.0`,
        ver: '2.0',
        azp: app.id,
      }),
    'a token for another app': () => far.token({ aud: otherTenant }),
    'a token without an audience': () => far.token({ aud: undefined }),
    'a token signed with a foreign key under a known name': () =>
      far.token({}, { key: 'foreign', kid: 'teams' }),
    'a token signed with an unknown key': () => far.token({}, { key: 'foreign' }),
    'a token signed with the key of another channel': () => far.token({}, { key: 'otherChannel' }),
    'a token that has ended': () => far.token({ nbf: now - 7_200, exp: now - 3_600 }),
    'a token that never ends': () => far.token({ exp: undefined }),
    'a token that is not good yet': () => far.token({ nbf: now + 3_600, exp: now + 7_200 }),
    'a token for another service address': () => far.token({ serviceurl: 'https://evil.example/' }),
    'a token for no service address': () => far.token({ serviceurl: undefined }),
    'a token without a signature': () => far.token().replace(/[^.]*$/, ''),
    'a token signed with the public key as a secret': () => far.token({}, { alg: 'HS256' }),
    'a token signed by no algorithm': () => far.token({}, { alg: 'none' }),
  }

  test.each(Object.entries(tokens))('answers %s with 401, and asks nobody', async (_about, token) => {
    expect(await post(message(), token())).toBe(401)
    expect(host.asked).toEqual([])
    expect(far.messages).toEqual([])
    expect(log.join('')).not.toContain(far.token().slice(0, 20))
  })

  test('answers a body with 401 that is sent without a token of the service, whatever it holds', async () => {
    const foreign = far.token({}, { key: 'foreign' })
    for (const body of ['{"type":', '[]', '['.repeat(100_000), '']) {
      expect([body.slice(0, 9), await send(body, undefined)]).toEqual([body.slice(0, 9), 401])
      expect([body.slice(0, 9), await send(body, foreign)]).toEqual([body.slice(0, 9), 401])
    }
    expect(await post(message(), far.token())).toBe(200)
  })

  test('answers an activity with 401 that names another service address than its token', async () => {
    const elsewhere = far.serviceUrl.replace('127.0.0.1', 'localhost')
    expect(await post(message({ serviceUrl: elsewhere }), far.token())).toBe(401)
    expect(await post(message({ serviceUrl: undefined }), far.token())).toBe(401)
    expect(host.asked).toEqual([])
  })

  test('answers what another channel sends with 401, whatever it is signed with', async () => {
    expect(await post(message({ channelId: 'webchat' }), far.token())).toBe(401)
    expect(await post(message({ channelId: 'AseChannel' }), far.token())).toBe(401)
  })

  test('refuses a service address that is none of Teams’, though it is signed for', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.evil.example/'
    expect(await post(message({ serviceUrl }), far.token({ serviceurl: serviceUrl }))).toBe(403)
    expect(host.asked).toEqual([])
  })

  test('tells people of another tenant that they may not use the bot, and asks nobody', async () => {
    const tenant = { channelData: { tenant: { id: otherTenant } } }
    expect(await post(message(tenant), far.token())).toBe(200)
    expect(host.asked).toEqual([])
    expect(JSON.stringify(far.messages)).toContain('not among those that may use me')
  })

  const bodies: Readonly<Record<string, readonly [body: string, status: number]>> = {
    'what is not JSON': ['{"type":', 400],
    'an activity whose type is a number': ['{"type":5}', 400],
    'a list': ['[]', 400],
    nothing: ['', 400],
    'more than 256 KB': [`{"type":"message","text":"${'x'.repeat(300_000)}"}`, 413],
    'a prototype to be polluted': ['{"__proto__":{"type":"message"}}', 400],
  }

  test.each(Object.entries(bodies))(
    'answers %s without an end of the process',
    async (_about, [body, status]) => {
      expect(await send(body, far.token())).toBe(status)
      expect(await post(message(), far.token())).toBe(200)
    },
  )

  test('answers what is not JSON by its own word with 415', async () => {
    expect(await send(JSON.stringify(message()), far.token(), 'text/plain')).toBe(415)
  })

  test('logs that it refused a token of a foreign key, a minute after the line before', async () => {
    const plainly = console.error
    // The SDK has words of its own for it.
    console.error = () => undefined
    clock.set(new Date(clock.now().getTime() + 60_000))
    try {
      await post(message(), far.token({}, { key: 'foreign', kid: 'teams' }))
    } finally {
      console.error = plainly
    }
    expect(log.join('')).not.toContain('RSA PUBLIC KEY')
  })
})

function message(change: Json = {}): Json {
  return {
    type: 'message',
    id: String(Math.random()),
    channelId: 'msteams',
    serviceUrl: far.serviceUrl,
    text: 'meeting list',
    from: { id: '29:ana', name: 'Focal point', aadObjectId: far.find('29:ana')?.aadObjectId },
    recipient: { id: botId(), name: 'Rapporteur' },
    conversation: { id: far.personal('29:ana').id, conversationType: 'personal', tenantId: app.tenant },
    channelData: { tenant: { id: app.tenant } },
    ...change,
  }
}

function post(activity: Json, token: string | undefined): Promise<number> {
  return send(JSON.stringify(activity), token)
}

async function send(body: string, token: string | undefined, type = 'application/json'): Promise<number> {
  const response = await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body,
  })
  await response.text()
  return response.status
}

/** Health is not asked for here. */
const noHealth = {
  get store(): never {
    throw new Error('there is no store')
  },
  queueReady: async () => true,
}
