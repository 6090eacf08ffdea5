import { createPublicKey, verify } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { text as readText } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../../src/core/json.ts'
import { publicKeyOf } from '../sent/keys.ts'
import { bring, type Sending, timestampOf } from '../sent/signed.ts'
import { saying } from './asking.ts'
import { by, ephemeral, fakeDiscord, now } from './fakeDiscord.ts'

const refusal = (status: number, code: number) => ({ status, body: { code } })
const { far, call, answer, original, help } = await fakeDiscord()

let served: Server
let base: string
let body: Json | undefined
let last: { headers: Headers; written: string } = { headers: new Headers(), written: '' }

beforeAll(async () => {
  served = createServer(async (request, response) => {
    last = {
      headers: new Headers(
        Object.entries(request.headersDistinct).flatMap(
          ([k, v]) => v?.map((one): [string, string] => [k, one]) ?? [],
        ),
      ),
      written: await readText(request),
    }
    response.writeHead(body ? 200 : 202, { 'content-type': 'application/json' })
    response.end(body && JSON.stringify(body))
  })
  await new Promise<void>((resolve) => served.listen(0, '127.0.0.1', resolve))
  const address = served.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => new Promise((resolve) => served.close(resolve)))

async function received(sending: Sending) {
  body = undefined
  await bring(base, help(), { at: now, ...sending })
  return last
}

describe('an interaction by HTTP', () => {
  test('is answered by what comes back, once', async () => {
    body = { type: 4, data: saying('Hello', ephemeral) }
    const asked = help()
    const first = await far.deliver(base, asked)
    const again = await far.deliver(base, asked)

    expect(first).toMatchObject({ status: 200, taken: { status: 200 } })
    expect(again).toMatchObject({ status: 200, taken: refusal(400, 40_060) })
    expect(far.messages).toMatchObject([{ ephemeral: true, onlyFor: by }])
    expect(await call('PATCH', original(asked), saying('Changed'))).toMatchObject({ status: 200 })
  })

  test('is not answered by 202, nor by what Discord would not take', async () => {
    body = undefined
    const asked = help()
    expect(await far.deliver(base, asked)).toMatchObject({ status: 202, taken: undefined })
    expect(await answer(asked, { type: 4, data: saying('By the other way') })).toMatchObject({ status: 204 })
    body = { type: 4, data: saying('x'.repeat(2_001)) }
    expect(await far.deliver(base, help())).toMatchObject({ taken: refusal(400, 50_035) })
    expect(far.problems).not.toEqual([])
  })
})

describe('a signature', () => {
  const seconds = (minutes: number) => timestampOf(now, minutes)

  test.each<[string, Sending, boolean, number]>([
    ['of Discord is good', {}, true, 0],
    ['of somebody else is not', { key: 'foreign' }, false, 0],
    ['that was made up is not', { signature: '00'.repeat(64) }, false, 0],
    ['of another body is not', { tampered: '{}' }, false, 0],
    ['of long ago is good and old', { timestamp: seconds(-6) }, true, -360],
    ['of the future is good and early', { timestamp: seconds(6) }, true, 360],
  ])('%s', async (_name, sending, isGood, age) => {
    const { headers, written } = await received(sending)
    const timestamp = headers.get('x-signature-timestamp') ?? ''
    const prefix = Buffer.from('302a300506032b6570032100', 'hex')
    const key = Buffer.concat([prefix, Buffer.from(publicKeyOf(), 'hex')])
    const signature = Buffer.from(headers.get('x-signature-ed25519') ?? '', 'hex')
    const spki = createPublicKey({ key, format: 'der', type: 'spki' })

    expect(verify(null, Buffer.from(timestamp + written), spki, signature)).toBe(isGood)
    expect(Number(timestamp) - now.getTime() / 1000).toBe(age)
  })

  test('may be missing, and its time as well', async () => {
    const { headers } = await received({ signature: null, timestamp: null })

    expect(headers.get('x-signature-ed25519')).toBeNull()
    expect(headers.get('x-signature-timestamp')).toBeNull()
  })
})
