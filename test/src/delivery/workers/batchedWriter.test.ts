import { expect, test } from 'vitest'

import { createBatchedWriter } from '../../../../src/delivery/workers/batchedWriter.ts'

test('what ends in one turn of the event loop is recorded together, however many steps it took to get there', async () => {
  const lots: (readonly number[])[] = []
  const gathered = createBatchedWriter<number>(async (items) => {
    lots.push(items)
  })
  const steps = [0, 3, 20]
  await Promise.all(
    steps.map(async (few) => {
      for (let step = 0; step < few; step += 1) await undefined
      gathered.add(few)
    }),
  )
  await gathered.written()

  expect(lots).toEqual([steps])
})
