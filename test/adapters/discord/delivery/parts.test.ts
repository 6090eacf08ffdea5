import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { block, message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
})
afterEach(() => here.end())

const shows = ({ body }: Posted) => displayed(body).text
const told = (role: Role) =>
  here.far.messages.filter((one) => one.channel === here.far.directOf(users[role].id)).map(shows)

describe('a message in several parts', () => {
  const items = Array.from({ length: 60 }, (_, n) => `M${n}`)

  test('that is broken off goes on where it stopped', async () => {
    const long = message('Much.', ...items.map((item) => block.text(`${item} ${'x'.repeat(150)}`)))
    const to = { platform: 'discord', tenant: '-', account: users.cted.id, email: null, name: 'CTED' }
    const channel = here.far.directOf(users.cted.id)
    await here.adapter.post(to, message('Hello.'), 'first')
    here.far.clear()
    here.far.fault('send', { kind: 'slow', ms: 1 }, 1, channel)
    here.far.fault('send', { kind: 'status', status: 429, retryAfter: 1 }, 1, channel)
    await expect(here.adapter.post(to, long, 'long')).rejects.toThrow()
    const before = told('cted').length
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    // By then Discord has forgotten the nonces of those that stand there.
    here.clock.set(new Date(here.clock.now().getTime() + 10 * 60_000))
    await expect.poll(() => here.adapter.post(to, long, 'long').then(() => 'sent', String)).toBe('sent')
    const numbers = [
      ...told('cted')
        .join('\n')
        .matchAll(/M(\d+) x/g),
    ].map(([, n]) => Number(n))

    expect(before).toBe(2)
    expect(numbers).toEqual(items.map((_, n) => n))
    expect(here.far.problems).toEqual([])
  })

  test('comes in full to the second account of somebody in whose first one it was broken off', async () => {
    const long = message('Much.', ...items.map((item) => block.text(`${item} ${'x'.repeat(150)}`)))
    const to = { platform: 'discord', tenant: '-', email: null, name: 'CTED' }
    const channel = here.far.directOf(users.cted.id)
    here.far.fault('send', { kind: 'slow', ms: 1 }, 1, channel)
    here.far.fault('send', { kind: 'status', status: 400, code: 50_035 }, 1, channel)
    await expect(here.adapter.post({ ...to, account: users.cted.id }, long, 'long')).rejects.toThrow()
    await here.adapter.post({ ...to, account: users.unodc.id }, long, 'long')

    expect(told('cted')).toHaveLength(1)
    expect(told('unodc').join('\n')).toContain('M0 x')
    expect(here.far.problems).toEqual([])
  })

  test('of which one is in doubt in one account is not held for doubtful in another', async () => {
    const to = { platform: 'discord', tenant: '-', email: null, name: 'CTED' }
    here.far.fault('send', { kind: 'reset', before: false }, 1, here.far.directOf(users.cted.id))
    const first = { ...to, account: users.cted.id }
    await expect(here.adapter.post(first, message('News.'), 'one')).rejects.toThrow()
    here.clock.set(new Date(here.clock.now().getTime() + 10 * 60_000))
    await here.adapter.post({ ...to, account: users.unodc.id }, message('News.'), 'one')

    expect(told('unodc')).toEqual(['News.'])
    expect(here.far.problems).toEqual([])
  })

  test('is said in full though nothing can note how far it came', async () => {
    const { keep } = here.bot
    const { put } = keep
    const away: typeof put = (key, ...more) =>
      key.kind === 'progress' ? Promise.reject(new Error('the store is away')) : put(key, ...more)
    Object.assign(keep, { put: away })
    const room = { platform: 'discord', tenant: places.guild, channel: places.channel, private: false }
    const long = message('Much.', ...items.map((item) => block.text(`${item} ${'x'.repeat(150)}`)))
    await here.adapter.announce(room, long, 'long').finally(() => Object.assign(keep, { put }))
    const posted = here.far.messages.filter(({ channel }) => channel === places.channel)

    expect(posted.length).toBeGreaterThan(1)
    expect(posted.map(shows).join('\n')).toContain('M59 x')
    expect(here.far.problems).toEqual([])
  })

  test('is not sent faster than Discord takes it in one channel', async () => {
    const room = { platform: 'discord', tenant: places.guild, channel: places.channel, private: false }
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        here.adapter.announce(room, message(`Number ${n}`), `n${n}`).then(
          () => 'sent',
          (error: { fault?: { kind: string } }) => error.fault?.kind,
        ),
      ),
    )

    expect(outcomes.filter((one) => one === 'sent').length).toBeLessThanOrEqual(6)
    expect(outcomes.filter((one) => one === 'paced').length).toBeGreaterThanOrEqual(6)
    expect(here.far.callsOf('send').length).toBeLessThanOrEqual(6)
    expect(here.far.problems).toEqual([])
  })
})
