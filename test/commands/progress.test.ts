import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  const text = 'ICAO and IMO agreed on common rules for ports (5 Nov)'
  await here.press(focal('icao'), 'update post', { text, wg: 'ETCIP' }, true)
  await here.press(
    focal('icao'),
    'update post',
    { text: 'ICAO held a workshop on drones (6 Nov)', wg: 'ETCIP' },
    true,
  )
  await here.press(
    focal('unesco'),
    'update post',
    { text: 'UNESCO trained teachers in Lomé, Togo (7 Nov)' },
    true,
  )
  await here.say(secretariat, '/update accept U1,U3')
})
afterAll(() => here.end())

test('a group’s progress report has what was accepted about it, each line with its record', async () => {
  const reply = await here.say(focal('interpol'), '/report progress ETCIP')

  expect(reply.text).toContain('ICAO and IMO agreed on common rules for ports (5 Nov) [U1, ICAO]')
  expect(reply.text).not.toContain('drones')
  expect(reply.text).not.toContain('Lomé')
  const file = (await press(here, focal('interpol'), buttonNamed(reply, 'As a file'))).answer.message
    .blocks[0]
  expect(file).toMatchObject({
    kind: 'file',
    name: 'etcip-progress-2026-01-01.md',
    content: expect.stringContaining(
      '- ICAO and IMO agreed on common rules for ports (5 Nov) \\[U1, ICAO\\]',
    ),
  })
})

test('the evidence of the annual report goes by group, and is the secretariat’s', async () => {
  const reply = await here.say(secretariat, '/report evidence 2026')

  expect(reply.text).toContain('ETCIP: activities')
  expect(reply.text).toContain('[U3, UNESCO]')
  expect((await here.say(focal('icao'), '/report evidence')).outcome).toBe('refused')
})

test('only members of a group see its progress report', async () => {
  const reply = await here.say(focal('unicri'), '/report progress ETCIP')

  expect(reply.outcome).toBe('refused')
})
