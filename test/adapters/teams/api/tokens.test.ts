import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let world: TeamsWorld

beforeAll(async () => {
  world = await teamsWorld()
})

beforeEach(() => world.far.clear())

afterAll(() => world.end())

test('a token is asked for once, however many answers are said with it', async () => {
  await Promise.all([1, 2, 3, 4].map(() => world.say('secretariat', 'help')))
  await expect.poll(() => world.far.messages.length).toBe(4)
  expect(world.far.callsOf('token').length).toBeLessThan(2)
})

test('a token that was withdrawn before its end is replaced, and the answer is not lost', async () => {
  await world.say('secretariat', 'help')
  await expect.poll(() => world.far.messages.length).toBe(1)
  world.far.login.revoke()
  await world.say('secretariat', 'meeting list')
  await expect.poll(() => world.far.messages.length).toBe(2)
  expect(world.far.callsOf('token')).toHaveLength(1)
})

test('an answer that Teams does not take is told in short rather than not at all', async () => {
  world.far.fault('send', { kind: 'status', status: 413, code: 'MessageSizeTooBig' })
  await world.say('secretariat', 'directory find CTED')
  await expect.poll(() => JSON.stringify(world.far.messages)).toContain('did not take the whole')
  expect(world.log.join('')).toContain('failed to say an answer')
})

test('a reminder to somebody whose chat was replaced finds the new one', async () => {
  const { far, clock } = world
  const due = new Date(clock.now().getTime() + 86_400_000).toISOString()
  await world.say('cted', `reminder add Call the chair at:${due.slice(0, 16)}`)
  // What the test before was answered late may come in between.
  await expect.poll(() => JSON.stringify(far.messages)).toContain('I will remind you')
  far.clear()
  far.fault('send', { kind: 'status', status: 404, code: 'ConversationNotFound' })
  await world.turn(new Date(clock.now().getTime() + 2 * 86_400_000).toISOString())
  await expect.poll(() => JSON.stringify(far.messages)).toContain('Call the chair')
  expect(far.callsOf('create')).toHaveLength(1)
})
