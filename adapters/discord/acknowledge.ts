import { setTimeout } from 'node:timers/promises'

import { ApiError } from './api.ts'
import { wrong } from './codes.ts'
import type { Desk } from './desk.ts'
import { says } from './faults.ts'
import type { First } from './first.ts'
import type { Origin } from './origin.ts'

const waitsMs = [100, 300]

/**
 * Sends a first response by a call of its own. False where Discord does not wait for it any more, or another
 * answered before; what may or may not have arrived is sent again, since Discord takes only one.
 */
export async function acknowledge(
  { replies, log }: Pick<Desk, 'replies' | 'log'>,
  origin: Origin,
  { callback }: First,
): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    try {
      await replies.first(origin, callback)
      return true
    } catch (error) {
      // Where a try before this one was taken, its answer was lost on the way.
      if (says(error, wrong.alreadyAnswered)) return tries > 0
      const wait = waitsMs[tries]
      const unsure = error instanceof ApiError && (error.status === 0 || error.status >= 500)
      if (!unsure || wait === undefined) {
        log.warn({ err: error }, 'an interaction could not be answered in time')
        return false
      }
      await setTimeout(wait)
    }
  }
}
