import { Client, Events, GatewayIntentBits, type GatewayIntentsString } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { destroyClient } from '../../../../adapters/discord/doors/destroyClient.ts'
import { socketOptions } from '../../../../adapters/discord/doors/sockets.ts'
import { until } from '../../runner/until.ts'
import { places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { slash } from '../sent/interactions.ts'
import { populate, users } from '../world/people.ts'

let far: FarSide
const clients: Client[] = []

beforeEach(async () => {
  far = await startFarSide()
  populate(far)
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map(destroyClient))
  await far.stop()
})

function join(...intents: readonly GatewayIntentsString[]) {
  const heard: unknown[] = []
  const closed: number[] = []
  const client = new Client({
    intents: ['Guilds', ...intents],
    rest: { api: far.apiUrl, retries: 0 },
    ws: socketOptions,
  })
  clients.push(client)
  client.on(Events.Error, () => undefined)
  client.on(Events.ShardDisconnect, ({ code }) => void closed.push(code))
  client.ws.on('INTERACTION_CREATE' as never, ((raw: { id: string }) => void heard.push(raw.id)) as never)
  return { client, heard, closed, login: () => client.login(far.settings().token) }
}

async function ready(joined: ReturnType<typeof join>): Promise<void> {
  await joined.login()
  await until(() => expect(joined.client.isReady()).toBe(true))
}

const help = () => slash(far, { command: 'help', by: users.cted.id })

describe('the gateway', () => {
  test('lets the real client in, with its servers', async () => {
    const one = join()
    await ready(one)

    expect(one.client.guilds.cache.get(places.guild)?.name).toBe(places.guildName)
    expect(one.client.channels.cache.has(places.thread)).toBe(true)
    expect([far.gateway.identifies, far.gateway.ready()]).toEqual([1, 1])
    expect(far.gateway.left).toBe(999)
    expect(far.problems).toEqual([])
  })

  test('brings interactions raw, and what was missed after a broken connection', async () => {
    const one = join()
    await ready(one)
    const asked = help()
    far.emit(asked)
    await until(() => expect(one.heard).toEqual([asked['id']]))
    far.gateway.drop()
    await until(() => expect(far.gateway.ready()).toBe(0))
    const missed = help()
    far.emit(missed)

    await until(() => expect(one.heard).toEqual([asked['id'], missed['id']]))
    expect([far.gateway.identifies, far.gateway.resumes]).toEqual([1, 1])
  })

  test('brings no interactions to a bot that has them by HTTP', () => {
    far.application.endpointUrl = 'https://rapporteur.example/discord/interactions'

    expect(() => far.emit(help())).toThrow(/not by the gateway/)
  })

  test('asks to come back, which is a resume', async () => {
    const one = join()
    await ready(one)
    far.gateway.reconnect()
    await until(() => expect(far.gateway.resumes).toBe(1))
    const asked = help()
    far.emit(asked)

    await until(() => expect(one.heard).toEqual([asked['id']]))
    expect(far.gateway.identifies).toBe(1)
  })

  test('ends a session, which is to be resumed or not', { timeout: 30_000 }, async () => {
    const one = join()
    await ready(one)
    far.gateway.invalidate(true)
    await until(() => expect(far.gateway.resumes).toBe(1))
    far.gateway.invalidate(false)
    await until(() => expect(far.gateway.identifies).toBe(2))

    await until(() => expect(far.gateway.ready()).toBe(1))
  })

  test('forgets a session, and who comes back comes in anew', { timeout: 30_000 }, async () => {
    const one = join()
    await ready(one)
    far.gateway.forget()
    far.gateway.drop()

    await until(() => expect(far.gateway.identifies).toBe(2))
    expect(far.gateway.resumes).toBe(1)
  })

  test('leaves heartbeats unanswered, and the client comes back', async () => {
    far.gateway.heartbeatMs = 60
    far.gateway.acks = false
    const one = join()
    await ready(one)
    await until(() => expect(far.gateway.resumes).toBeGreaterThan(0))

    expect(far.gateway.received.some(({ op }) => op === 1)).toBe(true)
  })

  test('closes out a client that wants more than it is granted', async () => {
    const one = join('GuildMembers')

    await expect(one.login()).rejects.toThrow(/intents/i)
    expect(far.gateway.ready()).toBe(0)
    const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers
    expect(far.problems).toEqual([`IDENTIFY: the intents are ${intents}, not 1`])
  })

  test('closes out a client whose token is no good any more, and who comes anew with it', async () => {
    const one = join()
    await ready(one)
    far.revokeToken()
    await until(() => expect(one.closed).toEqual([4004]))

    far.gateway.refuses = 4004
    await expect(join().login()).rejects.toThrow()
  })

  test('closes everybody out with a code', async () => {
    const one = join()
    await ready(one)
    far.gateway.close(4013)

    await until(() => expect(one.closed).toEqual([4013]))
  })

  test('lets nobody in when too many came in today', async () => {
    far.gateway.left = 0

    await expect(join().login()).rejects.toThrow(/sessions/)
    expect(far.gateway.identifies).toBe(0)
  })

  test('ends the session of whoever goes with a word', async () => {
    const one = join()
    await ready(one)
    await one.client.destroy()
    const two = join()
    await ready(two)

    expect([far.gateway.identifies, far.gateway.resumes, far.gateway.ready()]).toEqual([2, 0, 1])
  })

  test('tells what becomes of servers and channels', async () => {
    const one = join()
    await ready(one)
    far.removeChannel(places.otherChannel)
    await until(() => expect(one.client.channels.cache.has(places.otherChannel)).toBe(false))
    far.removeBot(places.guild)

    await until(() => expect(one.client.guilds.cache.has(places.guild)).toBe(false))
  })
})
