import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { migrate } from '../../../db/store/migrate.ts'
import { type Bot, createBot } from '../../../src/bot/bot.ts'
import { systemClock } from '../../../src/core/clock.ts'
import type { Answer } from '../../../src/core/invocation.ts'
import { createLog } from '../../../src/process/log.ts'
import { emptyDatabase, steadyDatabase, type TestDatabase } from '../../support/database.ts'

const account = 'focal.who@compact.example'

let database: TestDatabase
let bot: Bot

beforeEach(async () => {
  database = await steadyDatabase()
  bot = createBot({ features, store: database.store, clock: systemClock, log: createLog('silent') })
})
afterEach(async () => {
  await bot.stop()
  await database.drop()
})

function ask(text: string): Promise<Answer> {
  return bot.dispatch({
    caller: { platform: 'terminal', tenant: 'local', account },
    place: { platform: 'terminal', tenant: 'local', channel: account, private: true },
    vouchedEmail: account,
    input: { kind: 'line', text },
  })
}

test('before the queue works whoever looks is answered, and whoever changes something waits for it', async () => {
  const serving = Promise.withResolvers<void>()
  const working = bot.start(serving.promise)
  let changed: Answer['outcome'] | undefined
  const changing = ask('/profile timezone Europe/Vienna').then(({ outcome }) => {
    changed = outcome
  })
  const looked = await ask(`/directory person ${account}`)
  const changedBefore = changed
  serving.resolve()
  await working
  await changing

  expect(looked.outcome).toBe('done')
  expect(changedBefore).toBeUndefined()
  expect(changed).toBe('done')
})

test('a bot that stops before its queue began does not wait for it', async () => {
  const never = new Promise<void>(() => undefined)
  void bot.start(never)

  await bot.stop()

  expect((await ask(`/directory person ${account}`)).outcome).toBe('done')
})

test('two processes that start at once on a new database both begin to work', async () => {
  const empty = await emptyDatabase()
  const other = new pg.Client({ connectionString: empty.url })
  const late = createBot({ features, store: empty.store, clock: systemClock, log: createLog('silent') })
  try {
    await migrate(empty.store)
    await other.connect()
    await other.query('begin; create schema pgboss')
    const working = late.start(Promise.resolve())
    // Locks are read as they are at the moment; the list of sessions stays the same within a transaction.
    const waiting = 'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))'
    await expect.poll(async () => (await other.query(waiting)).rowCount).toBe(1)
    await other.query('commit')
    await working

    expect(await late.services.jobs.ready()).toBe(true)
  } finally {
    await other.end()
    await late.stop()
    await empty.drop()
  }
})
