import type { Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'

import type { Letter } from '../commands/define.ts'
import type { Store } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import type { Log } from './log.ts'

/** The queues: notices to deliver, and letters to post. A job's data names the notice or holds the letter. */
const queues = { deliver: 'deliver', mail: 'mail' } as const

export interface DeliverJob {
  readonly noticeId: number
}

export interface Jobs {
  start(): Promise<void>
  stop(): Promise<void>
  /** Queues deliveries inside the caller's transaction. */
  deliver(trx: Transaction<Database>, noticeIds: readonly number[]): Promise<void>
  /** Queues letters inside the caller's transaction. */
  mail(trx: Transaction<Database>, letters: readonly Letter[]): Promise<void>
  /** Works off everything that is due now; resolves when the queues are empty. */
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
 * something is due at once. Several processes may work the same queues.
 */
export function createJobs(store: Store, handlers: Handlers, log: Log): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    backend: store.embedded ? 'pglite' : 'postgres',
    schedule: false,
    supervise: true,
    clockMonitorIntervalSeconds: 600,
  })
  boss.on('error', (error) => log.error({ err: error }, 'queue error'))
  let running = false
  let loop: Promise<void> | undefined
  let rouse: (() => void) | undefined
  let draining: Promise<void> | undefined

  async function start(): Promise<void> {
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
      await boss
        .fetch(name, { batchSize: 1 })
        .then((jobs) => (name === queues.deliver ? settleFirst(jobs) : mailBatch(jobs)))
    }
    running = true
    loop = run()
  }

  async function settleFirst(
    jobs: readonly { readonly id: string; readonly data: unknown }[],
  ): Promise<void> {
    await deliverBatch(jobs)
  }

  async function run(): Promise<void> {
    while (running) {
      try {
        await drain()
      } catch (error) {
        log.error({ err: error }, 'deliveries stopped for a moment')
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs)
        timer.unref()
        rouse = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  async function drainOnce(): Promise<void> {
    for (;;) {
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

  async function deliverBatch(
    jobs: readonly { readonly id: string; readonly data: unknown }[],
  ): Promise<void> {
    const done: string[] = []
    // In the order of the ledger, whatever the queue's; who is told first is then no matter of chance.
    for (const job of [...jobs].sort((a, b) => noticeOf(a) - noticeOf(b))) {
      try {
        const result = await handlers.deliver(job.data as DeliverJob)
        if (result === 'settled') done.push(job.id)
        else {
          // The platform says when to come back, so this is a new job rather than a failed one.
          await boss.send(queues.deliver, job.data as DeliverJob, {
            startAfter: Math.ceil(result.retryAfterSeconds),
          })
          done.push(job.id)
        }
      } catch (error) {
        log.error({ err: error }, 'a delivery failed')
        await boss.fail(queues.deliver, job.id, {
          message: error instanceof Error ? error.message : String(error),
        })
      }
    }
    if (done.length > 0) await boss.complete(queues.deliver, done)
  }

  async function mailBatch(jobs: readonly { readonly id: string; readonly data: unknown }[]): Promise<void> {
    for (const job of jobs) {
      try {
        await handlers.mail(job.data as Letter)
        await boss.complete(queues.mail, job.id)
      } catch (error) {
        log.error({ err: error }, 'a letter could not be posted')
        await boss.fail(queues.mail, job.id, { message: 'not posted' })
      }
    }
  }

  return {
    start,
    async stop() {
      running = false
      rouse?.()
      await loop
      await boss.stop({ graceful: true, timeout: 10_000, close: false })
    },
    async deliver(trx, noticeIds) {
      if (noticeIds.length === 0) return
      await boss.insert(
        queues.deliver,
        noticeIds.map((noticeId) => ({ data: { noticeId } })),
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
    drain,
    wake() {
      rouse?.()
    },
    ready: () => boss.isInstalled(),
  }
}

function noticeOf({ data }: { readonly data: unknown }): number {
  return typeof data === 'object' && data !== null && 'noticeId' in data ? Number(data.noticeId) : 0
}
