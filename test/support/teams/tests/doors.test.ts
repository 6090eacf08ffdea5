import { createPublicKey, verify as verifyBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { text as readText } from 'node:stream/consumers'

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { array, type Json, object } from '../../../../src/core/json.ts'
import { app, guid, places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { sign } from '../far/keys.ts'
import { message } from '../sent/activities.ts'
import { bring } from '../sent/signed.ts'
import { populate } from '../world/people.ts'
import { type Asking, asking, pathOf as at } from './asking.ts'

let far: FarSide
let bot: Asking

const hello = { type: 'message', text: 'Hello' }
const refusal = (status: number, code: string) => ({ status, body: { error: { code } } })

beforeAll(async () => {
  far = await startFarSide()
  populate(far)
  bot = await asking(far)
})
afterEach(() => far.clear())
afterAll(() => far.stop())

describe('the login', () => {
  test('gives a token for the right secret alone, and counts who asks', async () => {
    expect(await bot.login()).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3_599 },
    })
    expect(await bot.login({ client_secret: 'another' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', error_description: expect.stringContaining('AADSTS7000215') },
    })
    expect(await bot.login({ client_id: guid(9) })).toMatchObject({ status: 400 })
    expect(await bot.login({ scope: 'https://graph.microsoft.com/.default' })).toMatchObject({ status: 400 })
    expect(await bot.login({}, guid(9))).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(far.callsOf('token').map(({ status }) => status)).toEqual([200, 401, 400, 400, 400])
  })

  test('its tokens end, and can be ended', async () => {
    far.login.seconds = 0
    const short = String((await bot.login()).body['access_token'])
    far.login.seconds = 3_599
    const long = String((await bot.login()).body['access_token'])

    expect(await bot.call('POST', at(places.channel), hello, short)).toMatchObject(
      refusal(401, 'Unauthorized'),
    )
    expect(await bot.call('POST', at(places.channel), hello, '')).toMatchObject(refusal(401, 'Unauthorized'))
    expect(await bot.call('POST', at(places.channel), hello, long)).toMatchObject({ status: 201 })
    far.login.revoke()
    expect(await bot.call('POST', at(places.channel), hello, long)).toMatchObject(
      refusal(401, 'Unauthorized'),
    )
    expect(far.messages).toHaveLength(1)
  })

  test('is not wanted by a client on this machine', async () => {
    const local = await startFarSide({ local: true })
    local.addUser({ id: '29:1', name: 'Somebody' })
    const { id } = local.personal('29:1')
    const response = await fetch(new URL(at(id), local.serviceUrl), {
      method: 'POST',
      body: JSON.stringify(hello),
    })
    await local.stop()

    expect(response.status).toBe(201)
  })
})

describe('the keys', () => {
  const parts = (jwt: string) =>
    jwt
      .split('.')
      .slice(0, 2)
      .map((one) => JSON.parse(String(Buffer.from(one, 'base64url'))))

  test('are described, and tell what the Bot Connector signed from what another did', async () => {
    const document = object(await (await fetch(far.openIdUrl)).json())
    const { keys } = object(await (await fetch(String(document['jwks_uri']))).json())
    const [first = {}, second] = array(keys).map(object)
    const good = (jwt: string) => {
      const [header, claims, signature = ''] = jwt.split('.')
      const key = createPublicKey({ key: first, format: 'jwk' })
      return verifyBytes(
        'RSA-SHA256',
        Buffer.from(`${header}.${claims}`),
        key,
        Buffer.from(signature, 'base64url'),
      )
    }

    expect(first).toMatchObject({ kid: 'teams', endorsements: ['msteams'] })
    expect(second).toMatchObject({ kid: 'otherChannel', endorsements: ['webchat'] })
    expect(good(far.token())).toBe(true)
    expect(good(far.token({}, { key: 'foreign', kid: 'teams' }))).toBe(false)
    expect(good(far.token({}, { alg: 'none' }))).toBe(false)
    expect(array(keys)).toHaveLength(2)
  })

  test('make tokens as the Bot Connector sends them; claims may be changed and left out', () => {
    const now = Date.now() / 1000
    const [header, claims] = parts(far.token())
    const [, changed] = parts(far.token({ aud: guid(9), serviceurl: undefined }))

    expect(header).toMatchObject({ typ: 'JWT', alg: 'RS256', kid: 'teams' })
    expect(claims).toMatchObject({
      ...{ iss: 'https://api.botframework.com', aud: app.id, serviceurl: far.serviceUrl },
    })
    expect(claims.nbf).toBeLessThan(now)
    expect(claims.exp).toBeGreaterThan(now + 600)
    expect(changed.aud).toBe(guid(9))
    expect(changed).not.toHaveProperty('serviceurl')
    expect(parts(sign({ a: 1 }, { key: 'foreign' }))).toMatchObject([{ kid: 'foreign' }, { a: 1 }])
  })

  test('are not to be had for a while', async () => {
    far.keysDown = true
    expect((await fetch(far.openIdUrl)).status).toBe(503)
    far.keysDown = false
    expect((await fetch(far.openIdUrl)).status).toBe(200)
  })
})

test('what is brought is signed for the bot and the address that it names', async () => {
  const seen: { authorization: string; body: Json }[] = []
  const server = createServer(async (request, response) => {
    const body = object(JSON.parse(await readText(request)))
    seen.push({ authorization: request.headers.authorization ?? '', body })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const answered = await bring(base, message('help', { serviceUrl: far.serviceUrl }))
  await bring(base, message('help'), { none: true })
  await bring(base, message('help'), { claims: { aud: guid(9) } })
  server.close()

  expect(answered).toMatchObject({ status: 200, json: { a: 1 } })
  const claims = seen.map(({ authorization }) =>
    object(JSON.parse(String(Buffer.from(authorization.split('.')[1] || 'e30', 'base64url')))),
  )
  expect(claims).toMatchObject([{ aud: app.id, serviceurl: far.serviceUrl }, {}, { aud: guid(9) }])
  expect(seen[1]?.authorization).toBe('')
  expect(seen[0]?.body).toMatchObject({ type: 'message', text: 'help', channelId: 'msteams' })
})
