import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { settableClock } from '../../../../src/core/clock.ts'
import { app, places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { openApi } from '../rules/openapi.ts'
import { populate, users } from '../world/people.ts'
import { type Asking, asking, saying } from './asking.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
const channel = `/channels/${places.channel}/messages`
const person = users.cted.id
const refusal = (status: number, code: number) => ({ status, body: { code } })

let far: FarSide
let call: Asking

beforeAll(async () => {
  far = await startFarSide({ clock })
  populate(far)
  call = asking(far)
})
afterEach(() => {
  far.clear()
  far.returnBot(places.guild)
})
afterAll(() => far.stop())

describe('the token', () => {
  test('is wanted, the right one, until it is revoked', async () => {
    expect(await call('GET', '/users/@me')).toMatchObject({ status: 200, body: { id: app.id, bot: true } })
    expect(await call('GET', '/applications/@me')).toMatchObject({
      body: { id: app.id, verify_key: far.settings().publicKey, interactions_endpoint_url: null },
    })
    for (const token of [null, 'another']) {
      expect(await call('POST', channel, saying('Hello'), { token })).toMatchObject(refusal(401, 0))
    }
    const revoked = await startFarSide()
    revoked.revokeToken()
    expect(await asking(revoked)('GET', '/users/@me')).toMatchObject(refusal(401, 0))
    await revoked.stop()
  })
})

describe('lookups', () => {
  test('tell of members, servers and channels, where the bot is', async () => {
    const member = (guild: string, id: string) => call('GET', `/guilds/${guild}/members/${id}`)

    expect(await member(places.guild, person)).toMatchObject({ body: { user: { id: person } } })
    expect(await member(places.guild, users.stranger.id)).toMatchObject(refusal(404, 10_007))
    expect(await member('1310000000000000999', person)).toMatchObject(refusal(404, 10_004))
    expect(await call('GET', `/guilds/${places.guild}`)).toMatchObject({ body: { name: places.guildName } })
    expect(await call('GET', `/channels/${places.thread}`)).toMatchObject({ body: { type: 11 } })
    expect(await call('GET', '/gateway/bot')).toMatchObject({
      body: { url: far.gateway.url, session_start_limit: { remaining: 1000 } },
    })
    expect(await call('GET', '/voice/regions')).toMatchObject(refusal(404, 0))
  })
})

describe('commands', () => {
  const command = { name: 'help', description: 'Tells what there is', type: 1 }

  test.each([`/applications/${app.id}/commands`, `/applications/${app.id}/guilds/${places.guild}/commands`])(
    'are put in bulk and keep their ids: %s',
    async (path) => {
      expect(await call('GET', path)).toMatchObject({ status: 200, body: [] })
      const [first] = [(await call('PUT', path, [command])).body].flat()
      const [again] = [(await call('PUT', path, [{ ...command, description: 'Tells' }])).body].flat()

      expect(again).toMatchObject({ id: first?.['id'], description: 'Tells', application_id: app.id })
      expect(await call('PUT', path, [])).toMatchObject({ status: 200, body: [] })
      expect(far.callsOf('commands')).toHaveLength(3)
      expect(far.problems).toEqual([])
    },
  )

  test.skipIf(openApi === undefined)('that break the description are refused', async () => {
    const path = `/applications/${app.id}/commands`

    expect(await call('PUT', path, [{ type: 1 }])).toMatchObject(refusal(400, 50_035))
    expect(far.problems).not.toEqual([])
  })

  test('of a server without the bot are not to be had', async () => {
    far.removeBot(places.guild)

    expect(
      await call('PUT', `/applications/${app.id}/guilds/${places.guild}/commands`, [command]),
    ).toMatchObject(refusal(403, 50_001))
  })
})
