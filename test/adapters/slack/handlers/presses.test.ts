import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Json } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld
let scheduled: Json

beforeAll(async () => {
  here = await slackWorld()
  here.far.addUser('T1', { id: 'U55', email: 'focal.iom@compact.example', realName: 'iom' })
  const chair = { user: users.interpol }
  scheduled =
    (await here.command('/meeting', 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"', chair)).json ?? {}
  await here.settle()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

function texts(): string[] {
  return here.far.responses.map(({ body }) => String(body['text']))
}

/** Between two of them, in milliseconds. */
function shortestGap(some: readonly { readonly at: Date }[]): number {
  const times = some.map(({ at }) => at.getTime())
  return Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))
}

describe('a press', () => {
  test('in a private message puts the answer in its place, with the meeting’s facts', async () => {
    await here.press(scheduled, 'Maybe', 'direct', { user: users.secretariat })

    const [said] = here.far.responses
    expect(said?.body['replace_original']).toBe(true)
    expect(said?.body['text']).toContain('You said maybe to M1 Quarterly')
    expect(said?.body['text']).toContain('When: ')
  })

  test('on a shared card answers its presser alone and refreshes the card with the counts', async () => {
    await here.press(scheduled, 'Yes', 'channel', { user: users.interpol })
    const bodies = () => here.far.responses.map(({ body }) => body)
    // The one before may have had its card refreshed only now.
    await expect
      .poll(() => bodies().findLast((body) => body['replace_original'] === true)?.['text'])
      .toContain('1 yes')

    const own = bodies().filter((body) => body['response_type'] === 'ephemeral')
    expect(own.map(({ text }) => text)).toEqual([expect.stringContaining('You said yes')])
  })

  test('by many at once refreshes a shared card once a second at the most, the last one with all of them', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const people = [users.interpol, users.secretariat, users.interpol, users.secretariat, users.interpol]
    await Promise.all(people.map((user) => here.press(scheduled, 'Maybe', 'channel', { user })))
    const cards = () => here.far.responses.filter(({ body }) => body['replace_original'] === true)
    await expect.poll(() => cards().at(-1)?.body['text']).toContain('0 yes, 2 maybe, 0 no')

    expect(shortestGap(cards())).toBeGreaterThan(990)
  })

  test('by somebody who is not invited is refused to them alone', async () => {
    await here.press(scheduled, 'Yes', 'channel', { user: 'U55' })

    expect(here.far.responses.map(({ body }) => body['response_type'])).toEqual(['ephemeral'])
    expect(texts()[0]).toContain('not invited')
  })

  test('that would do harm asks first, and only the answer to that does it', async () => {
    await here.press(scheduled, 'Undo: cancel it', 'channel', { user: users.interpol })
    const asked = here.far.responses.at(-1)?.body
    const before = await statusOf(here)
    await here.press(asked, 'Yes, go ahead', 'ephemeral', { user: users.interpol })

    expect(asked?.['text']).toContain('Nothing has been changed yet')
    expect(before).toBe('scheduled')
    expect(await statusOf(here)).toBe('cancelled')
  })

  test('of a button from another time is answered with what to do', async () => {
    const old = { blocks: [{ block_id: 'b', elements: [button('Old', '0|what')] }] }
    await here.press(old, 'Old', 'ephemeral', { user: users.interpol })

    await expect.poll(() => texts().join()).toContain('too old')
  })

  test('carries thousands of characters', async () => {
    const long = `Remember ${'the drones and '.repeat(180)}`.slice(0, 2_400).trim()
    const refused = await here.command('/reminder', `add "${long}" at:"tomorrow 9:00"`, { user: users.cted })
    await here.press(refused.json, 'Edit again', 'ephemeral', { user: users.cted })

    expect(JSON.stringify(here.far.callsOf('views.open').at(-1)?.args)).toContain(long)
  })
})

function button(label: string, value: string): Json {
  return { type: 'button', action_id: 'x', text: { type: 'plain_text', text: label }, value }
}

async function statusOf({ database }: SlackWorld): Promise<string> {
  const { rows } = await database.store.pool.query('select status from meetings where id = 1')
  return rows[0].status
}
