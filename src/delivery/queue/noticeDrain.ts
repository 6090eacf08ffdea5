import { runningMs } from '../../core/clock.ts'
import { createBatchSize } from '../workers/batchSize.ts'
import type { WorkspaceWorkers } from '../workers/workspaceWorkers.ts'
import type { NoticeQueue } from './noticeQueue.ts'
import type { Waker } from './waker.ts'
import type { WorkedQueue } from './workLoop.ts'

interface DrainParts {
  readonly notices: Pick<NoticeQueue, 'fetch'>
  readonly workers: WorkspaceWorkers
  /** Woken when the workers' jobs have changed, and on a stop. */
  readonly changed: Waker
}

/** Small, so that little waits for a worker that dies with jobs fetched; larger while jobs are finished quickly. */
const leastFetched = 25
const mostFetched = 500
const quickMs = 100
const slowMs = 400
const pollMs = 2_000
/** How often to check for other workspaces while a full batch of one is being delivered. */
const lookAgainMs = 100

/**
 * Fetches notices that are due and hands them to the workers of their workspaces; a run ends when nothing is left to
 * deliver, or on a stop, when running deliveries have ended.
 */
export function createNoticeDrain({ notices, workers, changed }: DrainParts): WorkedQueue {
  const batchSize = createBatchSize(leastFetched, mostFetched, quickMs, slowMs)
  /** Whether something was reported since the last look. */
  let news = true

  /** While the same workers are full, a look at a long queue costs much and finds nothing: not at each delivery. */
  async function untilWorthALook(ms: number, stopping: () => boolean): Promise<void> {
    const [since, full] = [runningMs(), workers.full().join('\n')]
    do await changed.woken(ms)
    while (
      !(stopping() || news) &&
      full !== '' &&
      workers.full().join('\n') === full &&
      runningMs() - since < lookAgainMs
    )
  }

  return {
    expectMore() {
      news = true
    },
    expects: () => news,
    async drain(stopping) {
      let fetchedAt: number | undefined
      /** When a look last brought all that was due, whatever the workspace. */
      let sawAllAt: number | undefined
      let waitMs = pollMs
      while (!stopping()) {
        const full = workers.full()
        if (fetchedAt !== undefined && full.length === 0) {
          batchSize.lasted(runningMs() - fetchedAt)
          fetchedAt = undefined
        }
        const isKnown = !news && sawAllAt !== undefined && runningMs() - sawAllAt < pollMs
        if (isKnown && workers.idle()) return
        if (!isKnown) {
          news = false
          const fetched = await notices.fetch(batchSize.size, full)
          workers.take(fetched.jobs)
          if (fetched.full) fetchedAt ??= runningMs()
          sawAllAt = fetched.full || full.length > 0 ? undefined : runningMs()
          waitMs = fetched.full ? lookAgainMs : pollMs
        }
        if (!workers.idle()) await untilWorthALook(waitMs, stopping)
      }
      await workers.dismiss()
      while (!workers.idle()) await changed.woken(pollMs)
    },
  }
}
