import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import { expect, test } from 'vitest'

import { createGateway } from '../../../../adapters/discord/doors/gateway.ts'
import { app } from '../../../support/discord/far/defaults.ts'

test('a connection that is given up while it still opens, and breaks afterwards, ends no process', async () => {
  const held: Socket[] = []
  const server = createServer((_, response) => {
    const { port } = server.address() as AddressInfo
    const limit = { total: 1_000, remaining: 1_000, reset_after: 1_000, max_concurrency: 1 }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit }))
  })
  // Nobody answers whoever wants a connection.
  server.on('upgrade', (_, socket: Socket) => void held.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const none = () => undefined
  const gateway = createGateway({
    settings: { token: app.token, apiUrl: `http://127.0.0.1:${port}/api` },
    log: { info: none, warn: none, error: none },
    hearing: { interaction: none, channelGone: none, guildGone: none, refused: none },
    openMs: 100,
  })
  const unheard: unknown[] = []
  const hear = (error: unknown) => void unheard.push(error)
  process.prependListener('uncaughtException', hear)

  await gateway.start()
  await expect.poll(() => held.length).toBe(1)
  await gateway.stop()
  for (const socket of held) socket.resetAndDestroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await new Promise((resolve) => setTimeout(resolve, 100))

  process.removeListener('uncaughtException', hear)
  expect(unheard).toEqual([])
})
