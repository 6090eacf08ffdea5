import { afterEach, expect, test } from 'vitest'

import { discordRoutes } from '../../../adapters/discord/routes.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/log.ts'
import { createServer, type Server } from '../../../src/server.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { publicKeyOf } from '../../support/discord/keys.ts'
import { bring } from '../../support/discord/signed.ts'

let server: Server | undefined
let database: TestDatabase | undefined

afterEach(async () => {
  await server?.stop()
  await database?.drop()
})

test.each([
  { ms: 100, wanted: 'after' },
  { ms: 3_100, wanted: 'unheard' },
])('an answer after $ms ms is taken for $wanted', async ({ ms, wanted }) => {
  const done: string[] = []
  const log = createLog('silent')
  database = await testDatabase()
  const routes = discordRoutes({
    publicKey: publicKeyOf(),
    desk: { log, clock: systemClock, later: (work) => void work },
    async hear() {
      await new Promise((resolve) => setTimeout(resolve, ms))
      const note = (what: string) => async () => void done.push(what)
      return { callback: { type: 1 }, after: note('after'), unheard: note('unheard') }
    },
  })
  server = await createServer({ store: database.store, queueReady: async () => true }, [routes], log)
  await bring(await server.listen(0, '127.0.0.1'), { type: 2 })

  await expect.poll(() => done, { timeout: 5_000 }).toEqual([wanted])
})
