import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { type Bot, createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import type { Outcome } from '../../../src/core/invocation.ts'
import { createLog } from '../../../src/process/log.ts'
import { embeddedStore } from '../../support/clones/embedded.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { until } from '../../support/runner/until.ts'

const account = { platform: 'slack', tenant: 'T1', account: 'U1' }

/** Its clock stands still, so that nothing it holds grows old. */
async function replica(store: Store): Promise<Bot> {
  const bot = createBot({ features, store, clock: settableClock(new Date()), log: createLog('silent') })
  await bot.start()
  return bot
}

async function ask(bot: Bot, text: string): Promise<Outcome> {
  const { outcome } = await bot.dispatch({
    caller: account,
    place: { platform: 'slack', tenant: 'T1', channel: 'D1', private: true },
    input: { kind: 'line', text },
  })
  return outcome
}

async function link(store: Store): Promise<void> {
  await store.pool.query(`
    insert into identities (platform, tenant, account, person_id, linked_at, via)
    select 'slack', 'T1', 'U1', id, now(), 'sample' from people where email = 'focal.cted@compact.example'`)
}

/** Asks until who asks is held, so that another look takes one statement in all. */
async function held(bot: Bot, statements: () => number): Promise<void> {
  await until(async () => {
    await ask(bot, '/directory person focal.cted@compact.example')
    const before = statements()
    await ask(bot, '/directory person focal.cted@compact.example')
    expect(statements() - before).toBe(1)
  })
}

/** Counts the statements that look somebody up; the queue's own and the record of looks are none of them. */
function counting(store: Store): { readonly store: Store; readonly count: () => number } {
  let count = 0
  const kysely = store.kysely.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count += 1
      return result
    },
  })
  return { store: { ...store, kysely, lookUps: kysely }, count: () => count }
}

describe('who asks, on replicas of one server', () => {
  let database: TestDatabase
  let stores: readonly Store[] = []
  let bots: readonly Bot[] = []
  let counts: readonly (() => number)[] = []

  beforeEach(async () => {
    database = await testDatabase()
    await link(database.store)
    stores = await Promise.all([0, 1].map(() => openDatabase({ url: database.url })))
    const counted = stores.map(counting)
    counts = counted.map(({ count }) => count)
    bots = await Promise.all(counted.map(({ store }) => replica(store)))
  })

  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()))
    await Promise.all(stores.map((store) => store.close()))
    await database.drop()
  })

  const who = `where email = 'focal.cted@compact.example'`

  test.each([
    ['the link is taken away', '/directory list', `delete from identities where account = 'U1'`],
    ['the person retires', '/directory list', `update people set retired_on = '2026-01-01' ${who}`],
    ['the secretariat loses them', '/reminder failed', `update people set is_secretariat = false ${who}`],
  ])('has no access within a second, as the replicas hear of it, when %s', async (_, command, change) => {
    await database.store.pool.query(`update people set is_secretariat = true ${who}`)
    await Promise.all(bots.map((bot, index) => held(bot, counts[index] ?? (() => 0))))
    const before = await Promise.all(bots.map((bot) => ask(bot, command)))

    await database.store.pool.query(change)
    const began = performance.now()
    await until(async () => {
      const outcomes = await Promise.all(bots.map((bot) => ask(bot, command)))
      expect(outcomes).toEqual(['refused', 'refused'])
    })

    expect(before).not.toContain('refused')
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('is asked of the store again once the connection that hears of changes is cut', async () => {
    await Promise.all(bots.map((bot, index) => held(bot, counts[index] ?? (() => 0))))

    await database.store.pool.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'rapporteur listening' and datname = current_database()`)
    await database.store.pool.query(`delete from identities where account = 'U1'`)

    await until(async () => {
      const outcomes = await Promise.all(bots.map((bot) => ask(bot, '/directory list')))
      expect(outcomes).toEqual(['refused', 'refused'])
    })
  })
})

test('who asks loses access at once on the embedded store', async () => {
  const embedded = await embeddedStore()
  await link(embedded)
  const { store, count } = counting(embedded)
  const bot = await replica(store)
  await held(bot, count)

  const unlinked = await ask(bot, '/profile unlink confirm:yes')
  const after = await ask(bot, '/directory list')
  await bot.stop()
  await embedded.close()

  expect([unlinked, after]).toEqual(['done', 'refused'])
})
