import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { steadyDatabase } from '../support/database.ts'
import { killAll, run } from '../support/processes.ts'

afterEach(killAll)

test('a server that may not listen where it is told says what to set', async () => {
  const database = await steadyDatabase()
  try {
    const elsewhere = await run(['--serve'], { DATABASE_URL: database.url, HOST: '203.0.113.9' })
    const unknown = await run(['--serve'], { DATABASE_URL: database.url, HOST: 'nowhere.invalid' })

    for (const { code, err } of [elsewhere, unknown]) {
      expect(code).toBe(1)
      expect(err).toMatch(/^\S+ is no address of this machine; set HOST to one of its own, .*\n$/)
    }
  } finally {
    await database.drop()
  }
})

test('a server whose port is taken says so in one sentence and nothing else', async () => {
  const database = await steadyDatabase()
  const other = createServer()
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  const port = String((other.address() as AddressInfo).port)
  try {
    const { code, out, err } = await run(['--serve'], { DATABASE_URL: database.url, PORT: port })

    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(`Port ${port} of 127.0.0.1 is in use already; set PORT to another one.\n`)
  } finally {
    other.close()
    await database.drop()
  }
})
