import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { app, guid, otherTenant } from '../../../support/teams/far/defaults.ts'
import type { NewUser } from '../../../support/teams/far/directory.ts'
import { composeAction } from '../../../support/teams/sent/invokes.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { linkedAccount, linkedAccounts } from '../../../support/teams/world/linked.ts'
import type { Role } from '../../../support/teams/world/people.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

/** What somebody is told of themselves in their personal chat. */
async function show(role: Role, change: Partial<NewUser> = {}, given = {}): Promise<string> {
  const known = here.far.users.get(`29:${role}`)
  if (!known) throw new Error(`${role} is not there`)
  const user = here.far.addUser({ ...known, ...change })
  const chat = here.far.personal(user.id)
  await here.say(role, 'profile show', { user, ...given })
  return saidIn(here.far.messages, chat.id).at(-1) ?? ''
}

async function emails(): Promise<readonly (string | null)[]> {
  return (await linkedAccounts(here.database)).map(({ email }) => email)
}

describe('somebody who speaks', () => {
  test('is known by the address that the app’s own tenant vouches for, and stays known when it changes', async () => {
    const first = await show('cted')
    const again = await show('cted', { email: 'focal.interpol@compact.example' })

    expect([first, again]).toEqual([
      expect.stringContaining('CTED focal point'),
      expect.stringContaining('CTED focal point'),
    ])
    expect(await linkedAccounts(here.database)).toMatchObject([{ tenant: app.tenant, account: guid(2) }])
  })

  test('is the same by every way, whatever Teams calls them, and nobody else by another Entra id', async () => {
    await show('cted')
    const renamed = await show(
      'cted',
      { id: '29:cted', name: 'Renamed' },
      { change: { from: { id: '29:cted' } } },
    )
    const shouted = { change: { from: { aadObjectId: guid(2).toUpperCase() } } }
    const upper = await show('cted', {}, shouted)
    const other = await show('cted', { aadObjectId: guid(77), email: 'nobody@compact.example' })

    for (const text of [renamed, upper]) expect(text).toContain('CTED focal point')
    expect(other).toContain('I do not know you yet')
    expect(await emails()).toEqual(['focal.cted@compact.example'])
  })

  test('as a guest is not known by the address, however Teams says that they are one', async () => {
    const guest = await show('guest')
    const external = { userPrincipalName: 'cted_un.org#EXT#@compact.example' }
    const other = await show('cted', external)

    for (const text of [guest, other]) expect(text).toContain('I do not know you yet')
    expect(await emails()).toEqual([])
  })

  test('from a tenant that may not use the bot is told so, and nothing is kept of them', async () => {
    expect(await show('stranger')).toBe('Your organization is not among those that may use me here.')
    expect(await emails()).toEqual([])
    expect(await here.bot.keep.list({ platform: 'teams', kind: 'person' })).toEqual([])
  })

  test('from a tenant that may use it is known by addresses of domains that it vouches for alone', async () => {
    const trusting = { tenants: [app.tenant, otherTenant] }
    const open = await here.replica(trusting)
    const vouched = await here.replica({
      ...trusting,
      trust: [{ tenant: otherTenant, domains: ['compact.example'] }],
    })
    await here.say('stranger', 'profile show', {}, open.base)
    await here.say('stranger', 'profile show', {}, vouched.base)

    expect(saidIn(here.far.messages, 'a:1stranger')).toEqual([
      expect.stringContaining('I do not know you yet'),
      expect.stringContaining('UNHCR focal point'),
    ])
    expect(await linkedAccounts(here.database)).toMatchObject([{ tenant: otherTenant, account: guid(9) }])
  })

  test('without an account in Entra is asked to sign in', async () => {
    const text = await show('cted', { aadObjectId: null })

    expect(text).toContain('please sign in with your work account')
    expect(await emails()).toEqual([])
  })

  test('where a roster does not have them is told so while they are not known, and goes on where they are', async () => {
    const elsewhere = { where: 'groupChat', conversation: '19:without-the-bot@thread.v2' } as const
    const ask = async () =>
      wordsOf((await here.bring(composeAction('next-meetings', here.by('unodc', elsewhere)))).json)
    const before = await ask()
    const own = await show('unodc')
    here.clock.set(new Date('2026-11-22T13:00:00Z'))
    here.far.fault('member', { kind: 'status', status: 403, code: 'BotNotInConversationRoster' }, 4)

    expect(before).toContain('Teams does not describe you to me as a member here')
    expect(own).toContain('UNODC focal point')
    expect(await ask()).toContain('No meetings')
  })

  test('from another organization is nobody of ours where no roster describes them', async () => {
    const apart = { tenant: app.tenant, where: 'groupChat' } as const
    const answered = await here.bring(composeAction('next-meetings', here.by('stranger', apart)))

    expect(wordsOf(answered.json)).toContain('Teams does not describe you to me as a member here')
    expect(await here.bot.keep.list({ platform: 'teams', kind: 'person' })).toEqual([])
  })

  test('of whom the roster says nothing at all is asked to try again, and known a minute later', async () => {
    here.far.fault('member', { kind: 'status', status: 200, body: 'oops' })
    const first = await show('cted')
    here.clock.set(new Date('2026-11-21T12:02:00Z'))

    expect(first).toMatch(/Teams did not tell me just now who you are.*try again/)
    expect(await show('cted')).toContain('CTED focal point')
  })

  test('is heard though Teams gives two activities no ids', async () => {
    const chat = { where: 'groupChat', change: { id: undefined } } as const
    await here.say('interpol', 'profile timezone Europe/Paris', chat)
    await here.say('cted', 'profile timezone Europe/Rome', chat)
    await here.say('cted', 'profile timezone Europe/Vienna', chat)

    expect((await linkedAccount(here.database, guid(3)))?.zone).toBe('Europe/Paris')
    expect((await linkedAccount(here.database, guid(2)))?.zone).toBe('Europe/Vienna')
  })

  test('while the roster cannot be read goes on where they are known, and is asked to try again where not', async () => {
    await show('cted')
    here.clock.set(new Date('2026-11-25T12:00:00Z'))
    here.far.fault('member', { kind: 'status', status: 503 }, 4)
    const known = await show('cted')
    const unknown = await show('unodc')
    here.far.clear()
    here.clock.set(new Date('2026-11-25T12:02:00Z'))

    expect(known).toContain('CTED focal point')
    expect(unknown).toMatch(/Teams did not tell me just now who you are.*try again/)
    expect(await show('unodc')).toContain('UNODC focal point')
  })
})

describe('a zone', () => {
  test('comes with what somebody writes and moves with them, and theirs by hand stays', async () => {
    await here.say('cted', 'reminder list', { change: { localTimezone: 'Asia/Tokyo' } })
    const first = await linkedAccount(here.database, guid(2))
    await here.say('cted', 'reminder list', { change: { localTimezone: 'Africa/Nairobi' } })
    const moved = await linkedAccount(here.database, guid(2))
    await here.say('cted', 'profile timezone Vienna')
    await here.say('cted', 'reminder list', { change: { localTimezone: 'Asia/Tokyo' } })
    const own = await linkedAccount(here.database, guid(2))
    const text = await show('cted', {}, { change: { localTimezone: 'Mars/Olympus' } })

    expect(first).toMatchObject({ zone: 'Asia/Tokyo', zoneFrom: 'platform', locale: 'en-GB' })
    expect(moved?.zone).toBe('Africa/Nairobi')
    expect(own).toMatchObject({ zone: 'Europe/Vienna', zoneFrom: 'own' })
    expect(text).toContain('Europe/Vienna')
  })
})
