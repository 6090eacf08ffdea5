/** Runs of one piece of work, of which no two overlap. */
export interface SingleRuns {
  /** A run of the caller's own, begun when the one under way has ended. */
  run(): Promise<void>
  /** Resolves when the run under way has ended, also where it fails. */
  settled(): Promise<void>
  underway(): boolean
}

/** Runs `work` each time it is asked for, never twice at once. */
export function oneAtATime(work: () => Promise<void>): SingleRuns {
  let running: Promise<void> | undefined
  const settled = async () => running?.catch(() => undefined)
  return {
    settled,
    underway: () => running !== undefined,
    async run() {
      while (running) await settled()
      running = work().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
