import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createKeep } from '../../../../src/bot/keep.ts'
import { createSeal } from '../../../../src/process/seal.ts'
import { install } from '../../../support/slack/browser.ts'
import { keptText, oauthWorld, tellEnd } from '../../../support/slack/installed.ts'
import type { SlackWorld } from '../../../support/slack/world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await oauthWorld()
})
afterEach(() => world.end())

const renewals = () =>
  world.far.callsOf('oauth.v2.access').filter(({ args }) => args['grant_type'] === 'refresh_token')
const posts = () => world.far.callsOf('chat.postMessage')
const remind = (user: string, at: string) => world.command('/reminder', `add "Tea" at:${at}`, { user })

describe('a token in the store', () => {
  const place = { platform: 'slack', kind: 'installation', tenant: 'T1', key: 'bot' }
  const keepWith = (...keys: string[]) =>
    createKeep(world.database.store.kysely, world.clock, createSeal(keys))

  test('is sealed, with the means to renew it', async () => {
    await install(world, 'T1')
    await install(world, 'T2', { rotates: true })
    const kept = await keptText(world)
    expect(kept).toContain('"sealed":"v1.')
    expect(kept).not.toMatch(/xox[a-z]/)
    expect(world.log.join('')).not.toMatch(/xox[a-z]/)
  })

  test('is opened with the old key behind the new one, and sealed with the new one from then on', async () => {
    await keepWith('old').put(place, { botToken: 'xoxb-7' }, { secret: true })
    expect((await keepWith('new', 'old').get(place))?.value).toEqual({ botToken: 'xoxb-7' })
    await keepWith('new', 'old').put(place, { botToken: 'xoxb-8' }, { secret: true })
    expect((await keepWith('new').get(place))?.value).toEqual({ botToken: 'xoxb-8' })
  })

  test('without its key is an error that names the setting, and nobody is told that nothing is installed', async () => {
    await keepWith('gone').put(place, { botToken: 'xoxb-1', botUserId: 'UBOT1' }, { secret: true })
    await expect(keepWith('new').get(place)).rejects.toThrow('no key in ENCRYPTION_KEYS opens a secret')
    expect((await world.command('/help')).text).not.toContain('not installed')
    expect(world.log.join('')).toContain('no key in ENCRYPTION_KEYS opens a secret')
  })

  test('is not opened in another place, nor when it was changed', async () => {
    await keepWith('key').put(place, { botToken: 'xoxb-7' }, { secret: true })
    await world.database.store.pool.query("update kept set tenant = 'T2' where tenant = 'T1'")
    await expect(keepWith('key').get({ ...place, tenant: 'T2' })).rejects.toThrow(/authenticate/)
    const sealed = createSeal(['key']).close('text', 'here')
    expect(createSeal(['key']).open(sealed, 'here')).toBe('text')
    const changed = sealed.replace(/\.(.)(?=[^.]*$)/, (_, first) => `.${first === 'A' ? 'B' : 'A'}`)
    expect(() => createSeal(['key']).open(changed, 'here')).toThrow(/authenticate/)
    expect(() => createSeal([]).close('text', 'here')).toThrow('set ENCRYPTION_KEYS')
  })

  test.each([
    { sealed: 'x' },
    { sealed: 'v1.of.the.letters' },
    { sealed: 'v1.text', more: 1 },
    { sealed: 7 },
  ])('is not looked for in what only has a member of that name: %j', async (value) => {
    await keepWith('key').put(place, value)
    expect((await keepWith('key').get(place))?.value).toEqual(value)
  })

  test('is not opened by the beginning of its tag, nor taken for sealed where it is not', () => {
    const [version, id, nonce, tag = '', body] = createSeal(['key']).close('text', 'here').split('.')
    const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
    expect(() => createSeal(['key']).open([version, id, nonce, short, body].join('.'), 'here')).toThrow()
    expect(() => createSeal(['key']).open('text', 'here')).toThrow('no key in ENCRYPTION_KEYS')
  })
})

describe('a token that ends', () => {
  let lastToken = ''

  // Installed at noon by the world’s clock; @slack/oauth counts by the machine’s, so the end is told anew.
  beforeEach(async () => {
    await install(world, 'T1', { rotates: true, expiresIn: 43_200 })
    await setEnd('2026-11-22T00:00:00Z')
    // To two people: one conversation takes one message a second, and the clock stands.
    for (const user of ['U2', 'U3']) await remind(user, '2026-11-21T22:05Z')
    await remind('U2', '2026-11-21T23:00Z')
    lastToken = world.far.callsOf('users.info').at(-1)?.token ?? ''
    world.far.clear()
  })

  async function setEnd(expiresAt: string): Promise<void> {
    const place = { platform: 'slack', kind: 'installation', tenant: 'T1', key: 'bot' }
    const kept = await world.bot.keep.get(place)
    await world.bot.keep.put(place, { ...Object(kept?.value), expiresAt }, { secret: true })
    world.clock.set(new Date(world.clock.now().getTime() + 61_000))
  }

  test('is used as it is while it lives long enough', async () => {
    await remind('U4', '2026-11-21T21:59Z')
    await world.turn('2026-11-21T21:59:30Z')
    expect(posts()).toHaveLength(1)
    expect(renewals()).toEqual([])
  })

  test('is renewed before a delivery of the last two hours, once, and the new one is used', async () => {
    await world.turn('2026-11-21T22:06:00Z')
    expect(renewals().map(({ outcome }) => outcome)).toEqual(['ok'])
    const [first, second] = posts()
    expect(first?.token).toMatch(/^xoxe\.xoxb/)
    expect(second?.token).toBe(first?.token)
    await world.turn('2026-11-21T23:01:00Z')
    expect(renewals()).toHaveLength(1)
    expect(posts().map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok'])
    expect(await keptText(world)).not.toMatch(/xox[a-z]/)
  })

  test('is renewed by one of two replicas at once, and both go on', async () => {
    const other = await world.replica()
    world.clock.set(new Date('2026-11-21T22:30:00Z'))
    world.far.fault('oauth.v2.access', { kind: 'slow', ms: 200 })
    const commands = [world.base, other.base, world.base, other.base].map((base, index) =>
      world.command('/profile', 'show', { user: `U${(index % 4) + 1}` }, base),
    )
    for (const { text } of await Promise.all(commands)) expect(text).toContain('You are')
    expect(renewals()).toHaveLength(1)
  })

  test('that has ended already is waited for while another replica renews it', async () => {
    const other = await world.replica()
    world.far.revoke(lastToken, 'token_expired')
    world.far.fault('oauth.v2.access', { kind: 'slow', ms: 300 })
    world.clock.set(new Date('2026-11-23T09:00:00Z'))
    const shown = [world.base, other.base].map((base, index) =>
      world.command('/profile', 'show', { user: `U${index + 2}` }, base),
    )
    await Promise.all(shown)
    expect(renewals()).toHaveLength(1)
    const tokens = world.far.callsOf('users.info').map(({ token, outcome }) => [token === lastToken, outcome])
    expect(tokens).toEqual([
      [false, 'ok'],
      [false, 'ok'],
    ])
  })

  test('a replica that read it before the other renewed it takes the new one', async () => {
    const other = await world.replica()
    world.clock.set(new Date('2026-11-21T21:59:40Z'))
    await world.command('/help', '', { user: 'U2' }, other.base)
    world.clock.set(new Date('2026-11-21T22:00:05Z'))
    await world.command('/help', '', { user: 'U2' })
    expect(renewals()).toHaveLength(1)
    // The lease has ended, and what the other replica read is still good.
    world.clock.set(new Date('2026-11-21T22:00:38Z'))
    world.far.clear()
    await world.command('/profile', 'show', { user: 'U4' }, other.base)
    expect(renewals()).toEqual([])
    expect(world.far.callsOf('users.info').map(({ token }) => token)).toEqual([
      expect.stringMatching(/^xoxe\.xoxb/),
    ])
  })

  test('goes on as it is where it cannot be renewed, and is tried again', async () => {
    world.far.fault('oauth.v2.access', { kind: 'error', error: 'invalid_refresh_token' })
    await world.turn('2026-11-21T22:06:00Z')
    expect(renewals().map(({ outcome }) => outcome)).toEqual(['invalid_refresh_token'])
    expect(posts().map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
    expect(world.log.join('')).toContain('failed to renew a token')
    await world.turn('2026-11-21T23:01:00Z')
    expect(renewals().map(({ outcome }) => outcome)).toEqual(['invalid_refresh_token', 'ok'])
    expect(posts().map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok'])
  })

  test('an end that comes while it is renewed is not undone', async () => {
    world.clock.set(new Date('2026-11-21T22:30:00Z'))
    world.far.fault('oauth.v2.access', { kind: 'slow', ms: 300 })
    const asked = world.command('/help', '', { user: 'U2' })
    await expect.poll(renewals).toHaveLength(1)
    await tellEnd(world, 'app_uninstalled', world.clock.now())
    await asked
    expect(await keptText(world, 'installation')).toBe('[]')
  })
})
