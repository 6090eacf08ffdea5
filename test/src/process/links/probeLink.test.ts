import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { type ProbeOptions, probeLink } from '../../../../src/process/links/probeLink.ts'
import { isPublicAddress } from '../../../../src/process/links/publicAddress.ts'

const asked: string[] = []
let server: Server
let base: string

beforeEach(async () => {
  asked.length = 0
  server = createServer((request, response) => {
    const { method = '', url = '' } = request
    asked.push(`${method} ${url}`)
    const paths: Record<string, readonly [number, string?]> = {
      '/page': [200],
      '/gone': [410],
      '/login': [403],
      '/moved': [302, '/page'],
      '/lost': [301, '/nowhere'],
      '/round': [302, '/round'],
      '/inside': [302, 'http://10.0.0.1/'],
      '/no-head': [method === 'HEAD' ? 404 : 200],
    }
    const [status, location] = paths[url] ?? [404]
    response.writeHead(status, location === undefined ? {} : { location }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise((resolve) => server.close(resolve)))

const here: ProbeOptions = { allows: (address) => address === '127.0.0.1', anyPort: true }

describe('a link', () => {
  test.each([
    ['/page', 'alive'],
    ['/moved', 'alive'],
    ['/no-head', 'alive'],
    ['/login', 'unknown'],
    ['/gone', 'dead'],
    ['/lost', 'dead'],
    ['/round', 'dead'],
    ['/nowhere', 'dead'],
  ])('to %s is %s', async (path, kind) => {
    expect((await probeLink(`${base}${path}`, here)).kind).toBe(kind)
  })

  test('is asked for its headers alone, and by GET only where that says that there is none', async () => {
    await probeLink(`${base}/page`, here)
    await probeLink(`${base}/gone`, here)

    expect(asked).toEqual(['HEAD /page', 'HEAD /gone', 'GET /gone'])
  })

  test('into a network that is none of the public’s is not followed, not even by a redirect or a name', async () => {
    expect(await probeLink(`${base}/page`, { anyPort: true })).toEqual({ kind: 'unknown' })
    expect(await probeLink(base.replace('127.0.0.1', 'localhost'), { anyPort: true })).toEqual({
      kind: 'unknown',
    })
    expect(asked).toEqual([])
    expect(await probeLink(`${base}/inside`, here)).toEqual({ kind: 'unknown' })
  })

  test('of another kind, at another port or with a password is not followed', async () => {
    for (const url of ['file:///etc/passwd', `${base}/page`, 'http://a:b@127.0.0.1/', 'ftp://127.0.0.1/']) {
      expect(await probeLink(url, { allows: () => true })).toEqual({ kind: 'unknown' })
    }
    expect(asked).toEqual([])
  })
})

test.each([
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['64:ff9b::a00:1', false],
  ['64:ff9b:1::a00:1', false],
  ['::a00:1', false],
  ['2001:0:a00:1::1', false],
  ['fec0::1', false],
  ['2606:4700::1111', true],
  ['un.org', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
