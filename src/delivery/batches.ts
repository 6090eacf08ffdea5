import { idlePause } from '../core/clock.ts'
import type { Log } from '../process/log.ts'

/** Items written together, some time after they were added. */
export interface Batches<T> {
  /** Takes an item; it is written soon, or by `flush` at the latest. */
  add(item: T): void
  /** Writes everything added so far; resolves when it is written or the attempt has failed. */
  flush(): Promise<void>
}

/** The most items kept while the store cannot be written. */
const mostWaiting = 20_000

/**
 * Gathers items and writes them every `everyMs`. What could not be written waits for the next time; an item that fails
 * alone while others succeed is given up.
 */
export function createBatches<T>(
  write: (items: readonly T[]) => Promise<void>,
  { everyMs, log, what }: { readonly everyMs: number; readonly log: Log; readonly what: string },
): Batches<T> {
  let waiting: T[] = []
  let scheduled = false
  let writing: Promise<void> = Promise.resolve()

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    void idlePause(everyMs).then(() => {
      scheduled = false
      return flush()
    })
  }

  function flush(): Promise<void> {
    writing = writing.then(writeAll)
    return writing
  }

  async function writeAll(): Promise<void> {
    const items = waiting
    if (items.length === 0) return
    waiting = []
    try {
      await write(items)
    } catch (error) {
      await writeEach(items, error)
    }
  }

  /** Writes items one by one, so that a bad item does not hold up the others. */
  async function writeEach(items: readonly T[], cause: unknown): Promise<void> {
    const failed: T[] = []
    for (const [index, item] of items.entries()) {
      try {
        await write([item])
      } catch {
        failed.push(item)
        // The store itself is away.
        if (index === 0) {
          failed.push(...items.slice(1))
          break
        }
      }
    }
    const away = failed.length === items.length
    log.error({ err: cause, failed: failed.length, what }, away ? 'failed to write' : 'gave up writing')
    if (!away) return
    waiting = [...failed, ...waiting].slice(-mostWaiting)
    // The item that failed first may be the bad one, so another is tried first next time.
    const [first, ...rest] = waiting
    waiting = first === undefined ? rest : [...rest, first]
    schedule()
  }

  return {
    add(item) {
      waiting.push(item)
      schedule()
    },
    flush,
  }
}
