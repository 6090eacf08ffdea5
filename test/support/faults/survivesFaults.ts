import { expect } from 'vitest'

import type { ServerProxy } from '../proxy.ts'
import { type Stormy, throughStorm } from './storm.ts'

interface Lasting {
  readonly notices: number
  /** So many may be of unknown fate. */
  readonly mostInDoubt: number
  /** The processes' way to the store, which is cut for a moment. */
  readonly proxy: ServerProxy
  /** Delivers what is left, that many minutes later. */
  workOff(minutes: number): Promise<void>
}

/** Two processes are killed and the store goes away; no notice is lost or doubled, and each in doubt is told of. */
export async function survivesFaults(
  platform: Stormy,
  { notices, mostInDoubt, proxy, workOff }: Lasting,
): Promise<void> {
  const after = await throughStorm({
    ...platform,
    ...{ notices, kills: 2 },
    async restart() {
      proxy.cut()
      proxy.restore()
    },
    finish: () => workOff(20),
  })

  expect(after).toMatchObject({ notices, twice: 0, lost: 0, left: 0, untold: 0 })
  expect(after.arrived + after.inDoubt).toBeGreaterThanOrEqual(notices)
  expect(after.inDoubt).toBeLessThanOrEqual(mostInDoubt)
}
