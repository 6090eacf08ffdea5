import { createServer, type Server } from 'node:http'

import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'

import { createGateway, type Gateway } from '../../../../adapters/discord/doors/gateway.ts'
import { within } from '../../../../src/chat/work/within.ts'
import { app } from '../../../support/discord/far/defaults.ts'

let server: Server
let sockets: WebSocketServer
let gateway: Gateway | undefined
let introductions: number

/** A Discord that greets whoever connects, hears their heart beat, and never lets them in. */
beforeEach(async () => {
  introductions = 0
  server = createServer((_, response) => {
    const limit = { total: 1_000, remaining: 1_000, reset_after: 1_000, max_concurrency: 1 }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ url: `ws://${addressOf(server)}`, shards: 1, session_start_limit: limit }))
  })
  sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined)
    socket.on('message', (data) => {
      const said: { readonly op?: number } = JSON.parse(String(data))
      if (said.op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }))
      if (said.op === 2) introductions += 1
    })
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 200 }, s: null, t: null }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  // What is being opened just now may not end by itself.
  if (gateway) await within(gateway.stop(), 2_000)
  for (const client of sockets.clients) client.terminate()
  sockets.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function addressOf(one: Server): string {
  const address = one.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

test('a connection on which the heart beats and nobody is let in is given up and made anew', async () => {
  const none = () => undefined
  const texts: string[] = []
  gateway = createGateway({
    settings: { token: app.token, apiUrl: `http://${addressOf(server)}/api` },
    log: {
      info: none,
      warn: (about, text) => void texts.push(`${text} ${JSON.stringify(about)}`),
      error: none,
    },
    hearing: { interaction: none, channelGone: none, guildGone: none, refused: none },
    openMs: 100,
    silentMs: 1_000,
  })
  await gateway.start()

  // Discord’s own library gives up after a quarter of a minute.
  await expect.poll(() => introductions).toBeGreaterThan(1)
  expect(texts.join('\n')).toContain('it was silent for too long')
})
