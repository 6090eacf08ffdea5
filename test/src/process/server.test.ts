import { get } from 'node:http'

import { afterEach, describe, expect, test } from 'vitest'

import type { Routes } from '../../../src/core/adapter.ts'
import { createLog } from '../../../src/process/log.ts'
import { createServer, type Server } from '../../../src/process/server.ts'
import { testDatabase } from '../../support/database.ts'
import { world } from '../../support/world.ts'

const running = new Set<Server>()
afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()))
  running.clear()
})

type Health = Parameters<typeof createServer>[0]

/** What these tests need of the fastify instance that an adapter is given. */
interface Scope {
  get(path: string, handler: () => unknown): void
  post(path: string, handler: () => unknown): void
}

function routes(mount: (scope: Scope) => void): Routes {
  return { mount: async (scope) => mount(scope as Scope) }
}

async function serve(health: Health, ...given: readonly Routes[]) {
  const log: string[] = []
  const server = await createServer(
    health,
    given,
    createLog('info', { write: (line) => void log.push(line) }),
  )
  running.add(server)
  return { server, log, url: await server.listen(0, '127.0.0.1') }
}

async function healthy(): Promise<{ health: Health; end(): Promise<void> }> {
  const { store, drop } = await testDatabase()
  return { health: { store, queueReady: async () => true }, end: drop }
}

describe('health', () => {
  test('a process that lives says so, and one whose database and queue answer is ready', async () => {
    const here = await world()
    const { store } = here.database
    const { url } = await serve({ store, queueReady: () => here.bot.services.jobs.ready() })
    const health = await fetch(`${url}/healthz`)
    const ready = await fetch(`${url}/readyz`)
    await here.end()

    expect(health.status).toBe(200)
    expect(await health.json()).toEqual({ status: 'ok' })
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({ status: 'ready', database: true, queue: true })
  })

  test('the age of the oldest notice that waits, and what is measured, are told where there is something to tell', async () => {
    const { health, end } = await healthy()
    const metrics = async () => ({ body: 'a 1\n', type: 'text/plain' })
    const { url } = await serve({ ...health, oldestUndelivered: async () => 7, metrics })
    const ready = await (await fetch(`${url}/readyz`)).json()
    const measured = await (await fetch(`${url}/metrics`)).text()
    await end()

    expect(ready).toMatchObject({ status: 'ready', oldestUndelivered: 7 })
    expect(measured).toBe('a 1\n')
  })

  test('a database that is gone makes it not ready within three seconds, and keeps it alive', async () => {
    const here = await world()
    const { store } = here.database
    const { url } = await serve({ store, queueReady: () => here.bot.services.jobs.ready() })
    await here.end()
    const asked = performance.now()
    const ready = await fetch(`${url}/readyz`)
    const took = performance.now() - asked
    const health = await fetch(`${url}/healthz`)

    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'not ready', database: false, queue: false })
    expect(took).toBeLessThan(3_000)
    expect(health.status).toBe(200)
  })

  test('a database that is there and says nothing makes it not ready within three seconds', async () => {
    const { health, end } = await healthy()
    const { url } = await serve(health)
    const clients = await Promise.all(
      Array.from({ length: health.store.pool.options.max }, () => health.store.pool.connect()),
    )
    const asked = performance.now()
    const ready = await fetch(`${url}/readyz`)
    const took = performance.now() - asked
    for (const client of clients) client.release()
    // An answer is kept for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const again = await fetch(`${url}/readyz`)
    await end()

    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'not ready', database: false, queue: true })
    expect(took).toBeLessThan(3_000)
    expect(again.status).toBe(200)
  })

  test('a queue that does not answer is told apart from the database', async () => {
    const { health, end } = await healthy()
    const { url } = await serve({ ...health, queueReady: async () => false })
    const ready = await fetch(`${url}/readyz`)
    await end()

    expect(ready.status).toBe(503)
    expect(await ready.json()).toEqual({ status: 'not ready', database: true, queue: false })
  })
})

describe('a request', () => {
  test('for a path that nobody has is answered with 404, as a page for a browser and as JSON for a program', async () => {
    const { health, end } = await healthy()
    const { url } = await serve(health)
    const answer = await fetch(`${url}/nothing/here`)
    const body = await answer.text()
    const shown = await fetch(`${url}/`, { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([shown.status, shown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await shown.text()).toContain('<h1>There is nothing at this address</h1>')
    await end()

    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(JSON.parse(body)).toMatchObject({ statusCode: 404, error: 'Not Found' })
    expect(body).not.toMatch(/ {4}at |node_modules|\.ts/)
  })

  test('is answered with headers that keep a browser from guessing, framing and telling', async () => {
    const { health, end } = await healthy()
    const { url } = await serve(health)
    const { headers } = await fetch(`${url}/healthz`)
    await end()

    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('with too large a body is refused with 413, and the next one is served', async () => {
    const { health, end } = await healthy()
    const { url } = await serve(
      health,
      routes((scope) => scope.post('/take', () => ({ taken: true }))),
    )
    const post = (length: number) =>
      fetch(`${url}/take`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'x'.repeat(length),
      })
    const large = await post(1024 * 1024 + 1)
    const small = await post(1024 * 1024)
    await end()

    expect(large.status).toBe(413)
    expect(small.status).toBe(200)
  })

  test('whose route fails is answered without the cause, which stands in the log', async () => {
    const { health, end } = await healthy()
    const { url, log } = await serve(
      health,
      routes((scope) =>
        scope.get('/broken', () => {
          throw new Error('relation "secret_table" does not exist')
        }),
      ),
    )
    const answer = await fetch(`${url}/broken`)
    const body = await answer.text()
    await end()

    expect(answer.status).toBe(500)
    expect(body).not.toContain('secret_table')
    expect(body).not.toContain('    at ')
    expect(log.join('')).toContain('secret_table')
  })
})

describe('a stop', () => {
  test('finishes the request in flight and takes no new one', async () => {
    const { health, end } = await healthy()
    let arrived: () => void = () => undefined
    const inFlight = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { server, url } = await serve(
      health,
      routes((scope) =>
        scope.get('/slow', async () => {
          arrived()
          await held
          return { finished: true }
        }),
      ),
    )
    const slow = fetch(`${url}/slow`)
    await inFlight
    let stopped = false
    const stopping = server.stop().then(() => {
      stopped = true
    })
    await expect.poll(() => refused(`${url}/healthz`)).toBe(true)
    const stoppedBefore = stopped
    release()
    const answer = await slow
    await stopping
    await end()

    expect(stoppedBefore).toBe(false)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ finished: true })
  })

  test('does not wait for a connection that is merely kept open', async () => {
    const { health, end } = await healthy()
    const { server, url } = await serve(health)
    await (await fetch(`${url}/healthz`)).text()
    const asked = performance.now()
    await server.stop()
    const took = performance.now() - asked
    await end()

    // Left alone, it would stay open for more than a minute.
    expect(took).toBeLessThan(20_000)
  })
})

/** Whether a connection of its own is refused. */
function refused(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      resolve(false)
    }).on('error', () => resolve(true))
  })
}
