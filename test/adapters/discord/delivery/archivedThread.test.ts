import { afterEach, beforeEach, expect, test } from 'vitest'

import { message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, places.thread)
  await here.slash('interpol', 'meeting schedule', { title: 'Plenary', wg: 'ETCIP', start: '12 Dec 14:30' })
  await here.settle()
})
afterEach(() => here.end())

const thread = { platform: 'discord', tenant: places.guild, channel: places.thread, private: false }
const card = (): Posted => {
  const found = here.far.messages.find(
    ({ channel, body }) => channel === places.thread && displayed(body).text.includes('Answers:'),
  )
  if (!found) throw new Error('there is no card')
  return found
}
const shows = () => displayed(card().body).text
const edits = () => here.far.callsOf('edit').filter(({ path }) => path.includes(places.thread)).length

test('a card in a thread that was archived is refreshed when something is next said there', async () => {
  here.far.fault('edit', { kind: 'status', status: 400, code: 50_083 }, 2, places.thread)
  await here.slash('interpol', 'meeting rsvp', { meeting: 'M1', answer: 'yes' }, 'direct')
  await expect.poll(edits).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await here.slash('interpol', 'meeting rsvp', { meeting: 'M1', answer: 'no' }, 'direct')
  await expect.poll(edits).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(shows()).toContain('Answers: 0 yes')
  await here.adapter.announce(thread, message('A reminder.'), 'n1')

  await expect.poll(shows).toContain('1 no')
  await here.adapter.announce(thread, message('Another.'), 'n2')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(edits()).toBe(3)
  expect(here.far.problems).toEqual([])
})
