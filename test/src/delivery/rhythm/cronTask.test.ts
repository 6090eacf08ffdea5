import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'

import { startCronTask } from '../../../../src/delivery/rhythm/cronTask.ts'

afterEach(() => {
  vi.useRealTimers()
})

const hourMs = 3_600_000

/** Runs every second for a while, then after the machine’s clock was set; how many runs each time took at most to come. */
async function runsAround(change: number): Promise<{ readonly before: number; readonly after: number }> {
  vi.useFakeTimers({ toFake: ['Date'] })
  const real = performance.timeOrigin
  const setClock = (by: number) => vi.setSystemTime(real + performance.now() + by)
  let by = 0
  const clock = setInterval(() => setClock(by), 1)
  let runs = 0
  const task = startCronTask(
    '* * * * * *',
    async () => {
      runs += 1
    },
    { lookMs: 50 },
  )
  try {
    await pause(2_200)
    const before = runs
    by = change
    await pause(2_200)
    return { before, after: runs - before }
  } finally {
    clearInterval(clock)
    await task.stop()
  }
}

test.each([
  ['put back by an hour', -hourMs],
  ['put forward by two days', 48 * hourMs],
])('runs go on within a second when the machine’s clock is %s', async (_, change) => {
  const { before, after } = await runsAround(change)
  expect(before).toBeGreaterThanOrEqual(1)
  expect(after).toBeGreaterThanOrEqual(1)
})

test('one run ends before the next begins, and a stop waits for it', async () => {
  let running = 0
  let most = 0
  let ended = 0
  const task = startCronTask(
    '* * * * * *',
    async () => {
      running += 1
      most = Math.max(most, running)
      await pause(1_300)
      running -= 1
      ended += 1
    },
    { atOnce: true },
  )
  await pause(2_200)
  await task.stop()
  expect([most, running]).toEqual([1, 0])
  expect(ended).toBeGreaterThanOrEqual(1)
})
