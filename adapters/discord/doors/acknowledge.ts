import { setTimeout } from 'node:timers/promises'
import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { First } from '../answers/firstResponse.ts'
import { wrong } from '../api/codes.ts'
import { says } from '../api/faults.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'

const waitsMs = [100, 300]

/** `unheard`: Discord does not wait for it any more, or could not be reached. */
export type Acknowledged = 'heard' | 'by another' | 'unheard'

/**
 * Sends a first response by a call of its own. What may or may not have arrived is sent again, since Discord takes
 * only one.
 */
export async function acknowledge(
  { replies, log }: Pick<AdapterContext, 'replies' | 'log'>,
  origin: Origin,
  { callback }: First,
): Promise<Acknowledged> {
  for (let tries = 0; ; tries += 1) {
    try {
      await replies.first(origin, callback)
      return 'heard'
    } catch (error) {
      // Where a try before this one was taken, its answer was lost on the way.
      if (says(error, wrong.alreadyAnswered)) return tries > 0 ? 'heard' : 'by another'
      const wait = waitsMs[tries]
      const unsure = error instanceof CallError && (error.status === 0 || error.status >= 500)
      if (!unsure || wait === undefined) {
        log.warn({ err: error }, 'an interaction could not be answered in time')
        return 'unheard'
      }
      await setTimeout(wait)
    }
  }
}
