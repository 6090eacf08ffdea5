import type { Transaction } from 'kysely'
import cron from 'node-cron'

import { sweepAttempts } from '../../db/directory/links.ts'
import { sweepKept } from '../../db/ledger/kept.ts'
import { abandonStale, queueNotices, requeueStale } from '../../db/ledger/notices.ts'
import { sweepReceipts } from '../../db/ledger/receipts.ts'
import type { Database } from '../../db/schema.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Clock } from '../core/clock.ts'
import type { Notice } from '../core/feature/notice.ts'
import type { Log } from '../process/log.ts'
import type { Jobs } from './jobs.ts'

/** What a tick works with. */
export interface TickMeans {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly {
    readonly name: string
    due?(trx: Transaction<Database>, now: Date, limit: number): Promise<readonly Notice[]>
  }[]
  readonly jobs: Pick<Jobs, 'deliver' | 'wake'>
  readonly log: Log
}

const batch = 500

/** A notice that nobody has worked off for so long was lost with its worker. */
const staleMinutes = 10

/** Platforms repeat an event for minutes; a day and more is plenty. */
const receiptDays = 2

/**
 * What is due now, entered in the ledger and queued, in transactions of at most 500 notices. The ledger's
 * unique key makes each go out once, on any number of replicas. Returns how many were new.
 */
export async function tick(means: TickMeans): Promise<number> {
  const now = means.clock.now()
  let entered = 0
  for (const { name, due } of means.features) {
    if (!due) continue
    // One feature's fault keeps nothing else from being told.
    try {
      for (let full = true; full; ) {
        const count = await means.store.kysely.transaction().execute(async (trx) => {
          const notices = await due(trx, now, batch)
          const ids = await queueNotices(trx, notices, now)
          await means.jobs.deliver(trx, ids)
          entered += ids.length
          // A full batch of which another replica entered everything is no reason to ask again at once.
          return ids.length > 0 ? notices.length : 0
        })
        full = count === batch
      }
    } catch (error) {
      means.log.error(
        { err: error, feature: name },
        'what is due of a feature could not be told; the next tick makes up for it',
      )
    }
  }
  const stale = new Date(now.getTime() - staleMinutes * 60_000)
  await means.store.kysely.transaction().execute(async (trx) => {
    const ids = await requeueStale(trx, stale, now, batch)
    await means.jobs.deliver(trx, ids)
    entered += ids.length
  })
  await abandonStale(means.store.kysely, stale)
  const old = new Date(now.getTime() - receiptDays * 86_400_000)
  await sweepReceipts(means.store.kysely, old)
  await sweepAttempts(means.store.kysely, old)
  await sweepKept(means.store.kysely, now)
  if (entered > 0) means.jobs.wake()
  return entered
}

export interface Metronome {
  /** No more ticks; resolves when the one under way has ended. */
  stop(): Promise<void>
}

/** Ticks at once and then every half minute; a tick that takes longer is not overtaken by the next. */
export function startMetronome(means: TickMeans): Metronome {
  let current: Promise<void> = Promise.resolve()
  function once(): Promise<void> {
    // The first one is not the metronome's own, and so must be waited for here.
    current = current
      .then(() => tick(means))
      .then(
        () => undefined,
        (error: unknown) => means.log.error({ err: error }, 'a tick failed; the next one makes up for it'),
      )
    return current
  }
  const task = cron.schedule('*/30 * * * * *', once, { noOverlap: true })
  // What came due while nobody ran does not wait for the next half minute.
  void once()
  return {
    async stop() {
      await task.destroy()
      await current
    },
  }
}
