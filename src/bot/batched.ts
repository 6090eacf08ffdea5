/**
 * One item at a time for whoever calls, many at once for `write`: while one write is underway, what comes
 * meanwhile waits and goes together with the next. Each call resolves when its own item is written, and raises what
 * writing it alone raises.
 */
export function gathered<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = []
  let next: Promise<boolean> | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function together(): Promise<boolean> {
    const items = waiting
    waiting = []
    next = undefined
    try {
      await write(items)
      return true
    } catch {
      return false
    }
  }

  return async (item) => {
    waiting.push(item)
    next ??= last.then(together)
    last = next
    const written = await next
    // One that cannot be written must not keep the others from it.
    if (!written) await write([item])
  }
}
