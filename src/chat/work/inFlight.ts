/** Work that is under way, so that a stop can wait for it. */
export interface InFlight {
  /** Counts the work until it ends, and hands it back. */
  tracked<T>(work: Promise<T>): Promise<T>
  /** Counts work that nobody waits for; its failure is reported. */
  later(work: Promise<unknown>): void
  /** Resolves once nothing is in flight, work that was added meanwhile included. */
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
