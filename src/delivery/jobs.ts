import { fromKysely, PgBoss } from 'pg-boss'
import type { QueuedNotice } from '../../db/ledger/notices.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Letter } from '../core/feature/notice.ts'
import type { Log } from '../process/log.ts'

/** The queues: notices to deliver, and letters to post. A job's data names the notice or holds the letter. */
const queues = { deliver: 'deliver', mail: 'mail' } as const

export interface DeliverJob {
  readonly noticeId: number
  /** What is urgent comes before what went to many. */
  readonly priority?: number
}

interface Job {
  readonly id: string
  readonly data: unknown
}

export interface Jobs {
  start(): Promise<void>
  /** Finishes the one delivery in hand and leaves the others to whoever works the queues next. */
  stop(): Promise<void>
  /** Queues deliveries inside the caller's transaction. */
  deliver(trx: Trx, notices: readonly QueuedNotice[]): Promise<void>
  /** Queues letters inside the caller's transaction. */
  mail(trx: Trx, letters: readonly Letter[]): Promise<void>
  /** Works off everything that is due now; resolves when the queues are empty, or on a stop. */
  drain(): Promise<void>
  /** Says that something was committed, so that the loop looks at once. */
  wake(): void
  /** Whether the queue is installed and answers. */
  ready(): Promise<boolean>
}

export interface Handlers {
  /** Resolves when the notice is settled, however; `retry` asks for another try after some seconds. */
  deliver(job: DeliverJob): Promise<'settled' | { readonly retryAfterSeconds: number }>
  mail(letter: Letter): Promise<void>
}

/** Few enough that little waits for a worker that died with them in hand. */
const batch = 25
const pollMs = 2_000

/**
 * The queue on the one pool, fetched and completed in batches by a loop of our own that is woken when
 * something is due at once. Several processes may work the same queues. `lanes` is how many deliveries are
 * under way at once.
 */
export function createJobs(store: Store, handlers: Handlers, log: Log, lanes: () => number = () => 1): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    backend: store.embedded ? 'pglite' : 'postgres',
    schedule: false,
    supervise: true,
    clockMonitorIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  let stopping = false
  let loop: Promise<void> | undefined
  let woken = false
  let rouse: (() => void) | undefined
  let draining: Promise<void> | undefined

  async function start(): Promise<void> {
    stopping = false
    await boss.start()
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of Object.values(queues)) {
      if (!known.has(name)) {
        await boss.createQueue(name, {
          retryLimit: 8,
          retryDelay: 5,
          retryBackoff: true,
          expireInSeconds: 60,
          deleteAfterSeconds: 3600,
        })
      }
      // The first use of a queue reads it through the pool, which a transaction on the embedded store must not.
      const first = await boss.fetch(name, { batchSize: 1 })
      await (name === queues.deliver ? deliverBatch(first) : mailBatch(first))
    }
    loop = run()
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false
      try {
        await drain()
      } catch (error) {
        log.error({ err: error }, 'deliveries stopped for a moment')
      }
      await pause()
    }
  }

  /** Until somebody wakes the loop, or for two seconds; what came while the queues were worked off counts. */
  async function pause(): Promise<void> {
    if (woken) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs)
      timer.unref()
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function wake(): void {
    woken = true
    rouse?.()
  }

  async function drainOnce(): Promise<void> {
    while (!stopping) {
      const notices = await boss.fetch<DeliverJob>(queues.deliver, { batchSize: batch })
      await deliverBatch(notices)
      const letters = await boss.fetch<Letter>(queues.mail, { batchSize: 20 })
      await mailBatch(letters)
      if (notices.length === 0 && letters.length === 0) return
    }
  }

  async function drain(): Promise<void> {
    while (draining) await draining.catch(() => undefined)
    draining = drainOnce().finally(() => {
      draining = undefined
    })
    return draining
  }

  async function deliverBatch(jobs: readonly Job[]): Promise<void> {
    const done: string[] = []
    // The urgent first, then in the order of the ledger, whatever the queue's: who is told first is no matter of chance.
    const inOrder = [...jobs].sort(
      (a, b) =>
        numberIn(b, 'priority') - numberIn(a, 'priority') ||
        numberIn(a, 'noticeId') - numberIn(b, 'noticeId'),
    )
    await untilStopped(queues.deliver, inOrder, lanes(), async ({ id, data }) => {
      const job = data as DeliverJob
      const result = await handlers.deliver(job)
      if (result !== 'settled') {
        // The platform says when to come back, so this is a new job rather than a failed one.
        await boss.send(queues.deliver, job, {
          startAfter: Math.ceil(result.retryAfterSeconds),
          ...(job.priority === undefined ? {} : { priority: job.priority }),
        })
      }
      done.push(id)
    })
    if (done.length > 0) await boss.complete(queues.deliver, done)
  }

  async function mailBatch(jobs: readonly Job[]): Promise<void> {
    await untilStopped(queues.mail, jobs, 1, async ({ id, data }) => {
      await handlers.mail(data as Letter)
      await boss.complete(queues.mail, id)
    })
  }

  /** In order, in so many lanes. What a stop leaves goes back as new jobs, which the next worker has at once. */
  async function untilStopped(
    queue: string,
    jobs: readonly Job[],
    width: number,
    work: (job: Job) => Promise<void>,
  ): Promise<void> {
    const left: Job[] = []
    const waiting = jobs.values()
    async function lane(): Promise<void> {
      for (const job of waiting) {
        if (stopping) left.push(job)
        else await work(job).catch((error: unknown) => failed(queue, job.id, error))
      }
    }
    await Promise.all(Array.from({ length: width }, lane))
    if (left.length === 0) return
    await boss.insert(
      queue,
      left.map((job) => ({ data: { ...Object(job.data) }, priority: numberIn(job, 'priority') })),
    )
    await boss.complete(
      queue,
      left.map(({ id }) => id),
    )
  }

  /** Where even this cannot be said, the job expires and comes back; the others do not wait for that. */
  async function failed(queue: string, id: string, cause: unknown): Promise<void> {
    log.error({ err: cause, queue }, 'a job failed')
    await boss
      .fail(queue, id, { message: 'see the log' })
      .catch((error: unknown) => log.error({ err: error, queue }, 'nor could it be marked as failed'))
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
    async deliver(trx, notices) {
      if (notices.length === 0) return
      await boss.insert(
        queues.deliver,
        notices.map(({ id, priority }) => ({ data: { noticeId: id, priority }, priority })),
        { db: fromKysely(trx.withoutPlugins()) },
      )
    },
    async mail(trx, letters) {
      if (letters.length === 0) return
      await boss.insert(
        queues.mail,
        letters.map((letter) => ({ data: { ...letter } })),
        { db: fromKysely(trx.withoutPlugins()) },
      )
    },
    drain: () =>
      // Whoever waits for this need not hear of a connection that dropped: the next one takes up where it ended.
      drain().catch((error: unknown) => {
        log.warn({ err: error }, 'deliveries were interrupted')
        return drain()
      }),
    wake,
    ready: () => boss.isInstalled(),
  }
}

function numberIn({ data }: { readonly data: unknown }, name: string): number {
  return typeof data === 'object' && data !== null ? Number(Reflect.get(data, name) ?? 0) : 0
}
