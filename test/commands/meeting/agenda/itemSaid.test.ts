import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" duration:2h confirm:yes')
  await here.say(chair, '/meeting agenda add M1 "1. Drones and ships 2. Borders"')
  await here.say(chair, '/meeting agenda add M1 "Budget"')
})
afterAll(() => here.end())

const say = (line: string): Promise<Reply> => here.say(chair, line)

test.each([
  ['it should be 10 minutes', 'item 3 of the agenda of M1 Quarterly: Budget (10 min), was Budget.'],
  ['make it 25 minutes', 'Budget (25 min), was'],
  ['actually make it an hour', 'Budget (1 h), was'],
  ['rename it to Budget 2027', 'Budget 2027 (1 h), was'],
  ['item 2: 5 minutes', 'Borders (5 min), was'],
  ['it should last 15 minutes', 'Borders (15 min), was'],
  ['item 2 should be 20 minutes', 'Borders (20 min), was'],
  ['give the drones item 15 minutes', 'Drones and ships (15 min), was'],
  ['the drones item should be 20 minutes', 'Drones and ships (20 min), was'],
  ['allow 25 minutes for the drones item', 'Drones and ships (25 min), was'],
  ['rename the drones item to Drones', 'Drones (25 min), was'],
  ['/meeting agenda edit 2 minutes:35m', 'Borders (35 min), was'],
])('“%s” changes an item and not the meeting: %s', async (line, said) => {
  const { outcome, text } = await say(line)
  expect([outcome, text]).toEqual(['done', expect.stringContaining(said)])
})

test('what an item is to be called is asked where “rename it” leaves it out', async () => {
  expect((await say('rename it')).text).toContain('Say what to change of “Borders”: its words (title:)')
  expect((await say('/meeting agenda edit 2')).text).toContain('Say what to change of “Borders”')
})

test('“it” is asked about where the agenda as a whole was looked at, and each answer does what it says', async () => {
  await here.turn('2026-11-23T09:10:00Z')
  await say('/meeting agenda show M1')
  const asked = await say('make it 90 minutes')
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('Which item do you mean? Nothing was changed.')
  expect((await press(here, chair, buttonNamed(asked, 'Borders'))).text).toContain(
    'Borders (1 h 30 min), was',
  )
  expect((await press(here, chair, buttonNamed(asked, 'The meeting itself'))).text).toContain(
    '1 h 30 min (was 2 h)',
  )
})

test('“it” is the meeting after the meeting was looked at, and either after something else', async () => {
  await say('/meeting show M1')
  expect((await say('make it 100 minutes')).text).toContain('1 h 40 min')
  await say('/meeting agenda edit M1 Borders 5 min')
  await say('what is this')
  const asked = await say('make it 30 minutes')
  expect(asked.text).toContain('Did you mean M1')
  expect((await press(here, chair, buttonNamed(asked, 'I mean an item of the agenda'))).text).toContain(
    'Borders (30 min), was',
  )
  await here.turn('2026-11-23T09:20:00Z')
  expect((await say('give it 45 minutes')).outcome).toBe('refused')
})

test('a bare number is an item where the agenda of the only meeting has so many, and a meeting elsewhere', async () => {
  const removed = await say('/meeting agenda remove 2')
  expect(removed.text).toContain('Taken off the agenda of M1 Quarterly: Borders')
  expect((await say('/meeting agenda remove 9')).text).not.toContain('Taken off')
  await say('/meeting schedule Special wg:ETCIP start:"11 Dec 14:30" confirm:yes')
  expect((await say('/meeting agenda edit 2 minutes:5')).outcome).not.toBe('done')
})
