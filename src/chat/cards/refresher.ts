import type { DeliveryError } from '../../core/errors.ts'
import { pause, runningMs } from '../work/pause.ts'

/** What became of showing something anew: it stands, it is there no more, or it is tried again after so long. */
export type Shown = 'done' | 'gone' | { readonly afterMs: number | undefined }

/** What a failure to show something anew means; `gone`: it is there no more, or may not be changed any more. */
export function shownAfter({ fault }: DeliveryError, gone: boolean): Shown {
  // An update may be made twice, so one whose fate is not known is simply made again.
  if (fault.kind === 'ambiguous') return { afterMs: undefined }
  if (fault.kind === 'retryable' || fault.kind === 'paced') {
    return { afterMs: fault.afterSeconds === undefined ? undefined : fault.afterSeconds * 1000 }
  }
  return gone ? 'gone' : 'done'
}

/** Shows something anew when it has changed: at once, and once a second at the most. */
export interface Refresher {
  /** What changes while it is shown, or within its second, is shown by the next turn. */
  changed(what: string): void
  stop(): Promise<void>
}

const gapMs = 1_000
/** What the platform does not take so often is left as it is until the next change. */
const mostTries = 5
/** Before another try, where the platform does not say how long; twice as long each time. */
const firstWaitMs = 2_000

/**
 * `refresh` resolves to how long to wait for another try, in milliseconds, where one is wanted; `usual` is for
 * where the platform does not say.
 */
export function createRefresher(
  refresh: (what: string, usual: number) => Promise<number | undefined>,
  failed: (error: unknown) => void,
): Refresher {
  const working = new Map<string, { again: boolean }>()
  const running = new Set<Promise<void>>()
  const end = new AbortController()
  const stopping = end.signal

  async function keepUp(what: string, turn: { again: boolean }): Promise<void> {
    for (let tries = 0; turn.again && !stopping.aborted; ) {
      turn.again = false
      const began = runningMs()
      const usual = firstWaitMs * 2 ** Math.min(tries, mostTries - 1)
      const wait = await refresh(what, usual).catch((error: unknown) => {
        failed(error)
        return undefined
      })
      tries = wait === undefined ? 0 : tries + 1
      if (wait !== undefined && tries < mostTries) turn.again = true
      const rest = gapMs - (runningMs() - began)
      await pause(Math.max(rest, turn.again ? (wait ?? 0) : 0), stopping)
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
      const run = keepUp(what, turn).catch(failed)
      running.add(run)
      void run.finally(() => running.delete(run))
    },
    async stop() {
      end.abort()
      await Promise.allSettled(running)
    },
  }
}
