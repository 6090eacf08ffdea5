import { LRUCache } from 'lru-cache'

import type { Clock } from '../../core/clock.ts'

/** Values kept in memory for a while. When there are too many, the least recently used go first. */
export interface Remembered<Value> {
  get(key: string): Value | undefined
  put(key: string, value: Value): void
  /**
   * The value in memory, else the one that `load` returns. Concurrent callers share one load; a failure is not
   * remembered.
   */
  ask(key: string, load: () => Promise<Value>): Promise<Value>
  forget(key: string): void
}

interface Bounds {
  readonly max: number
  /** By default, for as long as there is room. */
  readonly ttlMs?: number
  readonly clock: Clock
}

export function createRemembered<Value extends NonNullable<unknown>>({
  max,
  ttlMs,
  clock,
}: Bounds): Remembered<Value> {
  const values = new LRUCache<string, Value, () => Promise<Value>>({
    // A limit on entries would reserve memory for all of them at once; a limit on size does not.
    maxSize: max,
    sizeCalculation: () => 1,
    ...(ttlMs === undefined
      ? {}
      : { ttl: ttlMs, ttlResolution: 0, perf: { now: () => clock.now().getTime() } }),
    // A value put or forgotten during a load wins over the loaded one.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: load }) => load(),
  })
  return {
    get: (key) => values.get(key),
    put(key, value) {
      values.set(key, value)
    },
    async ask(key, load) {
      const value = await values.fetch(key, { context: load })
      return value ?? load()
    },
    forget(key) {
      values.delete(key)
    },
  }
}
