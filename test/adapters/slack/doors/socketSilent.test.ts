import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'

import { expect, test } from 'vitest'

import { createSockets } from '../../../../adapters/slack/doors/socketMode.ts'
import { createLog } from '../../../../src/process/log.ts'
import { startFarSide } from '../../../support/slack/farSide.ts'

test('a socket that never answers leaves the other one hearing, and is opened anew', async () => {
  const far = await startFarSide()
  const held: Socket[] = []
  const silent = createServer((socket) => void held.push(socket.on('error', () => undefined)))
  silent.listen(0, '127.0.0.1')
  let asked = 0
  const api = createHttp(async (_request, response) => {
    asked += 1
    const url =
      asked === 1
        ? `ws://127.0.0.1:${(silent.address() as AddressInfo).port}`
        : (await answerOf(`${far.url}apps.connections.open`)).url
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, url }))
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const sockets = createSockets({
    connection: { hear: async () => 'done' },
    appToken: 'xapp-1',
    apiUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}/`,
    log: createLog('silent'),
    openMs: 400,
  })

  await sockets.start()
  const heard = sockets.connected()
  await far.sockets.opened(2)
  await sockets.stop()
  for (const socket of held) socket.destroy()
  silent.close()
  api.closeAllConnections()
  api.close()
  await far.stop()

  expect(heard).toBe(true)
  expect(asked).toBeGreaterThan(2)
})

async function answerOf(url: string): Promise<{ readonly url: string }> {
  const response = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer xapp-1' } })
  return Object(await response.json())
}
