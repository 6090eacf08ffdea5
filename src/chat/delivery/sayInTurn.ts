import { DeliveryError } from '../../core/errors.ts'
import { retrying } from '../work/retrying.ts'
import { type PaceTurn, takeTurn } from './pace.ts'

/** How often, and with what longest wait, to try while somebody waits for the answer. */
const maxTries = 4
const longestRetryMs = 15_000
const turnWaitMs = 3_000

/**
 * Says a part of an answer in its turn, again where the platform asks to wait. `meaning` reads the platform’s errors.
 * Raises `DeliveryError` when that takes too long, and for every other failure.
 */
export async function sayInTurn<T>(
  { pace, conversation }: PaceTurn,
  meaning: (error: unknown) => DeliveryError,
  say: () => Promise<T>,
): Promise<T> {
  const sayOnce = async () => {
    await takeTurn(pace, conversation, turnWaitMs)
    return say().catch((error: unknown) => {
      throw error instanceof DeliveryError ? error : meaning(error)
    })
  }
  return retrying(sayOnce, (error, tries) => {
    const fault = error instanceof DeliveryError ? error.fault : undefined
    if (fault?.kind !== 'retryable' || tries >= maxTries) return undefined
    const ms = Math.min((fault.afterSeconds ?? tries) * 1000, longestRetryMs)
    pace.hold(conversation, ms)
    return ms
  })
}
