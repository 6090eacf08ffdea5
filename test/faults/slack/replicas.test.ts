import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Json } from '../../../src/core/json.ts'
import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import {
  act,
  ask,
  farSide,
  mention,
  numberIn,
  type Served,
  sent,
  serve,
  tell,
} from '../../support/slack/served.ts'
import type { Answered } from '../../support/slack/signed.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let far: FarSide
let both: readonly [Served, Served]
beforeAll(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, far } = ground)
  both = await Promise.all([serve(database, far), serve(database, far)])
})
afterAll(() => ground.end())
beforeEach(async () => {
  await database.store.pool.query('truncate audit, meetings, receipts cascade')
  far.clear()
})

const start = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)
const fields = { title: 'Plenary', wg: 'NARS', start: `${start}Z` }
const line = `schedule Plenary wg:NARS start:${start}Z`

function meetings(): Promise<number> {
  return numberIn(database, `select count(*) from meetings where title = 'Plenary'`)
}

/** What was said in the channel, as it was said first: a card is kept up to date. */
function inChannel(): readonly string[] {
  const said = far.callsOf('chat.postMessage').filter(({ outcome }) => outcome === 'ok')
  return said.filter(({ args }) => args['channel'] === 'C1').map(({ args }) => String(args['text']))
}

function scheduledInChannel(): readonly string[] {
  return inChannel().filter((text) => text.includes('Scheduled M'))
}

/** All that is to be read in an answer, at once or late; the order of what a button carries is no part of it. */
function words(answered: Answered | undefined): unknown {
  const plain = (key: string, value: unknown) => {
    // What is said late says that it replaces nothing.
    if (key === 'replace_original') return undefined
    return key === 'value' && typeof value === 'string' ? value.split('|').sort() : value
  }
  return JSON.parse(answered?.text ?? 'null', plain)
}

/** An event as Slack delivers it: up to three times more where it is not acknowledged in time. */
async function bring(to: Served, event: Json): Promise<Answered> {
  let answered = await tell(to, event)
  for (let retry = 1; retry <= 3 && answered.status !== 200; retry++) answered = await tell(to, event, retry)
  return answered
}

/** Three copies at once, to two processes. */
function thrice<T>(send: (to: Served) => Promise<T>): Promise<T[]> {
  const [first, second] = both
  return Promise.all([first, second, first].map(send))
}

describe('one delivery three times at once to two processes', () => {
  test('a slash command acts once and is answered with the same words each time', async () => {
    const same = { trigger_id: '77.1.same' }
    const answered = await thrice((to) => ask(far, to, 'meeting', line, same))

    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answered[0]?.json?.['text']).toMatch(/^Scheduled M\d+: Plenary/)
    expect(answered.map(words)).toEqual(answered.map(() => words(answered[0])))
    expect(await meetings()).toBe(1)
    expect(await numberIn(database, `select count(*) from audit where command = 'meeting schedule'`)).toBe(1)
  })

  test('a mention acts once and is answered in the channel once', async () => {
    const event = mention(`meeting ${line}`)
    const answered = await thrice((to) => bring(to, event))

    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200])
    await expect.poll(inChannel).toContainEqual(expect.stringContaining('Scheduled M'))
    expect(scheduledInChannel()).toHaveLength(1)
    expect(await meetings()).toBe(1)
  })

  test('a form is one meeting, and every copy is told of the same one', async () => {
    const form = sent('V771', 'meeting schedule', fields)
    const answered = await thrice((to) => act(to, form))

    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answered[0]?.json).toMatchObject({ response_action: 'update' })
    expect(answered[0]?.text).toContain('Scheduled M')
    expect(answered.map(words)).toEqual(answered.map(() => words(answered[0])))
    expect(await meetings()).toBe(1)
  })

  test('a command that is refused is refused each time, and recorded once', async () => {
    const endless = `schedule Plenary wg:NARS start:2030-01-01T10:00Z duration:"9 weeks"`
    const answered = await thrice((to) => ask(far, to, 'meeting', endless, { trigger_id: '78.1.same' }))

    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answered.every(({ json }) => String(json?.['text']).includes('9 weeks'))).toBe(true)
    expect(answered.every(({ json }) => json?.['response_type'] === 'ephemeral')).toBe(true)
    expect(await numberIn(database, `select count(*) from audit where outcome = 'refused'`)).toBe(1)
    expect(await meetings()).toBe(0)
  })
})

describe('an event of which only a retry arrives', () => {
  test.each([1, 2, 3])('acts once and is answered once, though it is retry %i', async (retry) => {
    const [only] = both
    const event = mention(`meeting ${line}`)
    const answered = await tell(only, event, retry)
    // A busy process acknowledges what it still works at.
    await expect.poll(scheduledInChannel).toHaveLength(1)
    const acted = await meetings()
    const late = await tell(only, event)

    expect([answered.status, late.status]).toEqual([200, 200])
    expect(acted).toBe(1)
    expect(await meetings()).toBe(1)
    expect(scheduledInChannel()).toHaveLength(1)
  })
})
