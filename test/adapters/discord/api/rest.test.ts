import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { createApi } from '../../../../adapters/discord/api/rest.ts'
import { readWritten, type Written } from '../../../support/discord/far/multipart.ts'

const own = createRequire(import.meta.url)
const written: Written[] = []
const far = createServer(async (request, response) => {
  written.push(await readWritten(request))
  response.setHeader('content-type', 'application/json').end('{}')
})

const dispatcher = Symbol.for('undici.globalDispatcher.1')
const before: unknown = Reflect.get(globalThis, dispatcher)

beforeAll(() => once(far.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => {
  Reflect.set(globalThis, dispatcher, before)
  far.close()
})

test('a file reaches Discord where Slack’s sockets have given the process a dispatcher of theirs', async () => {
  const { Agent, setGlobalDispatcher } = createRequire(own.resolve('@slack/socket-mode'))('undici')
  setGlobalDispatcher(new Agent())
  const { port } = far.address() as AddressInfo
  const api = createApi({ token: 'a', apiUrl: `http://127.0.0.1:${port}/api` })
  await api.call({
    method: 'PATCH',
    path: '/webhooks/1/a/messages/@original',
    body: { content: 'Here.' },
    auth: false,
    files: [{ name: 'draft.md', mediaType: 'text/markdown', content: 'Ändern – 1' }],
  })

  expect(written).toMatchObject([
    { body: { content: 'Here.' }, files: [{ name: 'draft.md', content: 'Ändern – 1' }], problem: undefined },
  ])
})

test('answers to interactions are not counted among the fifty calls a second that a bot may make', async () => {
  const { port } = far.address() as AddressInfo
  const api = createApi({ token: 'a', apiUrl: `http://127.0.0.1:${port}/api` })
  const edits = Array.from({ length: 120 }, (_, at) =>
    api.call({
      method: 'PATCH',
      path: `/webhooks/1/token${at}/messages/@original`,
      body: { content: 'Here.' },
      auth: false,
    }),
  )
  const deliveries = Array.from({ length: 40 }, (_, at) =>
    api.call({ method: 'POST', path: `/channels/${at}/messages`, body: { content: 'News.' } }),
  )
  const settled = await Promise.allSettled([...edits, ...deliveries])

  expect(settled.filter(({ status }) => status === 'rejected')).toEqual([])
})

test('the fifty-first call of the bot in a second is held back before Discord is asked', async () => {
  const { port } = far.address() as AddressInfo
  const api = createApi({ token: 'a', apiUrl: `http://127.0.0.1:${port}/api` })
  const deliveries = Array.from({ length: 60 }, (_, at) =>
    api.call({ method: 'POST', path: `/channels/${at}/messages`, body: { content: 'News.' } }),
  )
  const settled = await Promise.allSettled(deliveries)

  const held = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(held).toEqual(
    Array.from({ length: 10 }, () => expect.objectContaining({ status: 429, unsent: true })),
  )
})
