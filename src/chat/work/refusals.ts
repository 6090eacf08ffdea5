import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'

const everyMs = 60_000

/** Logs refused requests, which anybody can send: at most one line a minute, with the number since the last line. */
export function createRefusals(log: Log, clock: Clock, what: string): (why: string) => void {
  let count = 0
  let told = Number.NEGATIVE_INFINITY
  return (why) => {
    count += 1
    const now = clock.now().getTime()
    if (now - told < everyMs) return
    log.warn({ why, count }, what)
    count = 0
    told = now
  }
}
