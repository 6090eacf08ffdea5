import { afterEach, beforeEach, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'
import { buttonsOf, giveFile, takeOver } from '../giveFile.ts'

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
  const said = await here.say(secretariat, '/directory edit person ana@who.example from:2019-05-01')

  expect(said.outcome).toBe('refused')
  expect(said.text).toContain('stood for that entity before')
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
