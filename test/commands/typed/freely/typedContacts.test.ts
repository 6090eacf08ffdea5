import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
})
afterAll(() => here.end())

test.each([
  ['Ahmed Hassan, UNDP, ahmed.hassan@undp.org, +20 100 000 0000', 'Added Ahmed Hassan (UNDP)'],
  ['Maria Lopez <maria.lopez@un.org>; UNODC; Programme Officer', 'Added Maria Lopez (UNODC)'],
  [
    'Leila Karimi\nProgramme Officer\nUNODC\nleila.karimi@un.org\nTel: +43 1 26060',
    'Added Leila Karimi (UNODC)',
  ],
])('a contact is taken part by part: %s', async (contact, added) => {
  expect((await here.say(secretariat, `/directory add person ${contact}`)).text).toContain(added)
})

test('what says neither who, where nor how to reach somebody is their title', async () => {
  await here.say(secretariat, '/directory add person Ana Ruiz, Chief, Madrid office, ana.ruiz@un.org')
  expect((await here.say(secretariat, '/directory person Ana Ruiz')).text).toContain('Chief, Madrid office')
})

test('a date in brackets behind a title is when it was published', async () => {
  const reply = await here.say(
    secretariat,
    '/library add Algorithms and Terrorism (June 2021): https://unicri.it/a.pdf',
  )
  expect(reply.text).toContain('Added to the library: Algorithms and Terrorism\n')
  expect(reply.text).toContain('Published: June 2021')
})
