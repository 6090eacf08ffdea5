import { afterEach, beforeEach, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeEach(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(unodc, '/update post UNODC trained 40 border officers in Abuja, Nigeria (3 Nov)')
})
afterEach(() => here.end())

test.each([
  ['should be 44 officers, not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['44 not 40', 'UNODC trained 44 border officers in Abuja, Nigeria (3 Nov)'],
  ['it was in Accra, Ghana not Abuja', 'Place: Accra, Ghana'],
  ['U1: 44 officers, not 40', 'UNODC trained 44 border officers'],
  ['/update edit U1 44 officers, not 40', 'UNODC trained 44 border officers'],
  ['wrong date, it was 4 nov', 'Date: 4 Nov 2026'],
  ['it was 4 Nov actually', 'Date: 4 Nov 2026'],
  ['date: 4 Nov', 'Date: 4 Nov 2026'],
  ['place should be Lomé, Togo', 'Place: Lomé, Togo'],
  ['section civil society', 'Section: Collaboration with civil society'],
  ['U1 was in Accra, Ghana, not Abuja', 'border officers in Accra, Ghana (3 Nov)'],
  ['the place of U1 should be Accra, Ghana', 'Place: Accra, Ghana'],
  ['the date of U1 is wrong, it was 4 Nov', 'Date: 4 Nov 2026'],
  ['change the number of border officers in U1 to 44', 'UNODC trained 44 border officers in Abuja'],
  ['the date of the training was 4 Nov', 'Date: 4 Nov 2026'],
  ['add the link https://unodc.example/abuja to U1', 'https://unodc.example/abuja'],
])('%s, behind what was just posted, corrects it', async (line, wanted) => {
  const reply = await here.say(unodc, line)
  expect(reply.outcome).toBe('done')
  expect(reply.text).toContain('Changed U1')
  expect(reply.text).toContain(wanted)
})

test('a correction of words that the update does not say changes nothing', async () => {
  const reply = await here.say(unodc, '22 nurses not 20')
  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('U1 does not say “20”, so nothing was changed')
})

test('what was posted before something else was seen is asked about', async () => {
  await here.say(unodc, 'CTED')
  const asked = await here.say(unodc, '44 not 40')
  expect(asked.text).toContain('Did you mean U1')
  const reply = await press(here, unodc, buttonNamed(asked, 'Yes: edit U1 44 not 40'))
  expect(reply.text).toContain('UNODC trained 44 border officers')
})

test('a line with a number of its own is about no other update', async () => {
  const { outcome, text } = await here.say(unodc, 'the place of U2 should be Accra')
  expect([outcome, text]).toEqual(['refused', expect.stringContaining('no update U2')])
  expect((await here.say(unodc, 'show U1')).text).toContain('Place: Abuja')
})

test('what is said of a place is offered, since it may be none', async () => {
  const { outcome, answer } = await here.say(unodc, 'the place of U1 is Accra')
  expect(outcome).toBe('refused')
  const [first] = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  expect(first).toMatchObject({ command: 'update edit', values: { update: 'U1', place: 'Accra' } })
})

test('a number of more than the text counts replaces no text', async () => {
  const line = 'change the number of officials trained in the whole region in U1 to 35'
  const { outcome, text } = await here.say(unodc, line)
  expect([outcome, text]).toEqual(['refused', expect.stringContaining('nothing was changed')])
})

test('what somebody does not do corrects nothing', async () => {
  const reply = await here.say(unodc, 'we are not ready')
  expect(reply.outcome).toBe('refused')
  expect(reply.text).not.toContain('U1')
})
