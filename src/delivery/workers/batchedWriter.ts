import { afterThisTurn } from '../../core/clock.ts'

/** Items written together: those added during one write go into the next. */
export interface BatchedWriter<T> {
  add(item: T): void
  /** Resolves when nothing waits to be written. */
  written(): Promise<void>
}

/** `write` never raises. */
export function createBatchedWriter<T>(write: (items: readonly T[]) => Promise<void>): BatchedWriter<T> {
  let waiting: T[] = []
  let writing: Promise<void> | undefined

  async function run(): Promise<void> {
    // Items added in this turn of the event loop are included, however many steps they take.
    await new Promise<void>(afterThisTurn)
    while (waiting.length > 0) {
      const items = waiting
      waiting = []
      await write(items)
    }
    writing = undefined
  }

  return {
    add(item) {
      waiting.push(item)
      writing ??= run()
    },
    async written() {
      while (writing) await writing
    },
  }
}
