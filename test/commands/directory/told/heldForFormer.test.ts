import { expect, test } from 'vitest'

import { buttonNamed, buttonsOf, goAhead, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, world } from '../../../support/world.ts'

const who = focal('who')

test('whoever represents another entity from now on keeps what they hold by name, which is said and can be ended', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, `/wg appoint BMLE role:vice-chair entity:WHO person:${who}`)
  const moved = await here.say(secretariat, `/directory edit person ${who} entity:IOM`)
  expect(moved.text).toContain('WHO focal point stays vice-chair of BMLE for WHO, a role held by name.')

  const ended = await press(here, secretariat, buttonNamed(moved, 'End vice-chair of BMLE'))
  await goAhead(here, secretariat, ended)
  expect((await here.say(secretariat, '/wg show BMLE')).text).not.toContain('WHO focal point')

  const again = await here.say(secretariat, `/directory edit person ${who} entity:UNDP`)
  expect(again.text).not.toContain('held by name')
  expect(buttonsOf(again).map(({ label }) => label)).toEqual(['Show', 'Undo'])
  await here.end()
})
