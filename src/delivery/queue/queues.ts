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
import { createWaker } from './waker.ts'
import { createWorkLoop, type WorkLoop } from './workLoop.ts'

export interface Queues {
  start(): Promise<void>
  /** Begins no delivery any more; what is queued from now on is left to the next worker. */
  rest(): void
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

/**
 * The queues on the shared pool, fetched and completed in batches by loops of our own that are woken when something is
 * due at once. Several processes may work on the same queues. The jobs of a workspace form a group of the queue, so
 * that a slow workspace is skipped while others are fetched for.
 */
export function createQueues(store: Store, handlers: Handlers, log: Log): Queues {
  const boss = createBoss(store, log)
  const changed = createWaker()
  const notices = createNoticeQueue(boss, queueNames.deliver, handlers.clock)
  const workers = createWorkspaceWorkers({
    ...{ ...handlers, db: store.kysely, log, changed: changed.wake },
    async end(ended) {
      await notices.end(ended)
      if (ended.some(({ later }) => later !== undefined)) deliveries.expectMore()
    },
  })
  const deliveries = createNoticeDrain({ notices, workers, changed })
  const letters = createLetterQueue(boss, queueNames.mail, handlers, log)
  // Each by itself: a mail server that says nothing for minutes holds up no chat.
  const loops = [createWorkLoop(deliveries, log), createWorkLoop(letters, log)]
  let stopping = false
  let resting: Promise<unknown> | undefined
  const together = (work: (loop: WorkLoop) => Promise<void>) => Promise.all(loops.map(work))

  function wake(): void {
    letters.committed()
    deliveries.expectMore()
    for (const loop of loops) loop.wake()
    changed.wake()
  }

  function rest(): Promise<unknown> {
    stopping = true
    resting ??= together((loop) => loop.stop())
    changed.wake()
    return resting
  }

  /** Also what either queues in turn, as notices about a letter that failed. */
  async function drain(): Promise<void> {
    do await together((loop) => loop.drain())
    while (!stopping && loops.some((loop) => loop.busy()))
  }

  return {
    async start() {
      stopping = false
      resting = undefined
      await startBoss(boss)
      // The first use of a queue reads it through the pool, which a transaction on the embedded store must not do.
      workers.take((await notices.fetch(1, [])).jobs)
      await letters.open()
      if (!stopping) for (const loop of loops) loop.start()
    },
    rest: () => void rest(),
    async stop() {
      await rest()
      await stopBoss(boss)
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
