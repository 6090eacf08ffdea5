import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Store } from '../../../../db/store/connect.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { testDatabase } from '../../../support/database.ts'

interface Scope {
  get(path: string, options: object, handler: () => unknown): void
  post(path: string, options: object, handler: () => unknown): void
}

let server: Server
let url: string
let store: Store
let drop: () => Promise<void>
let asked = 0
let log: string[] = []
/** Lets what asked for the slow page have it. */
let waiting: (() => void)[] = []
const sockets: Socket[] = []

beforeEach(async () => {
  ;({ store, drop } = await testDatabase())
  asked = 0
  log = []
  waiting = []
  const queueReady = async () => {
    asked += 1
    return true
  }
  const mount = async (given: unknown) => {
    const scope = given as Scope
    scope.get('/page', {}, () => 'a page')
    scope.get('/slow', {}, async () => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return 'at last'
    })
    scope.post('/signed', { config: { rateLimit: false } }, () => ({ taken: true }))
  }
  const lines = createLog('info', { write: (line) => void log.push(line) })
  server = await createServer({ store, queueReady }, [{ mount }], lines)
  url = await server.listen(0, '127.0.0.1')
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.stop()
  await drop()
})

/** A connection of its own; what the far side does with it stands in the socket. */
function open(): Promise<Socket> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(socket))
    socket.on('error', () => undefined)
    sockets.push(socket)
  })
}

/** What a page is answered with over a connection of this agent's; undefined where the connection is cut. */
function statusBy(agent: Agent): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = get(`${url}/page`, { agent }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode))
    })
    asked.on('error', () => resolve(undefined))
  })
}

/** Sends a body of a hundred bytes one by one, and never the last of them. */
async function drip(): Promise<Socket> {
  const socket = await open()
  socket.write('POST /signed HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\n')
  const dripping = setInterval(() => socket.write('x'), 200)
  socket.once('close', () => clearInterval(dripping))
  return socket
}

const ended = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

test('a thousand requests of one address are told to wait, with one line in the log', async () => {
  const statuses: number[] = []
  for (let round = 0; round < 10; round += 1) {
    const hundred = Array.from({ length: 100 }, async (_, one) => {
      const answer = await fetch(`${url}/${one % 2 === 0 ? 'page' : 'nothing/here'}`)
      await answer.text()
      return answer.status
    })
    statuses.push(...(await Promise.all(hundred)))
  }

  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(300)
  expect(new Set(statuses)).toEqual(new Set([200, 404, 429]))
  expect(log.filter((line) => line.includes('refused'))).toHaveLength(1)
  expect(log.length).toBeLessThan(5)
})

test('a route whose requests are signed is never told to wait', async () => {
  const post = () => fetch(`${url}/signed`, { method: 'POST', body: 'x' }).then(({ status }) => status)
  const statuses = await Promise.all(Array.from({ length: 400 }, post))

  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('whether it is ready is asked once a second, however many want to know', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${url}/readyz`)))

  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(asked).toBeLessThanOrEqual(2)
})

test('one address holds some hundred connections, and no more', async () => {
  const open700 = await Promise.all(Array.from({ length: 700 }, open))
  const left = () => open700.filter((socket) => !socket.destroyed && socket.readable).length

  await expect.poll(left).toBeLessThanOrEqual(512)
  expect(left()).toBeGreaterThan(400)
})

test('whoever comes is answered, though others hold all the connections that may be open', async () => {
  const held = await Promise.all(Array.from({ length: 600 }, open))
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  const statuses: (number | undefined)[] = []
  for (let asked = 0; asked < 5; asked += 1) statuses.push(await statusBy(kept))
  held.push(...(await Promise.all(Array.from({ length: 600 }, open))))
  statuses.push(await statusBy(new Agent()))
  kept.destroy()

  expect(statuses).toEqual([200, 200, 200, 200, 200, 200])
  await expect.poll(() => held.filter((socket) => socket.readable).length).toBeLessThanOrEqual(512)
})

test('a request that is being answered is not cut for the sake of those that come', async () => {
  const answered = fetch(`${url}/slow`).then((answer) => answer.text())
  await expect.poll(() => waiting.length).toBe(1)
  await Promise.all(Array.from({ length: 1_100 }, open))
  waiting[0]?.()

  expect(await answered).toBe('at last')
})

test('a body that drips is cut after ten seconds', async () => {
  const began = performance.now()
  await ended(await drip())

  expect(performance.now() - began).toBeGreaterThan(9_000)
  expect(performance.now() - began).toBeLessThan(14_000)
})

test('a stop cuts a body and a head that have not arrived', async () => {
  const body = await drip()
  const head = await open()
  head.write('GET /page HTTP/1.1\r\nhost:')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const began = performance.now()
  await server.stop()

  // Left alone, they would be cut after ten seconds.
  expect(performance.now() - began).toBeLessThan(8_000)
  await expect.poll(() => body.destroyed && head.destroyed).toBe(true)
})
