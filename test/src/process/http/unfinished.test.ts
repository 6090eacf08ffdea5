import { connect, type Socket } from 'node:net'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'

const megabyte = 1024 * 1024

let database: TestDatabase
let server: Server
let url: string
const sockets: Socket[] = []

beforeEach(async () => {
  database = await testDatabase()
  const answer = async ({ body }: { body: Buffer }) => ({ status: 200, body: { bytes: body.length } })
  server = await createServer(
    { store: database.store, queueReady: async () => true },
    [{ signed: [{ path: '/signed', bodyLimit: megabyte, answer }] }],
    createLog('silent'),
  )
  url = await server.listen(0, '127.0.0.1')
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.stop()
  await database.drop()
})

/** Sends all of a body of a megabyte but its last byte. */
function almost(): Promise<Socket> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    sockets.push(socket)
    socket.on('error', () => undefined)
    const head = `POST /signed HTTP/1.1\r\nhost: x\r\ncontent-length: ${megabyte}\r\n\r\n`
    socket.write(head + 'x'.repeat(megabyte - 1), () => resolve(socket))
  })
}

test('bodies that do not arrive hold 64 MB and no more, and who sends a whole one is answered', async () => {
  const held: Socket[] = []
  for (let at = 0; at < 80; at += 1) held.push(await almost())
  const open = () => held.filter((socket) => !socket.destroyed).length
  await expect.poll(open).toBeLessThanOrEqual(64)
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => fetch(`${url}/signed`, { method: 'POST', body: 'x'.repeat(megabyte) })),
  )

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(open()).toBeGreaterThan(50)
})

test('a body that arrives at last counts no more', async () => {
  for (let at = 0; at < 70; at += 1) {
    const answer = await fetch(`${url}/signed`, { method: 'POST', body: 'x'.repeat(megabyte) })
    expect(await answer.json()).toEqual({ bytes: megabyte })
  }
  const held = await almost()
  await new Promise((resolve) => setTimeout(resolve, 100))

  expect(held.destroyed).toBe(false)
})
