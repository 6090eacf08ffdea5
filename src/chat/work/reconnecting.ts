/** Schedules the next try of a lost connection; at most one is due at a time. */
export interface Reconnecting {
  /** Tries again after a wait longer than the last, instead of a try that is due already. */
  again(): void
  /** Tries again after the longest wait, for a cause that somebody has to mend first. */
  rarely(): void
  isDue(): boolean
  /** Takes back a try that is due. */
  cancel(): void
  /** Begins with the shortest wait the next time, after a connection that held. */
  reset(): void
  /** Takes back a try that is due, and schedules no other. */
  stop(): void
}

interface Waits {
  /** How long to wait after this many tries in a row, counted from 0. */
  readonly waitMs: (tries: number) => number
  readonly longestMs: number
}

export function createReconnecting({ waitMs, longestMs }: Waits, attempt: () => void): Reconnecting {
  let tries = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  function cancel(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function schedule(ms: number): void {
    if (stopped) return
    cancel()
    timer = setTimeout(() => {
      timer = undefined
      attempt()
    }, ms)
  }

  return {
    again() {
      schedule(Math.min(longestMs, waitMs(tries)))
      tries += 1
    },
    rarely: () => schedule(longestMs),
    isDue: () => timer !== undefined,
    cancel,
    reset() {
      tries = 0
    },
    stop() {
      stopped = true
      cancel()
    },
  }
}
