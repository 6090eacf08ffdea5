import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { block, message } from '../../../../src/core/message.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { ping } from '../../../support/discord/sent/common.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { type Sending, timestampOf } from '../../../support/discord/sent/signed.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const tea = { text: 'Tea', at: 'tomorrow 9:00' }

const command = () =>
  slash(here.far, { command: 'reminder add', options: tea, by: users.interpol.id, where: places.channel })

async function reminders(): Promise<number> {
  const { rows } = await here.database.store.pool.query('select count(*)::int as n from reminders')
  return rows[0].n
}

describe('a request that Discord signed', () => {
  test('and that only asks whether the bot is there is answered that it is', async () => {
    const { status, json, headers } = await here.far.deliver(here.base, ping(here.far))

    expect(status).toBe(200)
    expect(json).toEqual({ type: 1 })
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(here.far.problems).toEqual([])
  })

  test('is done once though it comes three times, and is answered with the same each time', async () => {
    const other = await here.replica()
    const before = await reminders()
    const interaction = command()
    const all = [here.base, other.base, here.base].map((base) => here.far.deliver(base, interaction))
    const answered = [...(await Promise.all(all)), await here.far.deliver(other.base, interaction)]

    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(new Set(answered.map(({ text }) => text)).size).toBe(1)
    expect(answered[0]?.text).toContain('I will remind you')
    expect(await reminders()).toBe(before + 1)
    expect(here.far.problems).toEqual([])
  })

  test('and that says more than fits one message is said in full once, however often it comes', async () => {
    const { dispatch } = here.bot
    const long = message(
      'Much.',
      ...Array.from({ length: 90 }, (_, n) => block.text(`${n} ${'x'.repeat(90)}`)),
    )
    Object.assign(here.bot, { dispatch: async () => ({ outcome: 'done', audience: 'room', message: long }) })
    const interaction = command()
    await Promise.all([here.base, here.base].map((base) => here.far.deliver(base, interaction)))
    await here.far.deliver(here.base, interaction)
    await here.adapter.stop()
    Object.assign(here.bot, { dispatch })
    const posted = here.far.messages.filter((one) => one.interaction === interaction['id'])
    const pages = posted.map(({ body }) => JSON.stringify(body))

    expect(pages.length).toBeGreaterThan(1)
    expect(new Set(pages).size).toBe(pages.length)
    expect(here.far.problems).toEqual([])
  })
})

describe('a request that Discord did not sign', () => {
  const cases: readonly (readonly [string, () => Sending])[] = [
    ['whose body was changed', () => ({ tampered: JSON.stringify({ ...command(), id: '1' }) })],
    ['with a key of somebody else', () => ({ key: 'foreign' })],
    ['without a signature', () => ({ signature: null })],
    ['without a time', () => ({ timestamp: null })],
    ['whose signature is none', () => ({ signature: 'zz'.repeat(64) })],
    ['whose signature is too short', () => ({ signature: 'ab'.repeat(63) })],
    ['whose time is not a number', () => ({ timestamp: 'now' })],
    ['six minutes ago', () => ({ timestamp: timestampOf(here.clock.now(), -6) })],
    ['six minutes ahead', () => ({ timestamp: timestampOf(here.clock.now(), 6) })],
  ]

  test.each(cases)('%s is refused, and nothing is done', async (_, sending) => {
    const before = await reminders()
    const refused = await here.far.deliver(here.base, command(), sending())

    expect(refused.status).toBe(401)
    expect(await reminders()).toBe(before)
    expect(here.far.calls).toEqual([])
    expect(here.far.problems).toEqual([])
  })

  test('is not even read', async () => {
    const refused = await here.far.deliver(here.base, command(), { body: '{"type":', key: 'foreign' })

    expect(refused.status).toBe(401)
    expect(here.log.join('\n')).toContain('a request to /discord/interactions was refused')
    expect(here.log.join('\n')).not.toContain('Tea')
  })
})

describe('a request that is signed and no interaction', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['that is not JSON', '{"type":'],
    ['that is empty', ''],
    ['that is a list', '[]'],
    ['that is nothing', 'null'],
    ['whose type is a word', '{"type":"2"}'],
    ['of a type that nobody knows', '{"type":99,"id":"1","token":"t","channel_id":"1","user":{"id":"1"}}'],
    ['of nobody', '{"type":2,"id":"1","token":"t","channel_id":"1","data":{}}'],
    [
      'of a press on no message',
      '{"type":3,"id":"1","token":"t","channel_id":"1","user":{"id":"1"},"data":{}}',
    ],
  ]

  test.each(cases)('%s is answered with 400, and the bot lives on', async (_, body) => {
    const wrong = await here.far.deliver(here.base, command(), { body })
    const right = await here.far.deliver(here.base, ping(here.far))

    expect(wrong.status).toBe(400)
    expect(right.json).toEqual({ type: 1 })
    expect(here.far.problems).toEqual([])
  })

  test('that is larger than any interaction is refused', async () => {
    const body = JSON.stringify({ type: 1, more: 'x'.repeat(300_000) })
    const { status } = await here.far.deliver(here.base, command(), { body })

    expect(status).toBe(413)
  })
})
