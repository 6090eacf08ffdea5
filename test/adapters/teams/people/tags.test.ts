import { afterAll, beforeAll, expect, test } from 'vitest'

import { saidIn } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeAll(async () => {
  here = await teamsWorld()
})
afterAll(() => here.end())

test('who belongs in a group’s tag is named, and why it is put there by hand', async () => {
  for (const role of ['interpol', 'cted'] as const) await here.say(role, 'profile show')
  const user = here.far.users.get('29:interpol')
  if (!user) throw new Error('nobody is there')
  await here.say('interpol', 'wg sync ETCIP')
  const text = saidIn(here.far.messages, here.far.personal(user.id).id).at(-1) ?? ''

  expect(text).toContain('@etcip-members')
  expect(text).toContain('TeamworkTag.ReadWrite.All')
  expect(text).toContain('An owner of the team makes the tag instead')
  expect(text).toMatch(/Members of ETCIP with an account here: .*CTED focal point/)
})
