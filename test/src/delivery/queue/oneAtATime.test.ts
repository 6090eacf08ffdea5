import { expect, test } from 'vitest'

import { oneAtATime } from '../../../../src/delivery/queue/oneAtATime.ts'

test('whoever asks while a run is under way gets a run of their own after it, also where it fails', async () => {
  const steps: string[] = []
  let count = 0
  const runs = oneAtATime(async () => {
    count += 1
    const own = count
    steps.push(`begins ${own}`)
    await Promise.resolve()
    steps.push(`ends ${own}`)
    if (own === 1) throw new Error('the store is away')
  })

  const outcomes = await Promise.allSettled([runs.run(), runs.run(), runs.run()])

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(steps).toEqual(['begins 1', 'ends 1', 'begins 2', 'ends 2', 'begins 3', 'ends 3'])
})
