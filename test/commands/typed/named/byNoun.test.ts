import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule "Drones" wg:ETCIP start:"9 Dec 10:00" confirm:yes')
  await here.say(focal('unodc'), '/update post UNODC trained judges in Tunis (3-4 Nov)')
  await here.say(focal('unodc'), '/update post UNODC trained police in Accra (5 Nov)')
})
afterAll(() => here.end())

test('what is told after “post:” is posted with all that it says, and a word that begins a text stays its own', async () => {
  const posted = await here.say(focal('unodc'), 'post: UNODC opened an office in the U.S.')
  expect(posted.text).toMatch(/Posted U3 for .*: UNODC opened an office in the U\.S\./)
  const asked = await here.say(focal('unodc'), 'Post Office staff of Togo were trained in Accra on 3 Nov')
  expect(asked.outcome).toBe('refused')
})

test.each([
  ['please delete the update number 3', focal('unodc'), 'Withdrawn U3: UNODC opened'],
  ['restore update #3', focal('unodc'), 'Restored U3'],
  ['U2 section civil society', secretariat, 'civil society'],
  ['put U2 under regional focus', secretariat, 'Regional focus'],
  ['U2 place Cape Coast', secretariat, 'Cape Coast'],
  ['accept U1, U2', secretariat, 'Accepted 2 updates'],
  ['unaccept update no. 2', secretariat, 'U2 is no longer accepted'],
  ['show me the meeting number 1', secretariat, 'Drones'],
  ['silence broken?', secretariat, 'silence'],
])(
  'a number is known by the word for what it counts, and by the option after it: %s',
  async (typed, who, text) => {
    const answer = await here.say(who, typed)
    expect(answer.outcome).toBe('done')
    expect(answer.text).toContain(text)
  },
)

test.each(['cancel meeting 1 Dec', 'Update 3 of the plan was adopted in Vienna on 3 Nov'])(
  'a number that goes on as a day or a sentence is none of a record: %s',
  async (typed) => {
    expect((await here.say(secretariat, typed)).outcome).toBe('refused')
  },
)

test.each([
  ['sorry, it was 45 participants', 'Edit your last update'],
  ['there were 45 participants in U2 and nobody noticed', 'Edit U2'],
])(
  'what corrects an update is offered to be opened, and not to be posted alone: %s',
  async (typed, label) => {
    const asked = await here.say(focal('unodc'), typed)
    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain(`[${label}`)
  },
)
