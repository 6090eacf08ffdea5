import { expect, test } from 'vitest'

import { focal, secretariat, world } from '../../../support/world.ts'

test('what the secretariat accepted and withdraws itself is told to nobody, and the answer does not say so', async () => {
  const here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/update post "UNOCT visited Iraq (6-9 Dec)"')
  await here.say(secretariat, '/update accept U1')
  here.delivered.length = 0

  const gone = await here.say(secretariat, '/update withdraw U1')
  expect(gone.text).toContain('It was accepted; you had accepted it yourself.')
  expect(here.delivered).toEqual([])
  expect((await here.say(focal('cted'), '/update edit U1 place:Basra')).text).not.toContain('/update restore')
  await here.end()
})
