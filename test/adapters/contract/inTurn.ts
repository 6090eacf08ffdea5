import { DeliveryError } from '../../../src/core/errors.ts'
import { pause } from './declare.ts'

/** Tries a delivery until it is no more told that its turn comes later, as the queue does. */
export async function inTurn(deliver: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await deliver()
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.fault.kind !== 'paced') throw error
      await pause(error.fault.afterSeconds * 1000)
    }
  }
}
