import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-26T12:00:00Z' })
  for (const line of [
    '/directory add person "Ana Nandu" email:ana@who.example entity:WHO from:2018-01-01',
    '/directory edit person ana@who.example entity:IOM from:2020-01-01',
    '/directory edit person ana@who.example entity:WHO from:2023-01-01',
  ])
    expect((await here.say(secretariat, line)).outcome).toBe('done')
})
afterEach(() => here.end())

const card = async () => (await here.say(secretariat, '/directory person ana@who.example on:2019-06-01')).text

test('a first day that reaches into an earlier post at the same entity is refused in a sentence', async () => {
  const before = await card()
  const reply = await here.say(secretariat, '/directory edit person ana@who.example from:2019-05-01')

  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('stood for that entity before')
  expect(await card()).toBe(before)
})

test.each([
  ['Name,E-mail,Entity,Since\r\nAna Nandu,ana@who.example,WHO,2019-05-01', 'Since'],
  ['Name,E-mail,Entity,Since\r\nAna Nandu,ana@who.example,IOM,2021-05-01', 'Since'],
])(
  'a list with such a day is refused before it is taken over, with its row and column: %s',
  async (file, column) => {
    const before = await card()
    const read = await giveFile(here, 'people.csv', file)

    expect(read.text).toMatch(new RegExp(`Row 2, ${column}: They stood for that entity before, until 31 Dec`))
    expect(buttonsOf(read).map(({ label }) => label)).not.toContainEqual(expect.stringMatching(/^Take/))
    expect(await card()).toBe(before)
  },
)

test('a list may move a first day within the post that they have', async () => {
  const read = await giveFile(
    here,
    'people.csv',
    'Name,E-mail,Entity,Since\r\nAna Nandu,ana@who.example,WHO,2022-05-01',
  )
  expect((await takeOver(here, read)).outcome).toBe('done')
})

test('whoever looks after people leaves that behind with their entity, and no change of entity is ahead', async () => {
  const say = async (line: string) => (await here.say(secretariat, line)).text
  await say('/directory edit person ana@who.example coordinator:yes')

  const ahead = await say('/directory edit person ana@who.example entity:UNDP from:2027-01-15')
  expect(ahead).toContain('15 Jan 2027 is still ahead')
  const listed = await giveFile(
    here,
    'move.csv',
    'Name,E-mail,Entity,Since\nAna Nandu,ana@who.example,UNDP,2027-01-15',
  )
  expect(listed.text).toContain('Row 2, Since: A change of entity can be recorded once it holds')

  const moved = await here.say(secretariat, '/directory edit person ana@who.example entity:UNDP')
  expect(moved.text).toContain('Coordinator: no')
  const others = await here.say(
    'ana@who.example',
    '/directory edit person focal.undp@compact.example title:Envoy',
  )
  expect(others.outcome).toBe('refused')
  const undo = buttonsOf(moved).find(({ label }) => label === 'Undo')
  await here.press(secretariat, undo?.command ?? '', undo?.values ?? {})
  const mine = await here.say(
    'ana@who.example',
    '/directory edit person focal.who@compact.example title:Envoy',
  )
  expect(mine.outcome).toBe('done')

  await takeOver(here, await giveFile(here, 'move.csv', 'Name,E-mail,Entity\nAna Nandu,ana@who.example,UNDP'))
  expect(
    (await here.say('ana@who.example', '/directory edit person focal.undp@compact.example title:Envoy'))
      .outcome,
  ).toBe('refused')
})
