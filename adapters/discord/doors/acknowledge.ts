import { setTimeout } from 'node:timers/promises'
import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { FirstResponse } from '../answers/firstResponse.ts'
import { errorCodes } from '../api/codes.ts'
import { failedWithCode } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'

const waitsMs = [100, 300]

/** `unheard`: Discord no longer waits for it, or could not be reached. */
export type Acknowledged = 'heard' | 'by another' | 'unheard'

/**
 * Sends a first response as a separate call. One that may or may not have arrived is sent again, since Discord accepts
 * only one.
 */
export async function acknowledge(
  { replies, log }: Pick<AdapterContext, 'replies' | 'log'>,
  origin: Origin,
  { callback }: FirstResponse,
): Promise<Acknowledged> {
  for (let tries = 0; ; tries += 1) {
    try {
      await replies.first(origin, callback)
      return 'heard'
    } catch (error) {
      // An earlier try was accepted, and its response lost on the way.
      if (failedWithCode(error, errorCodes.alreadyAnswered)) return tries > 0 ? 'heard' : 'by another'
      const wait = waitsMs[tries]
      const unsure = error instanceof CallError && (error.status === 0 || error.status >= 500)
      if (!unsure || wait === undefined) {
        log.warn({ err: error }, 'failed to answer an interaction in time')
        return 'unheard'
      }
      await setTimeout(wait)
    }
  }
}
