import { type AddressInfo, createServer, type Socket } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { sendLetter } from '../../../src/delivery/sendLetter.ts'
import { createMailer } from '../../../src/process/mail.ts'

/** Takes connections, and never says a word. */
const sockets: Socket[] = []
const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)))
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(resolve))
})

test('a letter to a silent mail server was surely not sent, and those after it do not wait for that server', async () => {
  const { port } = server.address() as AddressInfo
  const mailer = createMailer({
    url: `smtp://127.0.0.1:${port}?greetingTimeout=100`,
    from: 'bot@compact.example',
  })
  const send = () => sendLetter(() => mailer({ to: 'who@un.example', subject: 'Plenary', text: 'Come.' }))

  const first = await send().catch((error: unknown) => error)
  const others = await Promise.all(Array.from({ length: 5 }, () => send().catch((error: unknown) => error)))

  expect(first).toMatchObject({ fault: { kind: 'retryable' } })
  expect(others).toEqual(Array.from({ length: 5 }, () => first))
  expect(sockets).toHaveLength(1)
})
