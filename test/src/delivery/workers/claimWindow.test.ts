import { expect, test } from 'vitest'

import { createClaimWindow } from '../../../../src/delivery/workers/claimWindow.ts'

/** A window of four lanes, and a clock that stands until it is turned. */
function bench({ findsDelivered }: { readonly findsDelivered: boolean }) {
  let ms = 0
  const window = createClaimWindow({ lanes: 4, findsDelivered, ms: () => ms })

  /** Claims all that there is room for, which is delivered after so long. */
  async function fullBatch(tookMs: number): Promise<number> {
    const room = await window.room()
    const recorded = window.claimed(room, { begun: ms, full: true })
    ms += tookMs
    for (let one = 0; one < room; one += 1) recorded()
    return room
  }
  return { window, fullBatch }
}

/** What a promise resolved to; undefined while it is pending. */
async function soFar<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setImmediate(resolve, undefined))])
}

test('there is room for one notice a lane at first, and for another as soon as one is recorded', async () => {
  const { window } = bench({ findsDelivered: true })
  const recorded = window.claimed(await window.room(), { begun: 0, full: true })
  const next = window.room()
  const before = await soFar(next)
  recorded()

  expect(before).toBeUndefined()
  expect(await next).toBe(1)
})

test('quick batches double what may be claimed up to five hundred, and slow ones halve it down to the lanes', async () => {
  const { fullBatch } = bench({ findsDelivered: true })
  const growing: number[] = []
  for (let batch = 0; batch < 9; batch += 1) growing.push(await fullBatch(10))
  const shrinking: number[] = []
  for (let batch = 0; batch < 9; batch += 1) shrinking.push(await fullBatch(1_000))

  expect(growing).toEqual([4, 8, 16, 32, 64, 128, 256, 500, 500])
  expect(shrinking).toEqual([500, 250, 125, 62, 31, 15, 7, 4, 4])
})

test('a larger batch is claimed once half of the last one is recorded', async () => {
  const { window, fullBatch } = bench({ findsDelivered: true })
  await fullBatch(10)
  const recorded = window.claimed(await window.room(), { begun: 10, full: true })
  const next = window.room()
  for (let one = 0; one < 3; one += 1) recorded()
  const before = await soFar(next)
  recorded()

  expect(before).toBeUndefined()
  expect(await next).toBe(4)
})

test('where a crash leaves what nobody can find again, no more is ever claimed than one notice a lane', async () => {
  const { fullBatch } = bench({ findsDelivered: false })

  expect([await fullBatch(1), await fullBatch(1), await fullBatch(1)]).toEqual([4, 4, 4])
})

test('a batch that was not full says nothing about how many to claim', async () => {
  const { window } = bench({ findsDelivered: true })
  const recorded = window.claimed(1, { begun: 0, full: false })
  recorded()

  expect(await window.room()).toBe(4)
})
