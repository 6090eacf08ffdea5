import { PgBoss } from 'pg-boss'
import type { QueuedNotice } from '../../../db/ledger/notices.ts'
import type { Store } from '../../../db/store/connect.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import { runningMs } from '../../core/clock.ts'
import type { Letter } from '../../core/feature/notice.ts'
import type { Log } from '../../process/log.ts'
import { createBatchSize } from './batchSize.ts'
import { createLetterQueue, type LetterHandlers } from './letterQueue.ts'
import { createNoticeQueue } from './noticeQueue.ts'
import { createWaker } from './waker.ts'
import { createWorkspaceWorkers, type WorkerDependencies } from './workspaceWorkers.ts'

/** The queues: notices to deliver, and letters to send. A job's data names the notice or holds the letter. */
const names = { deliver: 'deliver', mail: 'mail' } as const

export interface Queues {
  start(): Promise<void>
  /** Finishes running deliveries and leaves the others to the next worker. */
  stop(): Promise<void>
  /** Queues deliveries inside the caller's transaction. */
  deliver(trx: Trx, notices: readonly QueuedNotice[]): Promise<void>
  /** Queues letters inside the caller's transaction. */
  mail(trx: Trx, letters: readonly Letter[]): Promise<void>
  /** Delivers everything that is due now; resolves when the queues are empty, or on a stop. */
  drain(): Promise<void>
  /** Reports a commit, so that the loop checks the queue at once. */
  wake(): void
  /** Whether the queue is installed and answers. */
  ready(): Promise<boolean>
}

export interface Handlers
  extends Pick<WorkerDependencies, 'deliver' | 'workerOf' | 'hands' | 'reportDoubts'>,
    LetterHandlers {
  readonly clock: Clock
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
 * The queue on the shared pool, fetched and completed in batches by a loop of our own that is woken when something is
 * due at once. Several processes may work on the same queues. The jobs of a workspace form a group of the queue, so
 * that a slow workspace is skipped while others are fetched for.
 */
export function createQueues(store: Store, handlers: Handlers, log: Log): Queues {
  const boss = new PgBoss({
    db: { executeSql: store.ask },
    backend: store.embedded ? 'pglite' : 'postgres',
    schedule: false,
    supervise: true,
    clockMonitorIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  /** One waker for the loop, one for a caller that empties the queue. */
  const [looped, changed] = [createWaker(), createWaker()]
  const notices = createNoticeQueue(boss, names.deliver, handlers.clock)
  const workers = createWorkspaceWorkers({
    ...{ ...handlers, db: store.kysely, log, end: notices.end, changed: changed.wake },
  })
  const letters = createLetterQueue(boss, names.mail, handlers, log)
  const batchSize = createBatchSize(leastFetched, mostFetched, quickMs, slowMs)
  let stopping = false
  /** Whether something was queued since the last look. */
  let news = false
  let loop: Promise<void> | undefined
  let draining: Promise<void> | undefined

  async function start(): Promise<void> {
    stopping = false
    await boss.start()
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of Object.values(names)) {
      if (!known.has(name)) {
        await boss.createQueue(name, {
          retryLimit: 8,
          retryDelay: 5,
          retryBackoff: true,
          expireInSeconds: 60,
          deleteAfterSeconds: 3600,
        })
      }
    }
    // The first use of a queue reads it through the pool, which a transaction on the embedded store must not do.
    workers.take((await notices.fetch(1, [])).jobs)
    await letters.workOff()
    loop = run()
  }

  function wake(): void {
    news = true
    looped.wake()
    changed.wake()
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await drain()
      } catch (error) {
        log.error({ err: error }, 'delivery loop failed, continuing')
      }
      if (!stopping) await looped.woken(pollMs)
    }
  }

  /** While the same workers are full, a look at a long queue costs much and finds nothing: not at each delivery. */
  async function untilWorthALook(ms: number): Promise<void> {
    const [since, full] = [runningMs(), workers.full().join('\n')]
    do await changed.woken(ms)
    while (
      !(stopping || news) &&
      full !== '' &&
      workers.full().join('\n') === full &&
      runningMs() - since < lookAgainMs
    )
  }

  async function drainNotices(): Promise<void> {
    let fetchedAt: number | undefined
    while (!stopping) {
      const idle = workers.idle()
      const full = workers.full()
      if (fetchedAt !== undefined && full.length === 0) {
        batchSize.lasted(runningMs() - fetchedAt)
        fetchedAt = undefined
      }
      news = false
      const fetched = await notices.fetch(batchSize.size, full)
      workers.take(fetched.jobs)
      if (fetched.full) fetchedAt ??= runningMs()
      if (fetched.jobs.length === 0 && idle) return
      if (!workers.idle()) await untilWorthALook(fetched.full ? lookAgainMs : pollMs)
    }
    await workers.dismiss()
    while (!workers.idle()) await changed.woken(pollMs)
  }

  async function drainOnce(): Promise<void> {
    // Notices caused by a letter that failed are delivered too.
    for (let posted = 1; posted > 0 && !stopping; ) {
      ;[posted] = await Promise.all([letters.drain(() => stopping), drainNotices()])
    }
  }

  async function drain(): Promise<void> {
    while (draining) await draining.catch(() => undefined)
    draining = drainOnce().finally(() => {
      draining = undefined
    })
    return draining
  }

  return {
    start,
    async stop() {
      stopping = true
      wake()
      await loop
      await draining?.catch(() => undefined)
      await boss.stop({ graceful: true, timeout: 10_000, close: false })
    },
    deliver: (trx, entered) => notices.add(trx, entered),
    mail: (trx, sent) => letters.add(trx, sent),
    drain: () =>
      // A dropped connection need not concern the caller: the next worker continues where this one stopped.
      drain().catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries were interrupted')
        return drain()
      }),
    wake,
    ready: () => boss.isInstalled(),
  }
}
