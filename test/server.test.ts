import { afterEach, expect, test } from 'vitest'

import { createLog } from '../src/log.ts'
import { createServer, type Server } from '../src/server.ts'
import { type TestDatabase, testDatabase } from './support/database.ts'

let database: TestDatabase
let server: Server
afterEach(async () => {
  await server.stop()
  await database.drop()
})

async function listening(mount?: (scope: Scope) => void): Promise<string> {
  database = await testDatabase()
  const routes = mount ? [{ mount: async (scope: unknown) => mount(scope as Scope) }] : []
  server = await createServer(
    { store: database.store, queueReady: async () => true },
    routes,
    createLog('silent'),
  )
  return server.listen(0, '127.0.0.1')
}

/** As much of fastify as an adapter's route needs here. */
interface Scope {
  get(path: string, handler: () => Promise<unknown>): void
  post(path: string, handler: (request: { readonly body: unknown }) => Promise<unknown>): void
}

test('health is told at once, readiness by database and queue', async () => {
  const address = await listening()
  const health = await fetch(`${address}/healthz`)
  const ready = await fetch(`${address}/readyz`)

  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', database: true, queue: true }])
  expect(health.headers.get('x-content-type-options')).toBe('nosniff')
})

test('with the database gone it is alive, and says that it is not ready', async () => {
  const address = await listening()
  await database.store.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await database.store.pool.end()
  const health = await fetch(`${address}/healthz`)
  const ready = await fetch(`${address}/readyz`)

  expect(health.status).toBe(200)
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'not ready', database: false, queue: true },
  ])
  database = { ...database, drop: async () => undefined }
})

test('a path that is none is answered without a word of the inside', async () => {
  const address = await listening()
  const answer = await fetch(`${address}/nothing/here`)

  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toMatch(/node_modules|\.ts/)
})

test('a body past the limit is refused', async () => {
  const address = await listening((scope) => scope.post('/in', async ({ body }) => ({ got: typeof body })))
  const answer = await fetch(`${address}/in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) }),
  })

  expect(answer.status).toBe(413)
})

test('a stop finishes the request in flight and takes no new one', async () => {
  let begun: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  const address = await listening((scope) =>
    scope.get('/slow', async () => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { done: true }
    }),
  )
  const slow = fetch(`${address}/slow`)
  await started
  const stopped = server.stop()
  const late = await fetch(`${address}/healthz`).then(
    (answer) => answer.status,
    () => 'refused',
  )

  expect(await (await slow).json()).toEqual({ done: true })
  await stopped
  expect(late).not.toBe(200)
})
