import { expect, test } from 'vitest'

import { suggestedInTime } from '../../../../src/chat/forms/suggestedInTime.ts'

const logged: string[] = []
const log = { warn: (_about: object, text: string) => void logged.push(text) }

test('suggestions that fail are none, and the log says so', async () => {
  logged.length = 0

  expect(
    await suggestedInTime(log, Promise.reject<readonly string[]>(new Error('the store is away')), 1_000),
  ).toEqual([])
  expect(logged).toEqual(['failed to find suggestions'])
})

test('suggestions that come later than they are shown are none, and the log says so', async () => {
  logged.length = 0

  expect(await suggestedInTime(log, new Promise<readonly string[]>(() => undefined), 5)).toEqual([])
  expect(logged).toEqual(['suggestions took too long'])
})

test('suggestions in time are handed over, and nothing is logged', async () => {
  logged.length = 0

  expect(await suggestedInTime(log, Promise.resolve(['ETCIP']), 1_000)).toEqual(['ETCIP'])
  expect(logged).toEqual([])
})
