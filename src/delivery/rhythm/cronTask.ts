import cron from 'node-cron'

import { idlePause, runningMs, systemClock } from '../../core/clock.ts'

export interface CronTask {
  /** Starts no more runs; resolves when the current one has ended. */
  stop(): Promise<void>
}

export interface CronTaskOptions {
  /** Whether the first run starts at once. */
  readonly atOnce?: boolean
  /** How often the machine’s clock is compared with the running time, in milliseconds. */
  readonly lookMs?: number
}

/**
 * How far the machine's clock may drift from the running time before it counts as set by hand: small adjustments are
 * made all the time.
 */
const mostDriftMs = 2_000

/**
 * Runs the work, which is told when it is to end, as cron says, one run at a time; the work deals with its own failures. Where the machine's clock is set
 * or the machine was asleep, the next run comes as cron says by the new time: the library alone would wait for the moment
 * that it had planned, an hour when the clock is put back by an hour, and count every run missed when it is put forward.
 */
export function startCronTask(
  times: string,
  work: (ending: AbortSignal) => Promise<void>,
  { atOnce = false, lookMs = 5_000 }: CronTaskOptions = {},
): CronTask {
  const ending = new AbortController()
  let current: Promise<void> | undefined
  const once = () => {
    current ??= work(ending.signal).finally(() => {
      current = undefined
    })
    return current
  }
  const schedule = () =>
    // The library would say at the prompt that a machine was asleep; the next run catches up.
    cron.schedule(times, once, { noOverlap: true, suppressMissedWarning: true })
  let task = schedule()

  async function followClock(): Promise<void> {
    for (let lead = leadMs(); ; ) {
      await idlePause(lookMs, ending.signal)
      if (ending.signal.aborted) return
      const now = leadMs()
      if (Math.abs(now - lead) < mostDriftMs) continue
      lead = now
      void task.destroy()
      task = schedule()
    }
  }
  void followClock()
  if (atOnce) void once()

  return {
    async stop() {
      ending.abort()
      await task.destroy()
      await current
    },
  }
}

/** By how much the machine's clock is ahead of the running time, in milliseconds. */
function leadMs(): number {
  return systemClock.now().getTime() - runningMs()
}
