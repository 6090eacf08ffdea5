import { expect, test } from 'vitest'

import { createBatches } from '../../../src/delivery/batches.ts'
import { createLog } from '../../../src/process/log.ts'
import { until } from '../../support/runner/until.ts'

const log = createLog('silent')

test('what comes within the span is written together, without anybody waiting for it', async () => {
  const written: (readonly number[])[] = []
  const batches = createBatches<number>(async (items) => void written.push(items), {
    everyMs: 20,
    log,
    what: 'numbers',
  })

  batches.add(1)
  batches.add(2)
  expect(written).toEqual([])

  await until(() => expect(written).toEqual([[1, 2]]))
})

test('a flush writes what has come and waits for what is being written', async () => {
  const written: number[] = []
  const batches = createBatches<number>(
    async (items) => {
      await Promise.resolve()
      written.push(...items)
    },
    { everyMs: 60_000, log, what: 'numbers' },
  )

  batches.add(1)
  const first = batches.flush()
  batches.add(2)
  await batches.flush()
  await first

  expect(written).toEqual([1, 2])
})

test('what cannot be written while the store is away is written when it is back', async () => {
  const written: number[] = []
  let away = true
  const batches = createBatches<number>(
    async (items) => {
      if (away) throw new Error('away')
      written.push(...items)
    },
    { everyMs: 60_000, log, what: 'numbers' },
  )

  batches.add(1)
  batches.add(2)
  await batches.flush()
  away = false
  await batches.flush()

  expect(written.toSorted()).toEqual([1, 2])
})

test('one item that cannot be written keeps no other from it for good', async () => {
  const written: number[] = []
  const batches = createBatches<number>(
    async (items) => {
      if (items.includes(13)) throw new Error('unlucky')
      written.push(...items)
    },
    { everyMs: 60_000, log, what: 'numbers' },
  )

  for (const item of [13, 1, 2]) batches.add(item)
  await batches.flush()
  await batches.flush()

  expect(written.toSorted()).toEqual([1, 2])
})
