/** Work in progress, so that a stop can wait for it. */
export interface InFlight {
  /** Counts the work until it ends, and returns it. */
  tracked<T>(work: Promise<T>): Promise<T>
  /** Counts work that nobody waits for; its failure is reported. */
  later(work: Promise<unknown>): void
  /** Resolves once nothing is in flight, including work added meanwhile. */
  settled(): Promise<void>
}

export function createInFlight(failed: (error: unknown) => void): InFlight {
  const inFlight = new Set<Promise<unknown>>()
  function tracked<T>(work: Promise<T>): Promise<T> {
    inFlight.add(work)
    const done = () => inFlight.delete(work)
    void work.then(done, done)
    return work
  }
  return {
    tracked,
    later(work) {
      void tracked(work.catch(failed))
    },
    async settled() {
      while (inFlight.size > 0) await Promise.allSettled(inFlight)
    },
  }
}
