import { afterEach, beforeEach, expect, test } from 'vitest'

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
  const said = await here.say(secretariat, '/directory edit person ana@who.example from:2019-05-01')

  expect(said.outcome).toBe('refused')
  expect(said.text).toContain('stood for that entity before')
  expect(await card()).toBe(before)
})

test('a list with such a day is refused whole, in a sentence', async () => {
  const before = await card()
  const read = await giveFile(
    here,
    'people.csv',
    'Name,E-mail,Entity,Since\r\nAna Nandu,ana@who.example,WHO,2019-05-01',
  )
  const taken = await takeOver(here, read)

  expect(taken.outcome).toBe('refused')
  expect(taken.text).toContain('stood for that entity before')
  expect(await card()).toBe(before)
})
