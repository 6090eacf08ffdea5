import type { PGlite } from '@electric-sql/pglite'

import { pause, runningMs } from '../../../src/core/clock.ts'

/** How long statements may follow one another before sockets and timers have their turn, in milliseconds. */
const turnMs = 10

/**
 * Lets sockets and timers have their turn between statements. The embedded store answers without leaving the event
 * loop’s tick, so a queue of statements would hold up everything else until it is empty.
 */
export function takingTurns(pglite: PGlite): PGlite {
  const run = pglite.execProtocolStream.bind(pglite)
  let since = runningMs()
  pglite.execProtocolStream = async (...statement) => {
    if (runningMs() - since > turnMs) {
      await pause(0)
      since = runningMs()
    }
    return run(...statement)
  }
  return pglite
}
