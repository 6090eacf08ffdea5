import type { QueuedNotice } from '../../../db/ledger/notices.ts'
import type { Store } from '../../../db/store/connect.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { Letter } from '../../core/feature/notice.ts'
import type { Log } from '../../process/log.ts'
import { createWorkspaceWorkers, type WorkerDependencies } from '../workers/workspaceWorkers.ts'
import { createBoss, queueNames, startBoss, stopBoss } from './boss.ts'
import { createLetterQueue, type LetterHandlers } from './letterQueue.ts'
import { createNoticeDrain } from './noticeDrain.ts'
import { createNoticeQueue } from './noticeQueue.ts'
import { oneAtATime } from './oneAtATime.ts'
import { createWaker } from './waker.ts'

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

const pollMs = 2_000

/**
 * The queue on the shared pool, fetched and completed in batches by a loop of our own that is woken when something is
 * due at once. Several processes may work on the same queues. The jobs of a workspace form a group of the queue, so
 * that a slow workspace is skipped while others are fetched for.
 */
export function createQueues(store: Store, handlers: Handlers, log: Log): Queues {
  const boss = createBoss(store, log)
  /** One waker for the loop, one for a caller that empties the queue. */
  const [looped, changed] = [createWaker(), createWaker()]
  const notices = createNoticeQueue(boss, queueNames.deliver, handlers.clock)
  const workers = createWorkspaceWorkers({
    ...{ ...handlers, db: store.kysely, log, end: notices.end, changed: changed.wake },
  })
  const deliveries = createNoticeDrain({ notices, workers, changed })
  const letters = createLetterQueue(boss, queueNames.mail, handlers, log)
  let stopping = false
  let loop: Promise<void> | undefined

  const drains = oneAtATime(async () => {
    // Notices caused by a letter that failed are delivered too.
    for (let posted = 1; posted > 0 && !stopping; ) {
      ;[posted] = await Promise.all([letters.drain(() => stopping), deliveries.drain(() => stopping)])
    }
  })

  function wake(): void {
    deliveries.expectMore()
    looped.wake()
    changed.wake()
  }

  async function drainUntilStopped(): Promise<void> {
    while (!stopping) {
      try {
        await drains.run()
      } catch (error) {
        log.error({ err: error }, 'delivery loop failed, continuing')
      }
      if (!stopping) await looped.woken(pollMs)
    }
  }

  return {
    async start() {
      stopping = false
      await startBoss(boss)
      // The first use of a queue reads it through the pool, which a transaction on the embedded store must not do.
      workers.take((await notices.fetch(1, [])).jobs)
      await letters.workOff()
      loop = drainUntilStopped()
    },
    async stop() {
      stopping = true
      wake()
      await loop
      await drains.settled()
      await stopBoss(boss)
    },
    deliver: (trx, entered) => notices.add(trx, entered),
    mail: (trx, sent) => letters.add(trx, sent),
    drain: () =>
      // A dropped connection need not concern the caller: the next worker continues where this one stopped.
      drains.run().catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries were interrupted')
        return drains.run()
      }),
    wake,
    ready: () => boss.isInstalled(),
  }
}
