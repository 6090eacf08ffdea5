import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { botScopes } from '../../../../adapters/slack/registration/manifest.ts'
import { beginInstall, comeBack, install, type Page } from '../../../support/slack/browser.ts'
import { keptText, oauth, oauthWorld } from '../../../support/slack/installed.ts'
import { type SlackWorld, slackWorld } from '../../../support/slack/world.ts'

let world: SlackWorld
beforeAll(async () => {
  world = await oauthWorld({ teams: ['T1', 'T2', 'E1', 'T3'] })
  world.far.client.id = oauth.clientId
  world.far.client.secret = oauth.clientSecret
})
afterAll(() => world.end())
afterEach(async () => {
  await world.database.store.pool.query('delete from kept')
  // What was read of an installation is good for a minute.
  world.clock.set(new Date(world.clock.now().getTime() + 61_000))
  world.far.clear()
})

function expectSafe({ headers }: Page): void {
  expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*script-src 'self'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
}

async function expectRefused(page: Page, said: string | RegExp, status = 400): Promise<void> {
  expect(page.status).toBe(status)
  expect(page.html).toMatch(said)
  expect(page.html).toContain(`<a href="${oauth.publicUrl}/slack/install">Begin again</a>`)
  expectSafe(page)
  expect(await keptText(world, 'installation')).toBe('[]')
}

describe('the page on which an installation begins', () => {
  test('leads to Slack with a state of its own, the scopes and the way back', async () => {
    const page = await beginInstall(world.base)
    expect(page.status).toBe(200)
    expect(page.html).toContain('color-scheme: light dark')
    expectSafe(page)
    expect(page.link.origin).toBe(new URL(world.far.url).origin)
    expect(page.link.pathname).toBe('/oauth/v2/authorize')
    expect(Object.fromEntries(page.link.searchParams)).toEqual({
      client_id: oauth.clientId,
      scope: botScopes.join(','),
      redirect_uri: `${oauth.publicUrl}/slack/oauth_redirect`,
      state: expect.stringMatching(/^[\w-]{40,}\.[\w-]{43}$/),
    })
    expect((await beginInstall(world.base)).state).not.toBe(page.state)
  })

  test('keeps the state in a cookie that no script reads, for ten minutes', async () => {
    const { headers, state } = await beginInstall(world.base)
    const parts = (headers.get('set-cookie') ?? '').split('; ')
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'Path=/', 'Max-Age=600']))
    expect(parts[0]?.endsWith(`=${state}`)).toBe(true)
  })

  test('writes its link as data, without scripts', async () => {
    const { html } = await beginInstall(world.base)
    expect(/href="([^"]*)"/.exec(html)?.[1]).toMatch(/^http[^&<>]*&amp;[^<>]*$/)
    expect(html).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;|#39;)/i)
  })

  test('leaves nothing in the store, however often it is opened, and is refused beyond sixty a minute', async () => {
    const { base } = await world.replica()
    const opened = await Promise.all(Array.from({ length: 80 }, () => fetch(`${base}/slack/install`)))
    const served = opened.filter(({ status }) => status === 200)
    const refused = opened.filter(({ status }) => status === 429)

    expect([served.length, refused.length]).toEqual([60, 20])
    expect(await refused[0]?.text()).toMatch(/too many requests from your address. Try again in \d/)
    expect(await keptText(world)).toBe('[]')
  })

  test('is not there for a bot token alone', async () => {
    const alone = await slackWorld()
    try {
      expect((await fetch(`${alone.base}/slack/install`)).status).toBe(404)
      expect((await fetch(`${alone.base}/slack/oauth_redirect?code=1&state=2`)).status).toBe(404)
      expect((await alone.command('/profile', 'show', { user: 'U2' })).text).toContain(
        'You are CTED focal point',
      )
      expect(await keptText(alone, 'installation')).toBe('[]')
      expect(await keptText(alone)).not.toContain('sealed')
    } finally {
      await alone.end()
    }
  })
})

describe('coming back from Slack', () => {
  test('with the right state and cookie installs, and the page says so', async () => {
    const page = await install(world, 'T1')
    expect(page.status).toBe(200)
    expectSafe(page)
    expect(page.html).toContain('Rapporteur is installed')
    expect(page.headers.get('set-cookie')).toMatch(/=deleted; .*Expires=Thu, 01 Jan 1970/)
    expect(world.far.callsOf('oauth.v2.access').map(({ args }) => args)).toEqual([
      expect.objectContaining({ redirect_uri: `${oauth.publicUrl}/slack/oauth_redirect` }),
    ])
    expect((await world.command('/help')).text).not.toContain('not installed')
  })

  test('another replica takes the state that one gave', async () => {
    const other = await world.replica()
    const { state, cookie } = await beginInstall(world.base)
    world.far.grant('c-replica', 'T1')
    expect((await comeBack(other.base, { code: 'c-replica', state }, cookie)).status).toBe(200)
  })

  test('with a state that was used is refused', async () => {
    const { state, cookie } = await beginInstall(world.base)
    world.far.grant('c-first', 'T1')
    world.far.grant('c-second', 'T2')
    expect((await comeBack(world.base, { code: 'c-first', state }, cookie)).status).toBe(200)
    await world.database.store.pool.query("delete from kept where kind = 'installation'")
    await expectRefused(await comeBack(world.base, { code: 'c-second', state }, cookie), 'begin again')
    expect(world.far.callsOf('oauth.v2.access')).toHaveLength(1)
  })

  test('twice at once installs once', async () => {
    const { state, cookie } = await beginInstall(world.base)
    world.far.grant('c-1', 'T1')
    world.far.grant('c-2', 'T2')
    const pages = await Promise.all(
      ['c-1', 'c-2'].map((code) => comeBack(world.base, { code, state }, cookie)),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('from another browser is refused, with no cookie or with its own', async () => {
    const { state, cookie } = await beginInstall(world.base)
    const other = await beginInstall(world.base)
    world.far.grant('c-other', 'T1')
    const query = { code: 'c-other', state }
    await expectRefused(await comeBack(world.base, query), 'Slack did not confirm the installation')
    await expectRefused(await comeBack(world.base, query, other.cookie), 'Please begin again')
    expect(world.far.callsOf('oauth.v2.access')).toEqual([])
    expect((await comeBack(world.base, query, cookie)).status).toBe(200)
  })

  test('after more than ten minutes is refused', async () => {
    const { state, cookie } = await beginInstall(world.base)
    world.far.grant('c-late', 'T1')
    world.clock.set(new Date(world.clock.now().getTime() + 10 * 60_000 + 1_000))
    const page = await comeBack(world.base, { code: 'c-late', state }, cookie)
    await expectRefused(page, 'longer than ten minutes. Please begin again')
    expect(world.far.callsOf('oauth.v2.access')).toEqual([])
  })

  test.each([
    ['without a state', { code: 'c-none' }],
    ['without a code', { state: 'any' }],
    ['with a state that we never gave', { code: 'c-none', state: 'made-up' }],
    ['after somebody said no', { error: 'access_denied', state: 'any' }],
  ])('%s is refused', async (_name, query) => {
    const cookie = `slack-app-oauth-state=${'state' in query ? query.state : ''}`
    world.far.grant('c-none', 'T1')
    await expectRefused(await comeBack(world.base, query, cookie), 'Rapporteur was not installed')
    expect(world.far.callsOf('oauth.v2.access')).toEqual([])
  })

  test('with a code that Slack does not know is refused, and neither page nor log tells secrets', async () => {
    const { state, cookie } = await beginInstall(world.base)
    const page = await comeBack(world.base, { code: '<script>c', state }, cookie)
    await expectRefused(page, 'Rapporteur was not installed')
    expect(page.html).not.toMatch(/<script|invalid_code/)
    expect(world.log.join('')).toContain('an installation failed')
    expect(world.log.join('')).not.toContain(oauth.clientSecret)
  })

  test('for a workspace that may not use the bot is refused', async () => {
    world.far.addTeam({ teamId: 'T9', name: 'Nine', botToken: 'xoxb-9', botUserId: 'UB9', botId: 'B9' })
    await expectRefused(await install(world, 'T9'), 'not among those that may use Rapporteur', 403)
  })
})
