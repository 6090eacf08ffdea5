import { afterEach, beforeEach, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { type Bot, createBot } from '../../../src/bot/bot.ts'
import type { Place } from '../../../src/core/address.ts'
import { settableClock } from '../../../src/core/clock.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { createLog } from '../../../src/process/log.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { focal } from '../../support/world.ts'

let database: TestDatabase
let store: Store

beforeEach(async () => {
  database = await testDatabase()
  store = await openDatabase({ url: database.url })
})

afterEach(async () => {
  await store.close()
  await database.drop()
})

function botOn(on: Store, lines: string[] = []): Bot {
  const log = createLog('info', { write: (line) => void lines.push(line) })
  return createBot({ features, store: on, clock: settableClock(new Date('2026-11-21T12:00:00Z')), log })
}

const place: Place = { platform: 'slack', tenant: 'T1', channel: 'D1', private: true }

function ask(bot: Bot, email: string, text: string): Promise<Answer> {
  const caller = { platform: 'slack', tenant: 'T1', account: email }
  return bot.dispatch({ caller, place, vouchedEmail: email, message: 'D1:1', input: { kind: 'line', text } })
}

test('who looks somebody up by an address waits for nobody whose commands hold a connection', async () => {
  const bot = botOn(store)
  const client = await store.pool.connect()
  try {
    // As long as it lasts, whoever writes waits.
    await client.query('begin; lock table audit in exclusive mode; lock table receipts in exclusive mode')
    const slow = Array.from({ length: 8 }, (_, index) =>
      ask(bot, focal(index % 2 === 0 ? 'cted' : 'who'), '/profile edit zone:Europe/Vienna'),
    )
    let ended = 0
    for (const one of slow) void one.then(() => (ended += 1))
    const { outcome } = await ask(bot, focal('interpol'), '/directory person focal.who@compact.example')
    expect([outcome, ended]).toEqual(['done', 0])
    await client.query('rollback')
    await Promise.all(slow)
  } finally {
    client.release()
    await bot.stop()
  }
})

test('a look-up by a key whose connection is lost is asked again as any other command, and answered', async () => {
  const lines: string[] = []
  let lost = false
  const lookUps = store.lookUps.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (lost) return result
      lost = true
      throw new Error('the connection is gone')
    },
  })
  const bot = botOn({ ...store, lookUps }, lines)
  const { outcome } = await ask(bot, focal('cted'), '/directory person focal.who@compact.example')
  await bot.stop()
  expect([lost, outcome]).toEqual([true, 'done'])
  expect(lines.join('')).toContain('failed to look up by key')
})

test('an entity is shown by its acronym on no connection that others wait for, and as by its name; one that was retired too', async () => {
  await store.pool.query(`update entities set retired = '2026-11-20' where acronym = 'IOM'`)
  let statements = 0
  const kysely = store.kysely.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1
      return result
    },
  })
  const bot = botOn({ ...store, kysely })
  const shown = async (text: string) => {
    const before = statements
    const { message } = await ask(bot, focal('cted'), text)
    return { message, statements: statements - before }
  }
  const byKey = await shown('/directory entity CTED')
  const byName = await shown('/directory entity cted')
  const left = await shown('/directory entity IOM')
  await bot.stop()

  expect(byKey.statements).toBe(0)
  expect(byName.statements).toBeGreaterThan(0)
  expect(byKey.message).toEqual(byName.message)
  expect(JSON.stringify(left.message)).toContain('Retired')
})
