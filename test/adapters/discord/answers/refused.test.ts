import { createServer, type Server } from 'node:http'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Api } from '../../../../adapters/discord/api/api.ts'
import { withBudget } from '../../../../adapters/discord/api/refusalBudget.ts'
import { createApi } from '../../../../adapters/discord/api/rest.ts'
import { CallError } from '../../../../src/chat/delivery/failure.ts'

const get = { method: 'GET', path: '/users/@me' } as const

async function failure(work: Promise<unknown>): Promise<CallError> {
  const error = await work.then(
    () => new Error('nothing failed'),
    (failed: unknown) => failed,
  )
  if (!(error instanceof CallError)) throw error
  return error
}

describe('a call that the SDK holds back', () => {
  let far: Server
  let asked: number
  let status: number
  let api: Api

  beforeEach(async () => {
    asked = 0
    status = 200
    far = createServer((_request, response) => {
      asked += 1
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-ratelimit-limit': '1',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': '3',
        ...(status === 429 ? { 'retry-after': '3' } : {}),
      })
      response.end('{}')
    })
    await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve))
    const address = far.address()
    const port = typeof address === 'object' ? address?.port : undefined
    api = createApi({ token: 'a.b.c', apiUrl: `http://127.0.0.1:${port}/api` })
  })
  afterEach(() => new Promise((resolve) => far.close(resolve)))

  test('is known for one that was never made, with the time at which it may be', async () => {
    await api.call(get)
    const error = await failure(api.call(get))

    expect(asked).toBe(1)
    expect(error).toMatchObject({ status: 429, unsent: true })
    expect(error.retryAfter).toBeGreaterThan(2)
    expect(error.retryAfter).toBeLessThanOrEqual(3)
  })

  test('is another one than a call that Discord refused', async () => {
    status = 429
    const error = await failure(api.call(get))

    expect(asked).toBe(1)
    expect(error).toMatchObject({ status: 429, unsent: false, retryAfter: 3 })
  })
})

describe('what is counted as refused', () => {
  /** So many calls that fail like this, and whether one more is made. */
  async function oneMoreAfter(count: number, error: CallError): Promise<boolean> {
    let made = 0
    const api = withBudget(
      {
        async call() {
          made += 1
          throw error
        },
      },
      () => 0,
    )
    for (let n = 0; n < count; n += 1) await failure(api.call(get))
    await failure(api.call(get))
    return made === count + 1
  }

  test('are calls that Discord refused, and none that was not made', async () => {
    const more = { status: 429, retryAfter: 1 }

    expect(await oneMoreAfter(5_000, new CallError('Limited.', more))).toBe(false)
    expect(await oneMoreAfter(5_000, new CallError('Limited.', { ...more, unsent: true }))).toBe(true)
    expect(await oneMoreAfter(5_000, new CallError('Out of order.', { status: 503 }))).toBe(true)
  })
})
