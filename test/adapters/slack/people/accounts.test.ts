import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { linkedAccount, linkedAccounts } from '../../../support/slack/accounts.ts'
import { userObject } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld } from '../../../support/slack/world.ts'

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld()
})
afterEach(() => world.end())

const day = 86_400_000
const turn = (ms: number) => world.clock.set(new Date(world.clock.now().getTime() + ms))
const show = async (user: string, base?: string) =>
  (await world.command('/profile', 'show', { user }, base)).text
const asked = () => world.far.callsOf('users.info').length
const cted = { id: 'U2', email: 'focal.cted@compact.example', realName: 'focal.cted' }

describe('what Slack says of an account', () => {
  test('links it with the first command and stays when the address changes', async () => {
    expect(await show('U2')).toContain('CTED focal point')
    const [row] = await world.database.store.kysely.selectFrom('identities').selectAll().execute()
    expect(row).toMatchObject({ platform: 'slack', tenant: 'T1', account: 'U2', via: 'platform' })
    world.far.addUser('T1', { ...cted, email: 'focal.interpol@compact.example' })
    turn(day + 1)
    expect(await show('U2')).toContain('CTED focal point')
    expect(asked()).toBe(2)
    const rows = await world.database.store.kysely.selectFrom('identities').selectAll().execute()
    expect(rows).toEqual([row])
  })

  test('is asked once a day for each account, and not anew after a start or by another replica', async () => {
    for (let time = 0; time < 3; time++) await show('U2')
    await show('U3')
    expect(asked()).toBe(2)
    const other = await world.replica()
    expect(await show('U2', other.base)).toContain('CTED focal point')
    turn(day - 1)
    await show('U2', other.base)
    expect(asked()).toBe(2)
    turn(1)
    await show('U2')
    expect(asked()).toBe(3)
    expect(world.far.callsOf('users.info')[0]?.args).toMatchObject({ user: 'U2', include_locale: 'true' })
  })

  test('gives zone and locale, and a day later the new ones', async () => {
    world.far.addUser('T1', { ...cted, tz: 'Asia/Tokyo', locale: 'fr-FR' })
    await world.command('/reminder', 'list', { user: 'U2' })
    await world.command('/reminder', 'add "Tea" at:"tomorrow 9:00"', { user: 'U2' })
    expect(await linkedAccount(world, 'U2')).toMatchObject({
      zone: 'Asia/Tokyo',
      zoneFrom: 'platform',
      locale: 'fr-FR',
    })
    world.far.addUser('T1', { ...cted, tz: 'Africa/Nairobi', locale: 'en-US' })
    turn(day)
    await world.command('/profile', 'show', { user: 'U2' })
    await world.command('/reminder', 'add "Tea" at:"tomorrow 9:00"', { user: 'U2' })
    expect(await linkedAccount(world, 'U2')).toMatchObject({ zone: 'Africa/Nairobi', locale: 'en-US' })
  })

  test('confirms the zone of the directory, so that times are printed once to whoever looks and to whoever changes something', async () => {
    await world.command('/meeting', 'schedule Tea wg:ETCIP start:"30 Nov 9:00 Vienna"', { user: 'U1' })
    for (const line of ['/meeting show M1', '/reminder add "Tea" at:"30 Nov 9:00"', '/reminder list']) {
      const [command = '', ...words] = line.split(' ')
      const { json } = await world.command(command, words.join(' '), { user: 'U4' })
      const told = JSON.stringify(json?.['blocks'])
      expect(told).toContain('Mon 30 Nov 2026, 09:00 Europe/Vienna')
      expect(told).not.toContain('"type":"date"')
    }
    expect(await linkedAccount(world, 'U4')).toMatchObject({ zone: 'Europe/Vienna', zoneFrom: 'platform' })
  })

  test('comes by itself too: zone and locale are taken over at once', async () => {
    await show('U2')
    const user = userObject({ ...cted, tz: 'Asia/Tokyo', locale: 'de-DE' }, 'T1')
    expect((await world.tell('user_change', { user }, { user: 'U2' })).status).toBe(200)
    expect(await linkedAccount(world, 'U2')).toMatchObject({ zone: 'Asia/Tokyo', locale: 'de-DE' })
    expect(await show('U2')).toContain('Asia/Tokyo')
    expect(asked()).toBe(1)
  })

  test('does not move a zone that somebody set', async () => {
    await world.command('/profile', 'timezone Nairobi', { user: 'U2' })
    const user = userObject({ ...cted, tz: 'Asia/Tokyo' }, 'T1')
    await world.tell('user_change', { user }, { user: 'U2' })
    expect(await show('U2')).toContain('Africa/Nairobi')
    world.far.addUser('T1', { ...cted, tz: 'Asia/Tokyo' })
    turn(day)
    await show('U2')
    expect(await linkedAccount(world, 'U2')).toMatchObject({ zone: 'Africa/Nairobi', zoneFrom: 'own' })
  })

  test('a zone that is none is passed by', async () => {
    world.far.addUser('T1', { ...cted, tz: 'Mars/Olympus' })
    expect(await show('U2')).toContain('CTED focal point')
    expect((await linkedAccount(world, 'U2'))?.zone).toBe('America/New_York')
  })

  test('marks an account that was deactivated, until it speaks again', async () => {
    await show('U2')
    const gone = userObject({ ...cted, deleted: true }, 'T1')
    await world.tell('user_change', { user: gone }, { user: 'U2' })
    expect((await linkedAccount(world, 'U2'))?.fault).toContain('deactivated')
    expect(await show('U2')).toContain('This account is deactivated.')
    await world.tell('user_change', { user: userObject(cted, 'T1') }, { user: 'U2' })
    expect(await show('U2')).toContain('CTED focal point')
    expect((await linkedAccount(world, 'U2'))?.fault).toBeNull()
  })

  test('of somebody who never spoke to the bot is not kept', async () => {
    const user = userObject({ id: 'U77', email: 'focal.iom@compact.example', realName: 'silent' }, 'T1')
    expect((await world.tell('user_change', { user }, { user: 'U77' })).status).toBe(200)
    expect(await linkedAccounts(world)).toEqual([])
    expect(await world.bot.keep.list({ platform: 'slack', kind: 'user' })).toEqual([])
  })
})

describe('while Slack does not describe accounts', () => {
  test('one that is known goes on, and one that is not is asked to try again', async () => {
    await show('U2')
    turn(3 * day)
    const other = await world.replica()
    world.far.fault('users.info', { kind: 'status', status: 503 }, 3)
    expect(await show('U2')).toContain('CTED focal point')
    expect(await show('U2', other.base)).toContain('CTED focal point')
    expect(await show('U3')).toContain('Slack did not tell me just now who you are. Please try again')
    expect((await linkedAccounts(world)).map(({ account }) => account)).toEqual(['U2'])
    expect(await show('U3')).toContain('INTERPOL focal point')
  })

  test('one that Slack does not know is refused', async () => {
    expect(await show('U404')).toContain('Please try again in a minute')
    expect(await linkedAccounts(world)).toEqual([])
  })
})

describe('unlinking', () => {
  const unlink = async (user: string) => {
    const answered = await world.command('/profile', 'unlink', { user })
    await world.press(answered.json, 'Yes, go ahead', 'ephemeral', { user })
  }

  test('is not undone by the next command, nor by another replica, nor by Slack’s word', async () => {
    await show('U2')
    await unlink('U2')
    expect(await linkedAccounts(world)).toEqual([])
    const other = await world.replica()
    expect(await show('U2')).not.toContain('CTED focal point')
    expect(await show('U2', other.base)).not.toContain('CTED focal point')
    await world.tell('user_change', { user: userObject(cted, 'T1') }, { user: 'U2' })
    expect(await linkedAccounts(world)).toEqual([])
  })

  test('is undone by the person, at once with the address that Slack vouches for', async () => {
    await show('U2')
    await unlink('U2')
    const { text } = await world.command('/profile', 'link focal.cted@compact.example', { user: 'U2' })
    expect(text).toContain('Linked: this account is focal.cted@compact.example now')
    expect(await show('U2')).toContain('CTED focal point')
  })

  test('another address needs more than its name', async () => {
    await show('U2')
    await unlink('U2')
    const { text } = await world.command('/profile', 'link focal.interpol@compact.example', { user: 'U2' })
    expect(text).toContain('the secretariat is asked to confirm')
    expect(await linkedAccounts(world)).toEqual([])
  })
})
