import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { install } from '../../../support/slack/browser.ts'
import { keptText, oauthWorld, tellEnd } from '../../../support/slack/installed.ts'
import type { SlackWorld } from '../../../support/slack/world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await oauthWorld()
})
afterEach(() => world.end())

const ended = 'I am not installed in this workspace any more; an administrator can install me again.'

/** The clock goes on by so many seconds; what was read of an installation is good for a minute. */
function pass(seconds: number): Date {
  const now = new Date(world.clock.now().getTime() + seconds * 1000)
  world.clock.set(now)
  return now
}

const show = async (team = 'T1') => (await world.command('/profile', 'show', { team, user: 'U2' })).text

async function notices(): Promise<readonly { state: string; fault: string | null }[]> {
  const { rows } = await world.database.store.pool.query(
    "select state, fault from ledger where kind = 'reminder' order by id",
  )
  return rows
}

describe('an installation that ends', () => {
  beforeEach(async () => {
    await install(world, 'T1')
    expect(await show()).toContain('CTED focal point')
  })

  test.each([
    ['uninstalled, then revoked', ['app_uninstalled', 'tokens_revoked'] as const],
    ['revoked, then uninstalled', ['tokens_revoked', 'app_uninstalled'] as const],
  ])('is gone for all replicas within a minute: %s', async (_name, kinds) => {
    const other = await world.replica()
    await world.command('/help', '', {}, other.base)
    const at = pass(5)
    for (const kind of kinds) expect((await tellEnd(world, kind, at)).status).toBe(200)
    expect(await keptText(world, 'installation')).toBe('[]')
    expect(await show()).toContain(ended)
    pass(61)
    expect((await world.command('/help', '', {}, other.base)).text).toContain(ended)
  })

  test('a person’s own token that is revoked ends nothing', async () => {
    const event = { tokens: { oauth: ['U2'], bot: [] } }
    expect((await tellEnd(world, 'tokens_revoked', pass(5), { event })).status).toBe(200)
    expect(await show()).toContain('CTED focal point')
  })

  test('another bot’s token that is revoked ends nothing', async () => {
    const event = { tokens: { oauth: [], bot: ['UOTHER'] } }
    await tellEnd(world, 'tokens_revoked', pass(5), { event })
    expect(await show()).toContain('CTED focal point')
  })

  test.each(['app_uninstalled', 'tokens_revoked'] as const)(
    'news of an end before the installation of today change nothing: %s',
    async (kind) => {
      const before = world.clock.now()
      pass(5)
      await install(world, 'T1')
      await tellEnd(world, kind, before)
      pass(61)
      expect(await show()).toContain('CTED focal point')
    },
  )

  test('another workspace’s end is not ours', async () => {
    await install(world, 'T2')
    await tellEnd(world, 'app_uninstalled', pass(5), { team: 'T2' })
    expect(await show('T2')).toContain(ended)
    expect(await show()).toContain('CTED focal point')
  })

  test('deliveries stop and say why, everything else stays, and a new installation brings them back', async () => {
    await world.command('/reminder', 'add "First" at:2026-11-21T14:00Z', { user: 'U2' })
    await world.command('/reminder', 'add "Second" at:2026-11-21T15:00Z', { user: 'U2' })
    const before = await world.database.store.kysely.selectFrom('identities').selectAll().execute()
    await tellEnd(world, 'app_uninstalled', pass(5))
    world.far.revoke('xoxb-1')
    world.far.clear()
    await world.turn('2026-11-21T14:01:00Z')
    expect(await notices()).toEqual([{ state: 'dead', fault: 'no account could be reached' }])
    expect(world.log.join('')).toContain('The app is not installed in the workspace T1: install it again')
    expect(world.far.calls).toEqual([])
    // What is dead is not tried again.
    await world.turn('2026-11-21T14:30:00Z')
    expect(world.far.calls).toEqual([])
    expect(await world.database.store.kysely.selectFrom('identities').selectAll().execute()).toEqual(before)

    world.far.grant('none', 'T1')
    await install(world, 'T1')
    await world.turn('2026-11-21T15:01:00Z')
    expect((await notices()).map(({ state }) => state)).toEqual(['dead', 'sent'])
    expect(world.far.messages.map(({ args }) => args['text'])).toEqual([expect.stringContaining('Second')])
  })

  test('what is pressed or opened afterwards is answered, and nothing is done', async () => {
    const answered = await world.command('/profile', 'show', { user: 'U2' })
    await tellEnd(world, 'app_uninstalled', pass(5))
    world.far.clear()
    expect(
      (await world.press(answered.json, 'Change my time zone', 'ephemeral', { user: 'U2' })).status,
    ).toBe(200)
    expect((await world.tell('app_home_opened', {}, { user: 'U2' })).status).toBe(200)
    expect(world.far.calls).toEqual([])
  })
})

describe('organizations and several workspaces', () => {
  const inOrganization = { team: 'T3', user: 'U2', enterprise: 'E1' }

  test('an installation for the whole organization serves its workspaces', async () => {
    expect((await install(world, 'T3', { orgInstall: true })).status).toBe(200)
    for (const orgInstall of [true, false]) {
      const { text } = await world.command('/profile', 'show', { ...inOrganization, orgInstall })
      expect(text).toContain('UNODC focal point')
    }
    expect(await show('T2')).toContain(ended)
  })

  test('the end of one workspace’s own installation leaves the organization’s', async () => {
    await install(world, 'T3', { orgInstall: true })
    await install(world, 'T3')
    const change = { event_time: Math.floor(pass(5).getTime() / 1000) }
    const given = { team: 'T3', botUser: 'UBOTE', enterprise: 'E1', change }
    for (const kind of ['tokens_revoked', 'app_uninstalled'] as const) await world.tell(kind, {}, given)
    expect(await keptText(world, 'installation')).toMatch(/^\[\{[^[\]]*"tenant":"E1"[^[\]]*\}\]$/)
  })

  test('the end of the organization’s installation ends it for all', async () => {
    await install(world, 'T3', { orgInstall: true })
    const change = { event_time: Math.floor(pass(5).getTime() / 1000) }
    const given = { team: 'T3', botUser: 'UBOTE', enterprise: 'E1', orgInstall: true, change }
    await world.tell('app_uninstalled', {}, given)
    expect((await world.command('/profile', 'show', inOrganization)).text).toContain(ended)
  })

  test('the same user id in two workspaces is two accounts', async () => {
    await install(world, 'T1')
    await install(world, 'T2')
    expect(await show('T1')).toContain('CTED focal point')
    expect(await show('T2')).toContain('INTERPOL focal point')
    const rows = await world.database.store.kysely
      .selectFrom('identities')
      .innerJoin('people', 'people.id', 'identities.personId')
      .select(['tenant', 'account', 'people.email'])
      .where('platform', '=', 'slack')
      .orderBy('tenant')
      .execute()
    expect(rows).toEqual([
      { tenant: 'T1', account: 'U2', email: 'focal.cted@compact.example' },
      { tenant: 'T2', account: 'U2', email: 'focal.interpol@compact.example' },
    ])
  })
})
