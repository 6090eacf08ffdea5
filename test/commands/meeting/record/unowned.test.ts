import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"2026-11-20 14:30" held:yes')
})
afterEach(() => here.end())

test('an action that nobody owns is asked of the chairs as its day comes, and of nobody when it is recorded', async () => {
  const added = await here.say(chair, '/meeting action add M1 what:Draft due:"10 Dec"')
  const listed = await here.say(chair, '/reminder list')
  expect(added.text).toContain('Nobody owns it yet')
  expect(here.delivered.filter(({ text }) => text.includes('A1 Draft'))).toEqual([])
  expect(listed.text).toContain(
    'A1 Draft, due on 10 Dec 2026 (Plenary) — nobody owns it, and you chair the group',
  )

  await here.turn('2026-12-10T12:00:00Z')
  const deliveries = here.delivered.filter(({ text }) => text.includes('A1 Draft'))
  expect(deliveries.map(({ to }) => to)).toEqual([chair])
  expect(deliveries[0]?.text).toMatch(/^An action that nobody owns is due today: A1 Draft/)
  expect(deliveries[0]?.text).toContain('a chair of ETCIP, since nobody owns it')

  await here.say(chair, '/meeting action hand-over A1 owner:CTED')
  await here.turn('2026-12-17T14:30:00Z')
  expect(here.delivered.findLast(({ text }) => text.includes('7 days ago'))?.to).toBe(focal('cted'))
})

test('the snooze button of an action’s reminder puts off that action, whatever else of its meeting came after it', async () => {
  await here.say(chair, '/meeting action add M1 what:First owner:UNESCO due:"10 Dec"')
  await here.say(chair, '/meeting action add M1 what:Second owner:UNESCO due:"10 Dec"')
  await here.turn('2026-12-10T12:00:00Z')
  const first = here.delivered.find(({ text }) => text.includes('due today: A1'))
  if (!first) throw new Error('nothing was said of A1')
  const later = buttonsOf(first.message).find(({ label }) => label === 'Tomorrow morning')
  const snoozed = await here.press(focal('unesco'), later?.command ?? '', later?.values ?? {})
  expect(snoozed.text).toContain('A1 First')
  expect((await here.say(focal('unesco'), '/reminder snooze A2 until:2h')).text).toContain('A2 Second')

  await here.say(focal('unesco'), '/meeting action done A2')
  await here.turn('2026-12-11T09:00:00Z')
  const again = here.delivered.filter(({ text }) => text.startsWith('Again, as you asked'))
  expect(again.map(({ text }) => /A\d \w+/.exec(text)?.[0])).toEqual(['A1 First'])
})

test('an action of an entity with nobody in it, in a group that nobody leads, is said to reach nobody', async () => {
  const secretariat = 'secretariat@compact.example'
  await here.say(secretariat, '/directory add entity XYZ name:"Example Office" kind:member')
  await here.say(secretariat, '/meeting schedule Gender wg:Gender start:"2026-11-20 10:00" held:yes')
  const given = await here.say(secretariat, '/meeting action add M2 what:Draft owner:XYZ due:"20 Jan 2027"')
  expect(given.text).toContain('Nobody is told or reminded: nobody in the directory acts for XYZ')
  const owned = await here.say(
    secretariat,
    '/meeting action add M2 what:Print owner:UNESCO due:"20 Jan 2027"',
  )
  expect(owned.text).not.toContain('Nobody is told')
})
