import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { ProbeOptions } from '../../../../src/process/links/probeLink.ts'
import { readPage } from '../../../../src/process/links/readPage.ts'

let server: Server
let base: string

beforeEach(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/inside') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    if (url === '/moved') return response.writeHead(302, { location: '/calendar' }).end()
    if (url === '/round') return response.writeHead(302, { location: '/round' }).end()
    if (url === '/large') return response.end('x'.repeat(2_000))
    if (url === '/slow') return undefined
    if (url === '/dripping') return response.write('BEGIN:')
    return url === '/calendar' ? response.end('BEGIN:VCALENDAR') : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const here: ProbeOptions & { mostBytes: number } = {
  allows: (address) => address === '127.0.0.1',
  anyPort: true,
  mostBytes: 1_000,
}

describe('an address that somebody gave', () => {
  test('is read, also where it has moved', async () => {
    expect(await readPage(`${base}/calendar`, here)).toEqual({ kind: 'read', text: 'BEGIN:VCALENDAR' })
    expect(await readPage(`${base}/moved`, here)).toEqual({ kind: 'read', text: 'BEGIN:VCALENDAR' })
  })

  test.each([
    ['/gone', 'the server says 404'],
    ['/round', 'it is redirected without end'],
    ['/inside', 'it leads to a server that is not public'],
    ['/large', 'it is larger than 0 MB'],
  ])('to %s could not be read, with the reason', async (path, fault) => {
    expect(await readPage(`${base}${path}`, here)).toEqual({ kind: 'failed', fault })
  })

  test('is given up after a while', async () => {
    for (const path of ['/slow', '/dripping'])
      expect(await readPage(`${base}${path}`, { ...here, timeoutMs: 100 })).toEqual({
        kind: 'failed',
        fault: 'the server takes too long',
      })
  })

  test('into a network that is none of the public’s is not asked', async () => {
    const fault = 'it leads to a server that is not public'
    for (const url of [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://localhost/',
    ])
      expect(await readPage(url, { mostBytes: 1_000 })).toEqual({ kind: 'failed', fault })
  })
})
