import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase, type Store } from '../../../../db/store/connect.ts'
import { connectedTo } from '../../../../db/store/server/pipeline.ts'
import { waitWithoutLimit } from '../../../../db/store/server/silence.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'
import { type ServerProxy, startProxy } from '../../../support/proxy.ts'

// Long enough for a busy machine to open the connection that takes over.
const silenceMs = 1_500

let database: TestDatabase
let proxy: ServerProxy
let store: Store
beforeEach(async () => {
  database = await testDatabase()
  proxy = await startProxy(database.url)
  store = await openDatabase({ url: proxy.url, connected: connectedTo(proxy.url, 2, silenceMs) })
})
afterEach(async () => {
  await store.close()
  await proxy.stop()
  await database.drop()
})

/** Each speaks with the server, then asks what is lost. */
const ways = {
  async 'a statement'() {
    await store.pool.query('select 1')
    proxy.hush()
    await store.pool.query('select 1')
  },
  async 'a look-up'() {
    await sql`select 1`.execute(store.lookUps)
    proxy.hush()
    await sql`select 1`.execute(store.lookUps)
  },
  'the second statement of a transaction': () =>
    store.kysely.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx)
      proxy.hush()
      await sql`select 1`.execute(trx)
    }),
}

test.each(Object.entries(ways))(
  '%s that a broken network drops fails soon, and the next one is answered over another connection',
  async (_, ask) => {
    await expect(ask()).rejects.toThrow(/the server has said nothing for 1\.5 seconds|not queryable/)
    expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect((await sql`select 1 as one`.execute(store.lookUps)).rows).toEqual([{ one: 1 }])
  },
)

test('a connection is not ended while nobody waits, nor where a statement may take as long as it likes', async () => {
  const { rows: before } = await store.pool.query('select pg_backend_pid() as pid')
  await new Promise((resolve) => setTimeout(resolve, 2 * silenceMs))
  const { rows: after } = await store.pool.query('select pg_backend_pid() as pid')
  const client = await store.pool.connect()
  waitWithoutLimit(client)
  const slow = await client.query('select pg_sleep($1)', [(2 * silenceMs) / 1_000])
  client.release()

  expect(after).toEqual(before)
  expect(slow.rows).toHaveLength(1)
})
