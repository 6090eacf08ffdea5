import { expect, test } from 'vitest'

import { createRefresher } from '../../../../src/chat/cards/refresher.ts'
import { pause, runningMs } from '../../../../src/core/clock.ts'

test('changes during a refresh are covered by one more, a second after the first has ended, however long it took', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const refresher = createRefresher(
    async () => {
      begun.push(runningMs())
      await pause(400)
      ended.push(runningMs())
      return undefined
    },
    (error) => expect.unreachable(String(error)),
  )
  for (let changes = 0; changes < 3; changes += 1) refresher.changed('card')
  await expect.poll(() => ended.length).toBe(2)
  await refresher.stop()

  expect((begun[1] ?? 0) - (ended[0] ?? 0)).toBeGreaterThan(990)
  expect(begun).toHaveLength(2)
})
