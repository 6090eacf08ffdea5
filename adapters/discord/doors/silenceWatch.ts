/** Notices a connection that has been silent for too long. */
export interface SilenceWatch {
  start(): void
  /** Something was heard, or a new try began: the silence is counted from now. */
  restart(): void
  stop(): void
}

interface SilenceWatchDependencies {
  readonly silentMs: number
  readonly isAlive: () => boolean
  /** Hears, at each look, that the silence has lasted for too long. */
  readonly silent: () => void
}

const checkMs = 5_000

export function createSilenceWatch({ silentMs, isAlive, silent }: SilenceWatchDependencies): SilenceWatch {
  let since = performance.now()
  let watch: NodeJS.Timeout | undefined

  function look(): void {
    if (isAlive()) since = performance.now()
    else if (performance.now() - since > silentMs) silent()
  }

  return {
    start() {
      watch = setInterval(look, Math.min(checkMs, silentMs))
      watch.unref()
    },
    restart() {
      since = performance.now()
    },
    stop: () => clearInterval(watch),
  }
}
