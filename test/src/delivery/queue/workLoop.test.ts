import { expect, test } from 'vitest'

import { createWorkLoop } from '../../../../src/delivery/queue/workLoop.ts'
import { createLog } from '../../../../src/process/log.ts'

test('a stop waits for what is in hand, but not without end', async () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line: string) => void lines.push(line) })
  const { promise: silence, resolve: answer } = Promise.withResolvers<void>()
  let expected = true
  const loop = createWorkLoop(
    {
      drain() {
        expected = false
        return silence
      },
      expectMore: () => undefined,
      expects: () => expected,
    },
    log,
    50,
  )
  loop.start()
  await loop.stop()
  const left = lines.splice(0)
  answer()
  await loop.stop()

  expect(left.join()).toContain('left to the next start')
  expect(lines).toEqual([])
})
