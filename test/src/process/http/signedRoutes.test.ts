import { connect } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { SignedRequest } from '../../../../src/core/adapter.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'

let database: TestDatabase
let server: Server
let url: string
let log: string[]
let answer: (request: SignedRequest) => Promise<{ status: number; body?: object | string }>
let bodies: string[]

beforeEach(async () => {
  database = await testDatabase()
  log = []
  bodies = []
  answer = async () => ({ status: 200, body: { taken: true } })
  const signed = {
    path: '/signed',
    bodyLimit: 100,
    answer: (request: SignedRequest) => {
      bodies.push(request.body.toString())
      return answer(request)
    },
  }
  server = await createServer(
    { store: database.store, queueReady: async () => true },
    [{ signed: [signed] }],
    createLog('info', { write: (line) => void log.push(line) }),
  )
  url = await server.listen(0, '127.0.0.1')
})
afterEach(async () => {
  await server.stop()
  await database.drop()
})

function post(body: string | ReadableStream, path = '/signed'): Promise<Response> {
  return fetch(`${url}${path}`, { method: 'POST', body, duplex: 'half' })
}

/** What comes back for what is written on a connection of its own, until it is closed. */
function written(...parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part)
    })
    socket.on('data', (chunk) => {
      received += chunk.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(received))
  })
}

test.each([
  { what: 'an object as JSON', body: { a: 'ü' }, type: 'application/json', text: '{"a":"ü"}' },
  { what: 'a text as plain text', body: 'ünot signed', type: 'text/plain', text: 'ünot signed' },
  { what: 'nothing as nothing', body: undefined, type: 'text/plain', text: '' },
])('an answer goes out: $what', async ({ body, type, text }) => {
  answer = async () => ({ status: 202, ...(body === undefined ? {} : { body }) })
  const sent = await post('asked')

  expect(sent.status).toBe(202)
  expect(sent.headers.get('content-type')).toContain(type)
  expect(await sent.text()).toBe(text)
  expect(bodies).toEqual(['asked'])
})

test('only a POST to its path is taken, whatever follows a question mark', async () => {
  const withQuery = await post('one', '/signed?from=here')
  const elsewhere = await post('two', '/signed/more')
  const got = await fetch(`${url}/signed`)

  expect([withQuery.status, elsewhere.status, got.status]).toEqual([200, 404, 404])
  expect(bodies).toEqual(['one'])
})

test('a body that is too large is refused with 413 and not looked at, whether its length is told or not', async () => {
  const chunked = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('x'.repeat(60)))
      controller.enqueue(new TextEncoder().encode('x'.repeat(60)))
      controller.close()
    },
  })
  const told = await post('x'.repeat(101))
  const untold = await post(chunked)
  const whole = await post('x'.repeat(100))

  expect([told.status, untold.status, whole.status]).toEqual([413, 413, 200])
  expect(bodies).toEqual(['x'.repeat(100)])
})

test('a connection whose request is too large is closed', async () => {
  const answered = await written('POST /signed HTTP/1.1\r\nhost: x\r\ncontent-length: 101\r\n\r\n', 'x')

  expect(answered).toMatch(/^HTTP\/1\.1 413/)
})

test('a fault is answered without its cause, which stands in the log', async () => {
  answer = async () => {
    throw new Error('relation "secret_table" does not exist')
  }
  const sent = await post('asked')
  const text = await sent.text()

  expect(sent.status).toBe(500)
  expect(text).not.toContain('secret_table')
  expect(log.join('')).toContain('secret_table')
})

test('a stop waits for the request in flight, and a new one on an open connection is turned away', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  answer = async () => {
    await held
    return { status: 200, body: 'finished' }
  }
  const head = 'POST /signed HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\n\r\n'
  const first = post('1')
  const second = written(head, '2')
  await expect.poll(() => bodies.length).toBe(2)
  const stopping = server.stop()
  release()
  const sent = await first
  await stopping

  expect(await sent.text()).toBe('finished')
  expect(await second).toContain('finished')
})

test('whoever waits for the end of an answer hears whether all of it went out', async () => {
  const heard: boolean[] = []
  answer = async ({ afterwards, body }) => {
    afterwards((whole) => void heard.push(whole))
    if (body.toString() === 'gone') await expect.poll(() => heard.length).toBe(2)
    return { status: 200 }
  }
  await post('here')
  await expect.poll(() => heard).toEqual([true])
  const leaving = new AbortController()
  const left = fetch(`${url}/signed`, { method: 'POST', body: 'gone', signal: leaving.signal })
  await expect.poll(() => bodies.length).toBe(2)
  leaving.abort()
  await left.catch(() => undefined)

  await expect.poll(() => heard).toEqual([true, false])
})
