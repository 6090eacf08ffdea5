import { afterEach, describe, expect, test } from 'vitest'

import type { SlackSettings } from '../../../../adapters/slack/settings.ts'
import { describeNext, linkedAccounts } from '../../../support/slack/accounts.ts'
import { install } from '../../../support/slack/browser.ts'
import { oauth } from '../../../support/slack/installed.ts'
import { type PayloadFields, type User, userObject, viewSubmission } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld } from '../../../support/slack/world.ts'

let world: SlackWorld
afterEach(() => world.end())

const show = async (given: PayloadFields = {}) =>
  (await world.command('/profile', 'show', { user: 'U2', ...given })).text

/** The operator's own workspace T1, by the bot token, and T2, which installed the bot by OAuth. */
async function twoWorkspaces(given: Partial<SlackSettings> = {}): Promise<void> {
  world = await slackWorld({ oauth, ...given })
  world.far.addTeam({ teamId: 'T2', name: 'Second', botToken: 'xoxb-2', botUserId: 'UBOT2', botId: 'B2' })
  world.far.addUser('T2', { id: 'U2', email: 'focal.cted@compact.example', realName: 'somebody' })
  world.far.addUser('T2', { id: 'U3', email: 'focal.cted@elsewhere.example', realName: 'somebody' })
  await install(world, 'T2')
}

const linked = async () => (await linkedAccounts(world)).map(({ tenant, account }) => `${tenant}:${account}`)

describe('an e-mail address', () => {
  test('is taken from the workspace of the bot token, and from no other', async () => {
    await twoWorkspaces()
    expect(await show()).toContain('CTED focal point')
    expect(await show({ team: 'T2' })).not.toContain('CTED focal point')
    expect(await linked()).toEqual(['T1:U2'])
    const link = await world.command('/profile', 'link focal.cted@compact.example', {
      user: 'U2',
      team: 'T2',
    })
    expect(link.text).toContain('the secretariat is asked')
    expect(await linked()).toEqual(['T1:U2'])
  })

  test('is taken from another workspace for the domains that the operator names', async () => {
    await twoWorkspaces({ trust: [{ team: 'T2', domains: ['un.org', 'compact.example'] }] })
    expect(await show({ team: 'T2' })).toContain('CTED focal point')
    expect(await linked()).toEqual(['T2:U2'])
  })

  test.each([
    ['another domain', [{ team: 'T2', domains: ['un.org', 'example', 'not-compact.example'] }]],
    ['another workspace', [{ team: 'T5', domains: ['*'] }]],
  ])('is not taken where the operator names %s', async (_name, trust) => {
    await twoWorkspaces({ trust })
    expect(await show({ team: 'T2' })).not.toContain('CTED focal point')
    expect(await linked()).toEqual([])
  })

  test('is taken for all domains where the operator says so', async () => {
    await twoWorkspaces({ trust: [{ team: 'T2', domains: ['*'] }] })
    expect(await show({ team: 'T2' })).toContain('CTED focal point')
  })

  test('is not taken where its owner has not confirmed it', async () => {
    world = await slackWorld()
    const user = { id: 'U2', email: 'focal.cted@compact.example', realName: 'focal.cted' }
    describeNext(world, { ...userObject(user, 'T1'), is_email_confirmed: false })
    expect(await show()).not.toContain('CTED focal point')
    expect(world.far.callsOf('users.info')).toHaveLength(1)
    expect(await linked()).toEqual([])
  })
})

describe('who is refused, politely, with nothing done', () => {
  /** Says how often anything was dispatched since: every dispatch enters what it was asked. */
  const traces = async () =>
    Promise.all(
      (['audit', 'receipts', 'identities'] as const).map(async (table) => {
        const rows = await world.database.store.kysely.selectFrom(table).selectAll().execute()
        return rows.length
      }),
    )

  const base: User = { id: 'U2', email: 'focal.cted@compact.example', realName: 'focal.cted' }
  const strange = 'You belong to another workspace than the one in which I am installed'
  const change = 'timezone Nairobi'

  async function refused(given: PayloadFields = {}): Promise<string> {
    const before = await traces()
    const answered = await world.command('/profile', change, { user: 'U2', ...given })
    expect(answered.status).toBe(200)
    expect(answered.json).toMatchObject({ response_type: 'ephemeral' })
    expect(await traces()).toEqual(before)
    return answered.text
  }

  test('somebody like them who is a member is not', async () => {
    world = await slackWorld()
    const before = await traces()
    expect((await world.command('/profile', change, { user: 'U2' })).text).toContain('Africa/Nairobi now')
    expect(await traces()).not.toEqual(before)
  })

  test.each<[string, Partial<User>, string]>([
    ['a guest', { isRestricted: true }, 'You are a guest in this workspace'],
    ['a guest of one channel', { isUltraRestricted: true }, 'You are a guest in this workspace'],
    ['a bot', { isBot: true }, 'Bots cannot use me.'],
    ['a stranger', { isStranger: true }, strange],
    ['a deactivated account', { deleted: true }, 'This account is deactivated.'],
    ['somebody of another team in a shared channel', { teamId: 'T9' }, strange],
  ])('%s', async (_name, kind, text) => {
    world = await slackWorld()
    world.far.addUser('T1', { ...base, ...kind })
    expect(await refused()).toContain(text)
  })

  test('a stranger’s mention in a shared channel', async () => {
    world = await slackWorld()
    world.far.addUser('T1', { ...base, teamId: 'T9' })
    world.far.addChannel('T1', { id: 'C1', name: 'shared', members: ['U2', 'UBOT1'] })
    const before = await traces()
    const event = { user_team: 'T9', source_team: 'T9', text: `<@UBOT1> profile ${change}` }
    expect((await world.tell('app_mention', event, { user: 'U2' })).status).toBe(200)
    expect(await traces()).toEqual(before)
    expect(world.far.messages.map(({ args }) => args['text'])).toEqual([expect.stringContaining(strange)])
    expect(world.far.messages[0]?.ephemeralTo).toBe('U2')
  })

  test('a stranger’s home tab says why', async () => {
    world = await slackWorld()
    world.far.addUser('T1', { ...base, isRestricted: true })
    await world.tell('app_home_opened', {}, { user: 'U2' })
    expect(JSON.stringify(world.far.homes.get('T1:U2'))).toContain('You are a guest in this workspace')
  })

  test('a stranger whose event names the stranger’s own organization', async () => {
    world = await slackWorld()
    world.far.addUser('T1', { ...base, email: 'secretariat@compact.example', teamId: 'T9' })
    const before = await traces()
    const view = { private_metadata: 'profile timezone|x', callback_id: 'form', app_installed_team_id: 'T1' }
    const own = { team: { id: 'T9', enterprise_id: 'E9' }, enterprise: { id: 'E9', name: 'Elsewhere' } }
    const values = {
      zone: { 'pick:zone': { type: 'external_select', selected_option: { value: 'Africa/Nairobi' } } },
    }
    const change = { ...own, user: { id: base.id, team_id: 'T9' } }
    const { text } = await world.act(viewSubmission({ ...view, values }, { user: base.id, change }))
    expect(text).toContain(strange)
    expect(text).toContain('Africa/Nairobi')
    expect(await traces()).toEqual(before)
  })

  test('a workspace that is not among those that may use the bot', async () => {
    world = await slackWorld({ teams: ['T5'] })
    expect(await refused()).toContain('This workspace is not among those that may use me here.')
    expect(world.far.callsOf('users.info')).toEqual([])
  })

  test('a workspace of an organization that may is not refused', async () => {
    world = await slackWorld({ teams: ['E1'] }, { enterpriseId: 'E1' })
    const { text } = await world.command('/profile', change, { user: 'U2', enterprise: 'E1' })
    expect(text).toContain('Africa/Nairobi now')
  })

  test('what is meant for another app', async () => {
    world = await slackWorld({ appId: 'A1' })
    expect(await refused({ app: 'A2' })).toContain('This request is meant for another app.')
    expect((await world.command('/profile', change, { user: 'U2' })).text).toContain('Africa/Nairobi now')
  })
})
