import { afterAll, beforeAll, expect, test } from 'vitest'

import { meetingsIn } from '../../../support/lines/meetingsIn.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeAll(async () => {
  here = await teamsWorld({}, { askAbove: 5 })
})
afterAll(() => here.end())

/** The message that says this, once it is there. */
async function said(words: RegExp): Promise<Posted> {
  const found = () => here.far.messages.find(({ activity }) => words.test(wordsOf(activity)))
  await expect.poll(found).toBeDefined()
  const message = found()
  if (!message) throw new Error('it is not there')
  return message
}

test('a meeting shows whom it would write to, sends at one press, and is taken back by one', async () => {
  await here.say('interpol', 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  const asked = await said(
    /Schedule Quarterly[\s\S]*invite 26 people\?[\s\S]*Nothing has been sent or changed yet/,
  )
  await here.settle()
  expect(await meetingsIn(here.database)).toBe(0)

  await here.press(asked, 'Send the invitations', 'interpol')
  const done = await said(/Scheduled M1: Quarterly/)
  expect(await meetingsIn(here.database)).toBe(1)

  await here.press(done, 'Undo: cancel it', 'interpol')
  if ((await meetingsIn(here.database)) > 0)
    await here.press(await said(/Cancel the meeting M1/), 'Yes, go ahead', 'interpol')
  await expect.poll(() => meetingsIn(here.database, 'cancelled')).toBe(1)
})

test('is answered in advance by confirm:yes', async () => {
  await here.say('interpol', 'meeting schedule Budget wg:ETCIP start:"13 Dec 14:30" confirm:yes')
  await said(/Scheduled M\d+: Budget/)
})

test('an hour that may be night is asked for, and its button says it whole', async () => {
  await here.say('interpol', 'meeting schedule Drones wg:ETCIP start:"14 Dec at 3" confirm:yes')
  const asked = await said(/may mean 3 in the afternoon or 3 in the morning/)
  await here.press(asked, 'Mon 14 Dec 2026, 15:00 (Europe/Paris)', 'interpol')
  await said(/Schedule(?:d M\d+:)? Drones[\s\S]*Mon 14 Dec 2026, 15:00/)
})
