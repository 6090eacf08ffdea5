import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { expect } from 'vitest'

import type { TestDatabase } from '../database.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** A bot that anybody on the internet can reach. */
interface Reached {
  readonly database: TestDatabase
  readonly log: readonly string[]
}

function heapMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

/** How many rows every table has. */
async function rowsIn({ store: { pool } }: TestDatabase): Promise<unknown> {
  const found = await pool.query<{ name: string }>(
    `select schemaname || '."' || tablename || '"' as name from pg_tables where schemaname in ('public', 'pgboss') order by 1`,
  )
  const counts: [string, unknown][] = []
  for (const { name } of found.rows) {
    const counted = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`)
    counts.push([name, counted.rows[0]?.n])
  }
  return counts
}

/** Sends five hundred requests, fifty at once: store and memory are then as they were. Resolves to their statuses. */
export async function floodUnsigned(
  { database, log }: Reached,
  send: (at: number) => Promise<number>,
): Promise<readonly number[]> {
  async function flood(from: number, count: number): Promise<readonly number[]> {
    const statuses: number[] = []
    for (let at = from; at < from + count; at += 50)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, (_, one) => send(at + one)))))
    return statuses
  }
  await flood(0, 200)
  const [before, heap, logged] = [await rowsIn(database), heapMegabytes(), log.length]
  const statuses = await flood(200, 500)
  const grown = heapMegabytes() - heap

  expect(await rowsIn(database)).toEqual(before)
  // Four kilobytes for each of them.
  expect(grown).toBeLessThan(2)
  expect(log.length - logged).toBeLessThan(10)
  return statuses
}
