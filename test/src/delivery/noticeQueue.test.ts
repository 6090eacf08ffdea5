import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'

import { settableClock } from '../../../src/core/clock.ts'
import { createNoticeQueue } from '../../../src/delivery/queue/noticeQueue.ts'
import { testDatabase } from '../../support/database.ts'

test('after a lone notice a call to a thousand is not fetched as a whole, so that what is urgent can pass it', async () => {
  const { store, drop } = await testDatabase()
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    ...{ backend: store.embedded ? 'pglite' : 'postgres', schedule: false, supervise: false },
  })
  await boss.start()
  await boss.createQueue('calls')
  const queue = createNoticeQueue(boss, 'calls', settableClock(new Date('2026-11-26T12:00:00Z')))
  const add = (count: number) =>
    store.kysely.transaction().execute((trx) =>
      queue.add(
        trx,
        Array.from({ length: count }, (_, index) => ({ id: index + 1, priority: 0 })),
      ),
    )
  // The first use of a queue reads it through the pool, which a transaction on the embedded store must not do.
  await queue.fetch(1, [])
  await add(1)
  const lone = await queue.fetch(500, [])
  await add(1_050)
  const some = await queue.fetch(500, [])
  await boss.stop({ close: false })
  await drop()

  expect(lone.jobs).toHaveLength(1)
  expect(some.jobs).toHaveLength(500)
})
