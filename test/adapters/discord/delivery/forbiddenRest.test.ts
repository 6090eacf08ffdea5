import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { admit } from '../../../../adapters/discord/people/admit.ts'
import { closedRoom, createForbidden } from '../../../../src/chat/delivery/forbidden.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { DeliveryError } from '../../../../src/core/errors.ts'
import { block, message } from '../../../../src/core/message.ts'
import { createLog } from '../../../../src/process/log.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { stubHost } from '../../../support/stubHost.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld({ timings: { gatherMs: 50 } })
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
  here.far.clear()
})
afterEach(async () => {
  await here.end()
})

const { cted } = users
const shows = ({ body }: Posted) => displayed(body).text
const sendsTo = (channel: string) =>
  here.far.callsOf('send').filter(({ path }) => path.includes(`/${channel}/`)).length
const called = () =>
  here.far.messages.filter(({ body }) => String(body['content']).startsWith(`<@${cted.id}>`))
const direct = () =>
  here.far.messages.filter(({ channel }) => channel === here.far.directOf(cted.id)).map(shows)

const room = { platform: 'discord', tenant: places.guild, channel: places.channel, private: false }
const person = { platform: 'discord', tenant: '-', account: cted.id, email: null, name: 'CTED' }

/** Whoever is called to a room is called a little later. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 400))

/** What a delivery failed with. */
async function fault(work: Promise<void>): Promise<{ kind: string | undefined; why: string }> {
  const error = await work.then(
    () => undefined,
    (failed: unknown) => failed,
  )
  if (error === undefined) return { kind: undefined, why: '' }
  if (!(error instanceof DeliveryError)) throw error
  return { kind: error.fault.kind, why: error.message }
}

async function invite(title: string): Promise<void> {
  await here.slash('interpol', 'meeting schedule', { title, wg: 'ETCIP', start: '12 Dec 14:30' }, 'direct')
  await here.settle()
  await soon()
  await here.settle()
}

async function isReachable(): Promise<boolean> {
  const { rows } = await here.database.store.pool.query(
    `select fault from identities where account = $1 and fault is not null`,
    [cted.id],
  )
  return rows.length === 0
}

describe('somebody whose direct messages are closed', () => {
  beforeEach(() => here.far.closeDirect(cted.id))

  test('is called to the room again with the notices of another day', async () => {
    await invite('First')
    await invite('Second')
    expect(called()).toHaveLength(1)
    here.clock.set(new Date('2026-11-22T13:00:00Z'))
    await invite('Third')

    expect(called()).toHaveLength(2)
    expect(await isReachable()).toBe(true)
  })

  test('is not asked for more often than once an hour', async () => {
    const channel = () => here.far.directOf(cted.id)
    await here.adapter.post(person, message('One'), 'n1').catch(() => undefined)
    for (const key of ['n2', 'n3']) {
      expect(await fault(here.adapter.post(person, message('More'), key))).toMatchObject({
        kind: 'paced',
        why: expect.stringContaining('/profile show'),
      })
    }
    expect(sendsTo(channel())).toBe(1)
    here.clock.set(new Date('2026-11-21T13:00:01Z'))
    await here.adapter.post(person, message('Another'), 'n4').catch(() => undefined)

    expect(sendsTo(channel())).toBe(2)
    await expect.poll(called).toHaveLength(1)
  })

  test('is written to within the hour after they opened them, without a word of theirs', async () => {
    await invite('Closed')
    here.far.closeDirect(cted.id, false)
    here.clock.set(new Date('2026-11-21T13:00:10Z'))
    await invite('Open')

    expect(direct().join('\n')).toContain('You are invited: Open')
  })

  test.each([
    ['looked up', 'member', undefined],
    ['called', 'send', places.channel],
  ] as const)('is tried again where they could not be %s just now', async (_, kind, where) => {
    here.far.fault(kind, { kind: 'status', status: 500 }, 1, where)
    await fault(here.adapter.post(person, message('One'), 'n1'))
    await expect.poll(called).toHaveLength(1)
  })

  test.each([
    [50_007, 'paced'],
    [50_278, 'gone'],
  ])('is called as well where Discord says so at the opening (%i)', async (code, kind) => {
    here.far.fault('direct', { kind: 'status', status: 403, code })

    expect((await fault(here.adapter.post(person, message('One'), 'n1'))).kind).toBe(kind)
    await expect.poll(called).toHaveLength(1)
  })

  test('is told what opens the way, and it does', async () => {
    await here.adapter.post(person, message('One'), 'n1').catch(() => undefined)
    await expect.poll(called).not.toEqual([])
    const [call] = called()
    expect(call && shows(call)).toContain('type /profile show here')
    here.far.closeDirect(cted.id, false)
    await here.slash('cted', 'profile show')
    await here.adapter.post(person, message('Two'), 'n2')

    expect(direct()).toEqual(['Two'])
  })
})

describe('a room in which the bot may not write', () => {
  test('is asked for once an hour', async () => {
    here.far.allow(places.channel, 'read')
    for (const key of ['n1', 'n2', 'n3']) {
      const { kind, why } = await fault(here.adapter.announce(room, message('News'), key))
      expect(kind).toBe('paced')
      expect(why).toContain('Send Messages')
    }
    expect(sendsTo(places.channel)).toBe(1)
    here.clock.set(new Date('2026-11-21T13:00:01Z'))
    await fault(here.adapter.announce(room, message('News'), 'n4'))

    expect(sendsTo(places.channel)).toBe(2)
  })

  test('is written to as soon as it is mended and somebody types a command there', async () => {
    here.far.allow(places.channel, 'read')
    await fault(here.adapter.announce(room, message('News'), 'n1'))
    here.far.allow(places.channel, 'write')
    await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
    await here.adapter.announce(room, message('Good news'), 'n2')

    expect(here.far.messages.filter(({ channel }) => channel === places.channel).map(shows)).toContain(
      'Good news',
    )
  })
})

describe('what ends the rest of a room', () => {
  const asked = () => sendsTo(places.channel)
  beforeEach(async () => {
    here.far.allow(places.channel, 'read')
    await fault(here.adapter.announce(room, message('News'), 'n1'))
  })

  test('is not a command of somebody who is not known', async () => {
    await here.slash('guest', 'help')
    await fault(here.adapter.announce(room, message('News'), 'n1'))

    expect(asked()).toBe(1)
  })

  test('is the command of somebody who is', async () => {
    await here.slash('cted', 'help')
    await fault(here.adapter.announce(room, message('News'), 'n1'))

    expect(asked()).toBe(2)
  })

  test.each([
    ['nothing that is only being typed', { typing: true }, true],
    ['what is asked for', {}, false],
  ])('is %s', async (_, how, rests) => {
    const target = places.channel
    const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
    const host = { ...stubHost(clock), nameOf: async () => 'CTED' }
    const forbidden = createForbidden('discord', host, createLog('silent'))
    const guarded = { target, key: 'n1', alert: closedRoom('discord', target) }
    await fault(
      forbidden.attempt(guarded, async () => {
        throw new DeliveryError('No.', { kind: 'forbidden' })
      }),
    )
    const settings = here.far.settings()
    const origin = {
      ...{ id: '1', token: 't', user: { id: cted.id, name: 'CTED', username: 'cted' }, heardAt: 0 },
      ...{ locale: undefined, guild: places.guild, channel: target, direct: false, lacks: [] },
    }
    const door = { settings, forbidden, host: here.bot }
    expect((await admit(door, origin, how)).kind).toBe('in')
    expect(forbidden.rests(target)).toBe(rests)
  })
})

describe('a server that is taken out of DISCORD_GUILDS', () => {
  test('hears nothing more, and it is said which setting keeps it so', async () => {
    const other = await here.replica({ guilds: [places.otherGuild] })
    const { kind, why } = await fault(other.adapter.announce(room, message('News'), 'n1'))

    expect(kind).toBe('forbidden')
    expect(why).toContain('DISCORD_GUILDS')
    expect(sendsTo(places.channel)).toBe(0)
  })

  test('is no place to call anybody to', async () => {
    const other = await here.replica({ guilds: [places.otherGuild] })
    here.far.closeDirect(cted.id)
    await fault(other.adapter.post(person, message('One'), 'n1'))
    await soon()

    expect(called()).toEqual([])
  })
})

describe('a message in several parts', () => {
  test('of which one was in doubt goes on with the next, however late', async () => {
    const blocks = Array.from({ length: 60 }, (_, n) => block.text(`M${n} ${'x'.repeat(150)}`))
    const long = message('Much.', ...blocks)
    const post = () => fault(here.adapter.post(person, long, 'long'))
    await here.adapter.post(person, message('Hello.'), 'first')
    const channel = here.far.directOf(cted.id)
    here.far.fault('send', { kind: 'reset', before: false }, 1, channel)
    expect(await post()).toMatchObject({ kind: 'retryable' })
    here.far.fault('send', { kind: 'slow', ms: 1 }, 1, channel)
    here.far.fault('send', { kind: 'status', status: 429, retryAfter: 1 }, 1, channel)
    await expect.poll(async () => (await post()).kind).toBe('retryable')
    here.clock.set(new Date('2026-11-21T12:10:00Z'))
    await expect.poll(async () => (await post()).kind, { interval: 500 }).toBe(undefined)

    const numbers = [
      ...direct()
        .join('\n')
        .matchAll(/M(\d+) x/g),
    ].map(([, n]) => Number(n))
    expect(numbers).toEqual(blocks.map((_, n) => n))
  })
})
