import { afterAll, beforeAll, expect, test } from 'vitest'

import { remoteFile } from '../../../../src/chat/asking/remoteFile.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { type FileServer, startFileServer } from '../../../support/fileServer.ts'

let server: FileServer
beforeAll(async () => {
  server = await startFileServer()
})
afterAll(() => server.stop())

const failures: unknown[] = []
const hosts = /^files\.example\.org$/

function fileAt(url: string, headers?: Readonly<Record<string, string>>) {
  const fetching = { hosts, also: ['127.0.0.1'], failed: (error: unknown) => void failures.push(error) }
  return remoteFile(
    { name: 'people.csv', mediaType: 'text/csv', url },
    headers ? { ...fetching, headers } : fetching,
  )
}

test('a file is fetched when it is read, with what it is authorized by', async () => {
  const before = server.asked.length
  const file = fileAt(server.put('people.csv', 'name\nAna'), { authorization: 'Bearer token' })
  expect(server.asked).toHaveLength(before)

  expect(Buffer.from(await file.read(100)).toString()).toBe('name\nAna')
  expect(server.asked.at(-1)).toMatchObject({ authorization: 'Bearer token' })
})

test('a file that is larger than it may be is refused before all of it has come', async () => {
  await expect(fileAt(server.put('people.csv', 'x'.repeat(5_000_000))).read(1_000)).rejects.toThrow(
    new UserError('“people.csv” is too large: send at most 1 kB.'),
  )
})

test.each([
  ['http://localhost:9/x', 'another host of this machine'],
  ['http://files.example.org/x', 'one that is not encrypted'],
  ['https://files.example.org.evil.example/x', 'a host that begins alike'],
  ['https://evilfiles.example.org/x', 'a host that ends alike'],
  ['http://169.254.169.254/latest/meta-data', 'the machine’s own data'],
  ['file:///etc/passwd', 'a file of this machine'],
  ['not an address', 'no address'],
])('a file at %s (%s) is not fetched', async (url) => {
  const [requests, count] = [server.asked.length, failures.length]
  await expect(fileAt(url).read(100)).rejects.toThrow(
    'I could not fetch “people.csv”. Please attach it again.',
  )
  expect(server.asked).toHaveLength(requests)
  expect(failures).toHaveLength(count + 1)
})

test('a file whose address leads elsewhere is not followed', async () => {
  const elsewhere = server.put('secret.csv', 'secret')
  const file = fileAt(server.lead(elsewhere))
  await expect(file.read(100)).rejects.toThrow('Please attach it again.')
  expect(server.asked.at(-1)?.path).toMatch(/^\/to\//)
})

test('a file that is gone is said to be so, and why stands in the log', async () => {
  await expect(fileAt(server.put('x', '').replace(/\/x$/, '/y')).read(100)).rejects.toBeInstanceOf(UserError)
  expect(String(failures.at(-1))).toContain('404')
})
