import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startFarSide } from '../../../support/teams/far/farSide.ts'
import {
  installationUpdate,
  membersAdded,
  membersRemoved,
} from '../../../support/teams/sent/conversationEvents.ts'
import { saidIn } from '../../../support/teams/shown/words.ts'
import { linkedAccounts } from '../../../support/teams/world/linked.ts'
import { populate } from '../../../support/teams/world/people.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const chat = 'a:1cted'
const schedule = (title: string, day = '12 Dec') => `meeting schedule ${title} wg:ETCIP start:"${day} 14:30"`

const cted = () => saidIn(here.far.messages, chat)
const secretariat = () => saidIn(here.far.messages, 'a:1secretariat')

async function faults(): Promise<readonly (string | null)[]> {
  return (await linkedAccounts(here.database)).flatMap(({ email, fault }) =>
    email === 'focal.cted@compact.example' ? [fault] : [],
  )
}

/** The secretariat, a chair and somebody of the group speak once, so that each can be reached. */
async function known(): Promise<void> {
  for (const role of ['secretariat', 'interpol', 'cted'] as const) await here.say(role, 'profile show')
  here.far.messages.length = 0
}

/** A meeting is scheduled, and all who can hear of it have. */
async function invite(title: string): Promise<void> {
  await here.say('interpol', schedule(title))
  await here.settle()
}

describe('somebody who adds the bot', () => {
  test('sees their own page once, though it is told in two ways, and again after they had removed it', async () => {
    await here.bring(membersAdded([], here.by('cted')))
    await here.bring(installationUpdate('add', here.by('cted')))
    await here.bring(installationUpdate('add-upgrade', here.by('cted')))
    const first = cted().length
    await here.bring(installationUpdate('remove', here.by('cted')))
    await here.bring(installationUpdate('add', here.by('cted')))

    expect(first).toBe(1)
    expect(cted()).toEqual([
      expect.stringContaining('good day, CTED focal point'),
      expect.stringContaining('good day, CTED focal point'),
    ])
  })

  test('is greeted by no update of the app, days later, and neither is a team', async () => {
    const team = () => here.by('interpol', { where: 'channel' })
    for (const given of [here.by('cted'), team()]) await here.bring(installationUpdate('add', given))
    const first = here.far.messages.length
    here.clock.set(new Date('2026-11-24T13:00:00Z'))
    for (const given of [here.by('cted'), team()]) {
      await here.bring(installationUpdate('add-upgrade', given))
      await here.bring(membersAdded([], given))
    }
    await here.bring(installationUpdate('add-upgrade', here.by('unodc')))

    expect(first).toBe(2)
    expect(here.far.messages).toHaveLength(first)
  })

  test('from another organization is told once that it may not be used', async () => {
    await here.bring(installationUpdate('add', here.by('stranger')))
    await here.bring(membersAdded([], here.by('stranger')))

    expect(saidIn(here.far.messages, 'a:1stranger')).toEqual([
      'Your organization is not among those that may use me here.',
    ])
  })
})

describe('somebody who removes the bot', () => {
  test('is written to no more, and is again once they have added it', async () => {
    await known()
    await here.bring(installationUpdate('remove', here.by('cted')))
    await here.bring(membersRemoved([], here.by('cted')))
    await invite('Missed')
    const missed = cted()
    const why = await faults()
    await here.bring(installationUpdate('add', here.by('cted')))
    await invite('Heard')

    expect(missed).toEqual([])
    expect(why).toEqual([expect.stringContaining('removed the app')])
    expect(cted().join('\n')).toContain('You are invited: Heard')
    expect(await faults()).toEqual([null])
  })

  test('is among those of whom the secretariat is told that they do not hear', async () => {
    await known()
    await here.say('cted', 'reminder add Tea at:"tomorrow 9:00"')
    await here.bring(installationUpdate('remove', here.by('cted')))
    await here.turn('2026-11-22T15:00:00Z')
    await here.settle()

    expect(secretariat().join('\n')).toMatch(/Not everybody hears.*CTED focal point/)
  })
})

describe('somebody who blocks the bot', () => {
  test('is passed by while the others hear, and hears again after they have spoken', async () => {
    await known()
    here.far.block(chat)
    await invite('Missed')
    await here.settle()
    const why = await faults()
    const tried = here.far
      .callsOf('send')
      .filter(({ path }) => path.includes(encodeURIComponent(chat))).length
    await invite('Passed')
    const later = here.far
      .callsOf('send')
      .filter(({ path }) => path.includes(encodeURIComponent(chat))).length
    here.far.block(chat, false)
    await here.say('cted', 'profile show')
    await invite('Heard')

    expect(why).toEqual([expect.stringContaining('blocked')])
    expect(later).toBe(tried)
    expect(saidIn(here.far.messages, 'a:1interpol').join('\n')).toContain('You are invited: Missed')
    expect(secretariat().join('\n')).toMatch(/CTED.*can no longer be reached.*blocked/)
    expect(cted().join('\n')).not.toContain('Missed')
    expect(cted().join('\n')).toContain('You are invited: Heard')
  })
})

describe('a service address that moved', () => {
  test('is where the next delivery goes', async () => {
    await known()
    const moved = await startFarSide()
    populate(moved)
    await here.say('cted', 'profile show', { serviceUrl: moved.serviceUrl })
    await here.say('interpol', schedule('Moved')).then(here.settle)

    expect(cted()).toEqual([])
    expect(moved.callsOf('send').map(({ path }) => path.includes(encodeURIComponent(chat)))).toContain(true)
    await moved.stop()
  })
})
