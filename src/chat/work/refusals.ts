import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'

const everyMs = 60_000

/** Logs refusals of what anybody may send: one line a minute, with the number of those since the line before. */
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
