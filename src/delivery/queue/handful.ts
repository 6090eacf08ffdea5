/**
 * How many items are taken at once: more while a handful is used up quickly, fewer while it lasts. What is taken and
 * not used is what a process leaves behind when it is killed, so a handful is never worth much more than `slowMs`.
 */
export interface Handful {
  readonly size: number
  /** The last one was full and was used up in so many milliseconds. */
  lasted(ms: number): void
}

export function createHandful(least: number, most: number, quickMs: number, slowMs: number): Handful {
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
