import { pause } from '../../core/clock.ts'
import type { DeliveryError } from '../../core/errors.ts'

/** The outcome of a refresh: done, the message is gone, or to be retried after some milliseconds. */
export type RefreshOutcome = 'done' | 'gone' | { readonly afterMs: number | undefined }

/** What a failed refresh means; `gone`: the message was deleted, or can no longer be changed. */
export function refreshOutcome({ fault }: DeliveryError, gone: boolean): RefreshOutcome {
  // An update may be repeated, so one with an unknown outcome is simply sent again.
  if (fault.kind === 'ambiguous') return { afterMs: undefined }
  if (fault.kind === 'retryable' || fault.kind === 'paced') {
    return { afterMs: fault.afterSeconds === undefined ? undefined : fault.afterSeconds * 1000 }
  }
  return gone ? 'gone' : 'done'
}

/** Refreshes something when it has changed: at once, or a second after its last refresh ended. */
export interface Refresher {
  /** A change during a refresh, or within the second after it, is covered by the next one. */
  changed(what: string): void
  stop(): Promise<void>
}

const gapMs = 1_000
/** After this many tries, what is shown stays as it is until the next change. */
const mostTries = 5
/** The wait before a retry where the platform names none; it doubles each time. */
const firstWaitMs = 2_000

/**
 * `refresh` resolves to how long to wait before another try, in milliseconds, or to undefined where none is needed;
 * `defaultWaitMs` is for a platform that names no wait.
 */
export function createRefresher(
  refresh: (what: string, defaultWaitMs: number, stopping: AbortSignal) => Promise<number | undefined>,
  failed: (error: unknown) => void,
): Refresher {
  const working = new Map<string, { again: boolean }>()
  const running = new Set<Promise<void>>()
  const end = new AbortController()
  const stopping = end.signal

  async function refreshUntilDone(what: string, turn: { again: boolean }): Promise<void> {
    for (let tries = 0; turn.again && !stopping.aborted; ) {
      turn.again = false
      const defaultWaitMs = firstWaitMs * 2 ** Math.min(tries, mostTries - 1)
      const wait = await refresh(what, defaultWaitMs, stopping).catch((error: unknown) => {
        failed(error)
        return undefined
      })
      tries = wait === undefined ? 0 : tries + 1
      if (wait !== undefined && tries < mostTries) turn.again = true
      await pause(Math.max(gapMs, turn.again ? (wait ?? 0) : 0), stopping)
    }
    working.delete(what)
  }

  return {
    changed(what) {
      const underway = working.get(what)
      if (underway) {
        underway.again = true
        return
      }
      const turn = { again: true }
      working.set(what, turn)
      const run = refreshUntilDone(what, turn).catch(failed)
      running.add(run)
      void run.finally(() => running.delete(run))
    },
    async stop() {
      end.abort()
      await Promise.allSettled(running)
    },
  }
}
