import { afterEach, beforeEach, expect, test } from 'vitest'

import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld

beforeEach(async () => {
  here = await slackWorld()
  for (const id of ['C2', 'C3']) here.far.addChannel('T1', { id, name: id.toLowerCase() })
  const chair = { user: users.interpol }
  await here.command('/wg', 'bind ETCIP', { ...chair, channel: 'C1' })
  await here.command('/wg', 'bind ETCIP', { ...chair, channel: 'C2' })
  await here.command('/meeting', 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"', {
    ...chair,
    channel: 'C3',
  })
  await here.settle()
})

afterEach(() => here.end())

const answer = (user: string, word: string) => here.command('/meeting', `rsvp M1 ${word}`, { user })

function cardIn(channel: string): string {
  const card = here.far.messages.find(({ channel: where, args }) => {
    return where === channel && String(args['text']).includes('Quarterly')
  })
  return String(card?.args['text'])
}

/** When the card in a channel was updated, in milliseconds. */
function updatesIn(channel: string): readonly number[] {
  const calls = here.far.callsOf('chat.update').filter(({ args }) => args['channel'] === channel)
  return calls.map(({ at }) => at.getTime())
}

function gaps(times: readonly number[]): readonly number[] {
  return times.slice(1).map((at, index) => at - (times[index] ?? 0))
}

test('the cards in all rooms show an answer that was given elsewhere', async () => {
  await answer(users.interpol, 'yes')

  await expect.poll(() => cardIn('C1')).toContain('1 yes')
  await expect.poll(() => cardIn('C2')).toContain('1 yes')
})

test('a card that Slack does not take now is refreshed when it does', async () => {
  here.far.fault('chat.update', { kind: 'status', status: 429, retryAfter: 1 }, 2)
  await answer(users.interpol, 'yes')

  await expect.poll(() => cardIn('C1')).toContain('1 yes')
  await expect.poll(() => cardIn('C2')).toContain('1 yes')
})

test.each([
  { kind: 'status', status: 503 },
  { kind: 'reset', before: true },
] as const)('a card whose refreshes fail is tried again after two seconds, then four (%j)', async (fault) => {
  // The meeting itself may have refreshed the card already.
  const before = updatesIn('C1').length
  here.far.fault('chat.update', fault, 2, 'C1')
  await answer(users.interpol, 'yes')
  await expect.poll(() => cardIn('C1')).toContain('1 yes')
  const times = updatesIn('C1').slice(before)

  expect(times).toHaveLength(3)
  expect(gaps(times)[0]).toBeGreaterThan(1_900)
  expect(gaps(times)[1]).toBeGreaterThan(3_900)
  expect(cardIn('C2')).toContain('1 yes')
})

test('a stop does not wait for another try', async () => {
  here.far.fault('chat.update', { kind: 'status', status: 429, retryAfter: 60 })
  await answer(users.interpol, 'yes')
  await expect.poll(() => updatesIn('C2')).toHaveLength(1)
  const asked = performance.now()
  await here.adapter.stop()

  expect(performance.now() - asked).toBeLessThan(30_000)
})

test('a card is refreshed once a second at the most, and shows the last answer', async () => {
  for (const word of ['yes', 'no', 'maybe', 'yes', 'no']) await answer(users.interpol, word)
  await expect.poll(() => cardIn('C1')).toMatch(/0 yes, 0 maybe, 1 no/)
  const times = updatesIn('C1')

  expect(times.length).toBeLessThan(4)
  expect(Math.min(...gaps(times))).toBeGreaterThan(700)
})

test('a card that somebody deleted is forgotten, and the others go on', async () => {
  here.far.fault('chat.update', { kind: 'error', error: 'message_not_found' }, 1, 'C1')
  await answer(users.interpol, 'yes')
  await expect.poll(() => cardIn('C2')).toContain('1 yes')
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await answer(users.interpol, 'no')
  await expect.poll(() => cardIn('C2')).toContain('1 no')

  expect(cardIn('C1')).toContain('0 yes')
})
