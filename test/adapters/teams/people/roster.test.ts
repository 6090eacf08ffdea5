import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { app, places } from '../../../support/teams/far/defaults.ts'
import { installationUpdate, membersAdded } from '../../../support/teams/sent/conversationEvents.ts'
import { saidIn } from '../../../support/teams/shown/words.ts'
import { linkedAccounts } from '../../../support/teams/world/linked.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const team = { where: 'channel', channel: { id: places.team } } as const
const schedule = 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'

async function emails(): Promise<readonly (string | null)[]> {
  return (await linkedAccounts(here.database)).map(({ email }) => email)
}

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

  test('links who joins later, whoever else cannot be asked about, and those too with the next event', async () => {
    await here.bring(installationUpdate('add', here.by('secretariat', team)))
    await expect.poll(emails).toHaveLength(4)
    const [iom, opcw] = ['iom', 'opcw'].map((name) =>
      here.far.addUser({ id: `29:${name}`, name, email: `focal.${name}@compact.example` }),
    )
    const there = here.far.teams.get(places.team)
    if (!there || !iom || !opcw) throw new Error('there is no team')
    there.members = [...there.members, iom.id, opcw.id]
    here.far.fault('member', { kind: 'status', status: 429, retryAfter: 60 })
    await here.bring(membersAdded([iom, opcw], here.by('secretariat', team)))
    await expect.poll(emails).toContain('focal.opcw@compact.example')
    const first = await emails()
    await here.say('cted', 'meeting list', { where: 'channel' })

    expect(first).not.toContain('focal.iom@compact.example')
    await expect.poll(emails).toContain('focal.iom@compact.example')
  })

  test('whose roster is asked for too soon is asked again after the time that Teams says', async () => {
    here.far.fault('members', { kind: 'status', status: 429, retryAfter: 1 })
    await here.bring(installationUpdate('add', here.by('secretariat', team)))

    await expect.poll(emails).toHaveLength(4)
    expect(here.far.callsOf('members')).toHaveLength(2)
  })

  test('whose roster cannot be read is greeted once all the same, and read with a message of some minutes later', async () => {
    here.far.fault('members', { kind: 'status', status: 403 })
    const added = await here.bring(installationUpdate('add', here.by('secretariat', team)))
    await expect.poll(() => here.log.join('')).toContain('failed to read a roster')
    await here.say('cted', 'meeting list', { where: 'channel' })
    const before = await emails()
    here.clock.set(new Date('2026-11-21T12:11:00Z'))
    await here.say('cted', 'meeting list', { where: 'channel' })
    await expect.poll(emails).toHaveLength(4)
    here.clock.set(new Date('2026-11-21T12:22:00Z'))
    await here.say('cted', 'meeting list', { where: 'channel' })

    expect(added.status).toBe(200)
    expect(before).toEqual(['focal.cted@compact.example'])
    expect(here.far.callsOf('members')).toHaveLength(2)
    expect(saidIn(here.far.messages, places.team)).toEqual([expect.stringContaining('I am Rapporteur')])
  })

  test.each([
    ['of whom Teams tells nothing', { change: { from: { aadObjectId: undefined, name: undefined } } }, 0],
    ['whom the roster does not describe', {}, 4],
  ])('is greeted and read where it was added by somebody %s', async (_, given, faults) => {
    if (faults > 0) here.far.fault('member', { kind: 'status', status: 500 }, faults)
    await here.bring(installationUpdate('add', here.by('secretariat', { ...team, ...given })))

    await expect.poll(emails).toHaveLength(4)
    expect(saidIn(here.far.messages, places.team)).toEqual([expect.stringContaining('I am Rapporteur')])
  })

  test('of another organization is told once that it may not use the bot', async () => {
    await here.bring(installationUpdate('add', here.by('stranger', team)))
    await here.bring(membersAdded([], here.by('stranger', team)))

    expect(saidIn(here.far.messages, places.team)).toEqual([
      'Your organization is not among those that may use me here.',
    ])
    expect(here.far.callsOf('members')).toEqual([])
  })
})
