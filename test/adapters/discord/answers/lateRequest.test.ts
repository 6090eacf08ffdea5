import { afterEach, expect, test } from 'vitest'

import { discordRoutes } from '../../../../adapters/discord/doors/routes.ts'
import { systemClock } from '../../../../src/core/clock.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'
import { publicKeyOf } from '../../../support/discord/sent/keys.ts'
import { bring } from '../../../support/discord/sent/signed.ts'

let server: Server | undefined
let database: TestDatabase | undefined

afterEach(async () => {
  await server?.stop()
  await database?.drop()
})

const both = ['after', 'unheard'] as const

test.each([
  { what: 'after 100 ms', ms: 100, parts: both, wanted: 'after' },
  { what: 'after more than three seconds', ms: 3_100, parts: both, wanted: 'unheard' },
  {
    what: 'of which nothing goes on, later still',
    ms: 3_100,
    parts: ['unheard'] as const,
    wanted: 'unheard',
  },
  { what: 'to a connection that has ended', ms: 400, parts: both, wanted: 'unheard', endsMs: 100 },
  {
    what: 'of which nothing goes on, to a connection that has ended',
    ms: 400,
    parts: ['unheard'] as const,
    wanted: 'unheard',
    endsMs: 100,
  },
])('an answer $what is taken for $wanted', async ({ ms, parts, wanted, endsMs }) => {
  const done: string[] = []
  const log = createLog('silent')
  database = await testDatabase()
  const routes = discordRoutes({
    publicKey: publicKeyOf(),
    context: { log, clock: systemClock, later: (work) => void work },
    async hear() {
      await new Promise((resolve) => setTimeout(resolve, ms))
      const note = (what: string) => async () => void done.push(what)
      return { callback: { type: 1 }, ...Object.fromEntries(parts.map((part) => [part, note(part)])) }
    },
  })
  server = await createServer({ store: database.store, queueReady: async () => true }, [routes], log)
  const base = await server.listen(0, '127.0.0.1')
  const sending = endsMs === undefined ? {} : { signal: AbortSignal.timeout(endsMs) }
  await bring(base, { type: 2 }, sending).catch(() => undefined)

  await expect.poll(() => done).toEqual([wanted])
})
