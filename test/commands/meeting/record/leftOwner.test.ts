import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('an action whose owner has left is the chair’s to do or to hand over', async () => {
  here = await world()
  const chair = focal('interpol')
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"2026-11-20 14:30" held:yes')
  await here.say(chair, `/meeting action add M1 what:Draft owner:${focal('who')} due:"10 Dec"`)
  await here.say(secretariat, `/directory retire person ${focal('who')} confirm:yes`)
  await here.turn('2026-12-07T12:00:00Z')
  const deliveries = here.delivered.filter(({ text }) => text.includes('A1 Draft') && text.includes('due in'))

  expect(deliveries.map(({ to }) => to)).toEqual([chair])
  expect(deliveries[0]?.text).toMatch(/^An action of WHO focal point, who left, is due in 3 days/)
  expect(deliveries[0]?.text).toContain('since its owner left')
  expect((await here.say(chair, '/meeting action list mine')).text).toContain('A1 Draft')

  await here.say(chair, '/meeting action hand-over A1 owner:CTED')
  await here.turn('2026-12-10T12:00:00Z')
  expect(here.delivered.findLast(({ text }) => text.includes('due today'))?.to).toBe(focal('cted'))
})
