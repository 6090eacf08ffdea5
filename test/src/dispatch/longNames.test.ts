import { afterAll, beforeAll, expect, test } from 'vitest'

import { type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const endless = 'n '.repeat(5_500).trim()

test.each([
  ['/directory entity', 'entity'],
  ['/directory person', 'person'],
  ['/wg show', 'wg'],
  ['/meeting show', 'meeting'],
  ['/update show', 'update'],
  ['/directory list', 'group'],
])('%s answers within a second that a text of 11,000 characters is no name', async (command, option) => {
  const began = performance.now()
  const reply = await here.press('secretariat@compact.example', command.slice(1), { [option]: endless })
  expect(reply.text).toMatch(/10,999 characters, and no name is longer than 400|at most \d+/)
  expect(performance.now() - began).toBeLessThan(1000)
})

test('a list in which one is too long for a name says so', async () => {
  const reply = await here.say(
    'secretariat@compact.example',
    `/update post "CTED met States in Dakar, Senegal (17-19 Nov)" entities:"CTED, ${'n'.repeat(500)}"`,
  )
  expect(reply.text).toContain('500 characters, and no name is longer than 400')
})
