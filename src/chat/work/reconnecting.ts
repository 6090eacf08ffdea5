/** The next try of a connection that was lost. At most one is due at a time. */
export interface Reconnecting {
  /** Tries again, in place of a try that is due already; each wait is longer than the one before it. */
  again(): void
  /** Tries again after the longest wait, as where somebody has to mend the cause first. */
  rarely(): void
  isDue(): boolean
  /** Takes back a try that is due. */
  cancel(): void
  /** Begins with the shortest wait the next time, as after a connection that held. */
  reset(): void
  /** No try is due any more, and none will be. */
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
