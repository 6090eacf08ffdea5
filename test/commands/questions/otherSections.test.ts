import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Block } from '../../../src/core/message.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

const rows = ({ answer }: Reply) =>
  answer.message.blocks.filter((one): one is Extract<Block, { kind: 'buttons' }> => one.kind === 'buttons')

test('an unsure section has the two likeliest of the others as buttons, and the rest as a list', async () => {
  const posted = await here.say(
    focal('cted'),
    '/update post "We and UNODC briefed States on border security"',
  )
  const [likely, rest, deeds] = rows(posted)

  expect(posted.text).toContain('I am not sure of the section')
  expect(likely).toMatchObject({ buttons: { length: 2 } })
  expect(likely).not.toHaveProperty('listed')
  expect(rest).toMatchObject({ listed: true, buttons: { length: 6 } })
  expect(deeds?.buttons.map(({ label }) => label)).toContain('Edit')
})

test('which section it is, where that is asked, is chosen from a list of all the others', async () => {
  const asked = await here.press(focal('cted'), 'update edit', { update: 'U1', section: '?' })
  const [all] = rows(asked)

  expect(all).toMatchObject({ listed: true, buttons: { length: 8 } })
  const moved = await press(here, focal('cted'), buttonNamed(asked, 'Regional focus'))
  expect(moved.text).toContain('Regional focus')
})

test('a way out that is no answer stands beside the list', async () => {
  const asked = await here.say(secretariat, '/wg show')
  const [groups, ...others] = rows(asked)

  expect(groups).toMatchObject({ listed: true })
  expect(groups?.buttons.length).toBeGreaterThan(5)
  for (const { listed } of others) expect(listed).toBeUndefined()
})

test('the card of several updates is headed by what they are, and a question before one is posted, too', async () => {
  for (const town of ['Accra, Ghana', 'Dakar, Senegal'])
    await here.say(focal('unodc'), `/update post "UNODC trained judges in ${town} (5 Nov)"`)
  const again = await here.say(focal('unodc'), '/update post "UNODC trained judges in Accra, Ghana (5 Nov)"')
  const accepted = await here.say(secretariat, '/update accept U2, U3')
  const one = await here.say(secretariat, '/update show U2')

  expect(again.answer.message.heading).toBe('Update')
  expect(accepted.answer.message.heading).toBe('Updates')
  expect(one.answer.message.heading).toBe('Update U2')
})
