import { PgBoss } from 'pg-boss'

import { features } from '../../../commands/index.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { createBot } from '../../../src/bot/bot.ts'
import type { Adapter } from '../../../src/core/adapter.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { setting } from '../served.ts'

/** A platform that answers at once. */
const instant: Adapter = {
  ...{ name: 'slack', reachesByEmail: false, lanes: 8, findsDelivered: true },
  start: async () => undefined,
  stop: async () => undefined,
  post: async () => undefined,
  announce: async () => undefined,
  changed: () => undefined,
  connected: () => true,
}

/** Works a queue off, as the bot or with pg-boss alone, once a line of input says so; then says how long it took. */
const store = await openDatabase({ url: setting('DATABASE_URL') })
const work = process.argv.includes('--bare') ? await bare(store) : await ours(store)
process.stdout.write('ready\n')
process.stdin.once('data', async () => {
  const from = performance.now()
  await work()
  process.stdout.write(`${performance.now() - from}\n`)
  process.exit(0)
})

async function ours(store: Store): Promise<() => Promise<void>> {
  const bot = createBot({ features, store, clock: systemClock, log: createLog('error') })
  bot.join(instant)
  return async () => {
    await bot.start()
    await bot.settle({ ticks: false })
  }
}

async function bare({ pool }: Store): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    ...{ schedule: false, supervise: false },
  })
  return async () => {
    await boss.start()
    for (;;) {
      const jobs = await boss.fetch('empty', { batchSize: 500 })
      if (jobs.length === 0) return
      await boss.complete(
        'empty',
        jobs.map(({ id }) => id),
      )
    }
  }
}
