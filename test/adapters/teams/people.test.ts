import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { app, guid, otherTenant, places } from '../../support/teams/defaults.ts'
import type { NewUser } from '../../support/teams/directory.ts'
import { installationUpdate, membersAdded } from '../../support/teams/happenings.ts'
import { linkedAccount, linkedAccounts } from '../../support/teams/linked.ts'
import type { Role } from '../../support/teams/people.ts'
import { saidIn, wordsOf } from '../../support/teams/words.ts'
import { type TeamsWorld, teamsWorld } from '../../support/teams/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const team = { where: 'channel', channel: { id: places.team } } as const
const schedule = 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'

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

    for (const said of [renamed, upper]) expect(said).toContain('CTED focal point')
    expect(other).toContain('I do not know you yet')
    expect(await emails()).toEqual(['focal.cted@compact.example'])
  })

  test('as a guest is not known by the address, however Teams says that they are one', async () => {
    const guest = await show('guest')
    const external = { userPrincipalName: 'cted_un.org#EXT#@compact.example' }
    const other = await show('cted', external)

    for (const said of [guest, other]) expect(said).toContain('I do not know you yet')
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
    const said = await show('cted', { aadObjectId: null })

    expect(said).toContain('please sign in with your work account')
    expect(await emails()).toEqual([])
  })

  test('where a roster does not have them is known all the same where another has', async () => {
    here.far.removeUser('29:unodc', places.team)
    const channel = { where: 'channel', channel: { id: places.channel } } as const
    await here.say('unodc', 'profile show', channel)
    const said = JSON.stringify(here.far.messages)

    expect(said).toContain('I do not know you yet')
    expect(await show('unodc')).toContain('UNODC focal point')
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
    const said = await show('cted', {}, { change: { localTimezone: 'Mars/Olympus' } })

    expect(first).toMatchObject({ zone: 'Asia/Tokyo', zoneFrom: 'platform', locale: 'en-GB' })
    expect(moved?.zone).toBe('Africa/Nairobi')
    expect(own).toMatchObject({ zone: 'Europe/Vienna', zoneFrom: 'own' })
    expect(said).toContain('Europe/Vienna')
  })
})

describe('a team into which the bot comes', () => {
  test('links those who never spoke, but no guests, and writes to them', async () => {
    await here.bring(installationUpdate('add', here.by('secretariat', team)))
    await here.bring(membersAdded([], here.by('secretariat', team)))
    await expect.poll(emails).toHaveLength(4)
    await here.say('interpol', schedule)
    await here.settle()

    expect(await emails()).not.toContain('focal.ohchr@compact.example')
    expect(here.far.callsOf('members')).toHaveLength(1)
    expect(saidIn(here.far.messages, places.team)).toEqual([expect.stringContaining('I am Rapporteur')])
    expect(saidIn(here.far.messages, 'a:1unodc')).toEqual([expect.stringContaining('You are invited')])
    const opened = here.far.callsOf('create').map(({ body }) => body)
    expect(opened).toContainEqual(
      expect.objectContaining({ members: [{ id: '29:unodc' }], tenantId: app.tenant, isGroup: false }),
    )
  })

  test('opens each personal chat, and a later delivery finds it', async () => {
    await here.bring(installationUpdate('add', here.by('secretariat', team)))
    await expect.poll(emails).toHaveLength(4)
    await here.say('interpol', schedule)
    await here.settle()
    const opened = here.far.callsOf('create').length
    await here.turn('2026-12-11T13:31:00Z')

    expect(saidIn(here.far.messages, 'a:1unodc').length).toBeGreaterThan(1)
    expect(opened).toBeGreaterThan(2)
    expect(here.far.callsOf('create')).toHaveLength(opened)
  })

  test('links who joins later', async () => {
    const user = here.far.addUser({ id: '29:iom', name: 'IOM', email: 'focal.iom@compact.example' })
    const there = here.far.teams.get(places.team)
    if (there) there.members = [...there.members, user.id]
    await here.bring(membersAdded([user], here.by('secretariat', team)))

    await expect.poll(emails).toEqual(['focal.iom@compact.example'])
  })

  test('has a roster that cannot be read: nobody is linked, and it is said in the log', async () => {
    here.far.fault('members', { kind: 'status', status: 500 })
    const added = await here.bring(installationUpdate('add', here.by('secretariat', team)))
    await expect.poll(() => here.log.join('')).toContain('a roster could not be read')

    expect(added.status).toBe(200)
    expect(await emails()).toEqual([])
    expect(wordsOf(here.far.messages[0]?.activity ?? {})).toContain('I am Rapporteur')
  })
})
