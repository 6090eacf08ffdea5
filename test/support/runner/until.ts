import { vi } from 'vitest'

/** Waits until nothing is raised any more, and hands over what came; a busy machine may take its time. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 120_000, interval: 20 })
}
