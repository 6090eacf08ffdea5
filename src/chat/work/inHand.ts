/** What is being done, so that a stop can wait for it. */
export interface InHand {
  /** The same work, counted until it ends. */
  tracked<T>(work: Promise<T>): Promise<T>
  /** Work for which nobody waits; what it fails with is told. */
  later(work: Promise<unknown>): void
  /** Resolves when nothing is in hand any more, what came meanwhile included. */
  settled(): Promise<void>
}

export function createInHand(failed: (error: unknown) => void): InHand {
  const inHand = new Set<Promise<unknown>>()
  function tracked<T>(work: Promise<T>): Promise<T> {
    inHand.add(work)
    const done = () => inHand.delete(work)
    void work.then(done, done)
    return work
  }
  return {
    tracked,
    later(work) {
      void tracked(work.catch(failed))
    },
    async settled() {
      while (inHand.size > 0) await Promise.allSettled(inHand)
    },
  }
}
