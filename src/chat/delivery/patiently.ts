import { DeliveryError } from '../../core/errors.ts'
import { type Pace, takeTurn } from './pace.ts'

/** An answer is tried so often where the platform asks to wait, for no longer than this each time. */
const mostTries = 4
const waitMs = 15_000
const turnMs = 3_000

/**
 * Takes its turn in a conversation, and waits where the platform asks to. `meaning` tells what a failure is.
 * Raises `DeliveryError` when that takes too long, or for any other failure.
 */
export async function patiently<T>(
  pace: Pace,
  conversation: string,
  meaning: (error: unknown) => DeliveryError,
  work: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    await takeTurn(pace, conversation, turnMs)
    try {
      return await work()
    } catch (error) {
      const failed = error instanceof DeliveryError ? error : meaning(error)
      if (failed.fault.kind !== 'retryable' || tries >= mostTries) throw failed
      const ms = Math.min((failed.fault.afterSeconds ?? tries) * 1000, waitMs)
      pace.hold(conversation, ms)
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
}
