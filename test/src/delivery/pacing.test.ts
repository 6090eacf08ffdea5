import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { listenToProcesses } from '../../../src/bot/listenToProcesses.ts'
import { createPace } from '../../../src/chat/delivery/pace.ts'
import { createPacing, type SharedPacing } from '../../../src/delivery/pacing.ts'
import { createLog } from '../../../src/process/log.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const hourly = [{ turns: 1, ms: 3_600_000 }]
const callers = { forget: () => undefined, hearing: () => undefined }

let database: TestDatabase
const ending: (() => Promise<void>)[] = []
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
  await database.drop()
})

interface Process {
  readonly pacing: SharedPacing
  readonly store: Store
  end(): Promise<void>
}

async function begin(url = database.url): Promise<Process> {
  const store = await openDatabase({ url })
  const pacing = createPacing(store, createLog('silent'))
  const unlisten = listenToProcesses(store, callers, pacing)
  const end = async () => {
    await unlisten()
    await store.close()
  }
  ending.push(end)
  return {
    ...{ pacing, store },
    async end() {
      ending.splice(ending.indexOf(end), 1)
      await end()
    },
  }
}

/** Whether a process asks the store for its turns. */
function shares({ pacing }: Process): boolean {
  return typeof pacing.take('probe', [{ turns: 1_000, ms: 1 }]) !== 'number'
}

test('a process alone asks nobody for its turns; from the moment that another begins, each turn counts for both', async () => {
  const first = await begin()
  await expect.poll(() => shares(first)).toBe(false)
  const second = await begin()
  await expect.poll(() => shares(first)).toBe(true)

  const mine = createPace('slack', hourly, first.pacing)
  const theirs = createPace('slack', hourly, second.pacing)
  expect(await mine.take('T1:C1')).toBe(0)
  expect(await theirs.take('T1:C1')).toBeGreaterThan(3_000_000)
  expect(await theirs.take('T1:C2')).toBe(0)
  expect(await createPace('discord', hourly, second.pacing).take('T1:C1')).toBe(0)

  await second.end()
  await expect
    .poll(async () => {
      await first.pacing.look()
      return shares(first)
    })
    .toBe(false)
})

test('a pause that a platform asked for is kept by the others, and by a process that begins alone after it', async () => {
  const first = await begin()
  await expect.poll(() => shares(first)).toBe(false)
  createPace('slack', hourly, first.pacing).hold('T1:C1', 600_000)
  await expect.poll(() => numberHeld(first)).toBe(1)
  const second = await begin()
  await expect.poll(() => shares(first)).toBe(true)

  expect(await createPace('slack', hourly, second.pacing).take('T1:C1')).toBeGreaterThan(500_000)
  await first.end()
  await second.end()
  const third = await begin()
  await expect.poll(() => shares(third)).toBe(false)
  expect(await createPace('slack', hourly, third.pacing).take('T1:C1')).toBeGreaterThan(500_000)
  expect(await createPace('slack', hourly, third.pacing).take('T1:C2')).toBe(0)
})

test('a turn that another process has is not used up: it is to be had as soon as the other allows it', async () => {
  const first = await begin()
  const second = await begin()
  await expect.poll(() => shares(first) && shares(second)).toBe(true)
  const [mine, theirs] = [first, second].map(({ pacing }) => createPace('slack', hourly, pacing))
  await mine?.take('T1:C1')
  expect(await theirs?.take('T1:C1')).toBeGreaterThan(0)
  await database.store.pool.query(`update pace_turns set taken = '{}'`)

  expect(await theirs?.take('T1:C1')).toBe(0)
})

test('without the store each process keeps to its own turns', async () => {
  const first = await begin()
  await begin()
  await expect.poll(() => shares(first)).toBe(true)
  await database.store.pool.query('alter table pace_turns rename to gone')
  const pace = createPace('slack', hourly, first.pacing)

  expect(await pace.take('T1:C1')).toBe(0)
  expect(await pace.take('T1:C1')).toBeGreaterThan(3_000_000)
})

async function numberHeld({ store }: Process): Promise<number> {
  const { rows } = await store.pool.query('select 1 from pace_turns where held_until > now()')
  return rows.length
}
