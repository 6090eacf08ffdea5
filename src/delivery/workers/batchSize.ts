/**
 * How many items to take at once: more while a batch is used up quickly, fewer while it lasts. A killed process
 * leaves the unused items behind, so a batch should take no longer than about `slowMs`.
 */
export interface BatchSize {
  readonly size: number
  /** Reports that the last batch was full, and was used up in this many milliseconds. */
  lasted(ms: number): void
}

export function createBatchSize(least: number, most: number, quickMs: number, slowMs: number): BatchSize {
  let size = least
  return {
    get size() {
      return size
    },
    lasted(ms) {
      if (ms < quickMs) size = Math.min(most, size * 2)
      else if (ms > slowMs) size = Math.max(least, Math.floor(size / 2))
    },
  }
}
