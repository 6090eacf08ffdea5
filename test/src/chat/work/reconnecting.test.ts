import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createReconnecting } from '../../../../src/chat/work/reconnecting.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function reconnecting() {
  const attempt = vi.fn()
  return {
    attempt,
    retries: createReconnecting({ waitMs: (tries) => 10 * 2 ** tries, longestMs: 50 }, attempt),
  }
}

test('each try waits longer than the one before, up to the longest wait', () => {
  const { attempt, retries } = reconnecting()

  const waits = [10, 20, 40, 50, 50].map((ms) => {
    attempt.mockClear()
    retries.again()
    vi.advanceTimersByTime(ms - 1)
    const early = attempt.mock.calls.length
    vi.advanceTimersByTime(1)
    return [early, attempt.mock.calls.length]
  })

  expect(waits).toEqual(Array.from({ length: 5 }, () => [0, 1]))
})

test('a second try takes the place of the one that was due', () => {
  const { attempt, retries } = reconnecting()

  retries.again()
  retries.again()
  vi.advanceTimersByTime(15)
  expect(attempt).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)

  expect(attempt).toHaveBeenCalledTimes(1)
  expect(retries.isDue()).toBe(false)
})

test('after a connection that held, the next wait is the shortest again', () => {
  const { attempt, retries } = reconnecting()
  retries.again()
  retries.again()
  retries.cancel()

  retries.reset()
  retries.again()
  vi.advanceTimersByTime(10)

  expect(attempt).toHaveBeenCalledTimes(1)
})

test('what somebody has to mend first is tried after the longest wait, which does not count as a failed try', () => {
  const { attempt, retries } = reconnecting()

  retries.rarely()
  vi.advanceTimersByTime(49)
  expect(attempt).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(attempt).toHaveBeenCalledTimes(1)
  retries.again()
  vi.advanceTimersByTime(10)

  expect(attempt).toHaveBeenCalledTimes(2)
})

test('nothing is tried once it was stopped', () => {
  const { attempt, retries } = reconnecting()

  retries.again()
  retries.stop()
  retries.again()
  vi.advanceTimersByTime(1_000)

  expect(attempt).not.toHaveBeenCalled()
  expect(retries.isDue()).toBe(false)
})
