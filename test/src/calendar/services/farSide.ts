import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { BusySpan } from '../../../../src/calendar/busy/joined.ts'
import type { Json } from '../../../../src/core/json.ts'

export interface Asked {
  readonly path: string
  readonly authorization: string
  readonly prefer: string
  readonly body: string
}

export const email = 'focal.cted@compact.example'
export const window: BusySpan = {
  from: new Date('2026-12-01T00:00:00Z'),
  to: new Date('2027-02-01T00:00:00Z'),
}

export const read = (spans: readonly BusySpan[]) =>
  spans.map(({ from, to }) => [from.toISOString(), to.toISOString()])

/** A calendar service, which gives a token to whoever asks for one. */
export interface FarSide {
  readonly base: string
  /** All that it was asked, in order. */
  readonly asked: readonly Asked[]
  /** What it was asked beside tokens. */
  questions(): readonly Asked[]
  /** What it says from now on: a status and JSON. */
  says(answer: (asked: Asked) => readonly [status: number, said: Json]): void
  end(): Promise<void>
}

export async function farSide(): Promise<FarSide> {
  const asked: Asked[] = []
  let answer: (one: Asked) => readonly [status: number, said: Json] = () => [500, {}]
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const { authorization = '', prefer } = request.headers
    const one = {
      path: request.url ?? '',
      authorization,
      prefer: String(prefer ?? ''),
      body: Buffer.concat(parts).toString('utf8'),
    }
    asked.push(one)
    const [status, body] = one.path.includes('token')
      ? [200, { access_token: 'bearer-of-the-test', expires_in: 3600 }]
      : answer(one)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    questions: () => asked.filter(({ path }) => !path.includes('token')),
    says(given) {
      answer = given
    },
    end() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
