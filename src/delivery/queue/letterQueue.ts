import { fromKysely, type PgBoss } from 'pg-boss'

import type { Trx } from '../../../db/store/db.ts'
import { runningMs } from '../../core/clock.ts'
import type { Letter } from '../../core/feature/notice.ts'
import type { Log } from '../../process/log.ts'
import type { WorkedQueue } from './workLoop.ts'

/** With waits that double up to an hour, a letter is tried for about a day: so long may a mail server be away. */
const retryLimit = 32
const retryDelayMax = 3_600

/** In seconds; longer than the mailer waits for a server that says nothing. Then its worker is thought to be gone. */
const expireInSeconds = 300

/** By then a letter has waited for some minutes, longer than a mail server takes to start anew. */
const lateAfterTries = 6

export interface LetterHandlers {
  mail(letter: Letter): Promise<void>
  /** A letter has waited for a while, or was tried for the last time. */
  unsent(letter: Letter, why: string, until: 'later' | 'never'): Promise<void>
}

interface LetterJob {
  readonly id: string
  readonly data: Letter
  readonly retryCount: number
  readonly retryLimit: number
}

/** Letters waiting to be sent, one after another. */
export interface LetterQueue extends WorkedQueue {
  add(trx: Trx, letters: readonly Letter[]): Promise<void>
  /** Reads the queue for the first time; what comes is tried with the next run. */
  open(): Promise<void>
  /** Reports a commit, which is worth a look where a letter was added not long ago. */
  committed(): void
}

/** Longer than a transaction may last: a letter that was added by then is committed, or is none. */
const committedWithinMs = 60_000

export function createLetterQueue(
  boss: PgBoss,
  queue: string,
  { mail, unsent }: LetterHandlers,
  log: Log,
): LetterQueue {
  let addedAt: number | undefined
  let expected = true

  /** One that was fetched and not tried yet. */
  let inHand: readonly LetterJob[] = []

  /** One at a time: what waited behind others for a slow mail server would expire, and be sent by two workers. */
  async function fetchNext(): Promise<void> {
    inHand = await boss.fetch<Letter>(queue, { batchSize: 1, includeMetadata: true })
  }

  /** Tries the one in hand, or else the next; resolves to how many that was. */
  async function workOff(): Promise<number> {
    if (inHand.length === 0) await fetchNext()
    const jobs = inHand
    inHand = []
    for (const job of jobs) {
      try {
        // A far side that took it before the answer was lost knows it by its id.
        await mail({ id: `letter.${job.id}`, ...job.data })
        await boss.complete(queue, job.id)
      } catch (error) {
        await failed(job, error)
      }
    }
    return jobs.length
  }

  /** If even this cannot be recorded, the job expires and comes back; the others do not wait for that. */
  async function failed(
    { id, data, retryCount, retryLimit: most }: LetterJob,
    cause: unknown,
  ): Promise<void> {
    log.error({ err: cause, queue }, 'a job failed')
    try {
      await boss.fail(queue, id, { message: 'see the log' })
    } catch (error) {
      log.error({ err: error, queue }, 'failed to mark a job as failed')
    }
    const why = cause instanceof Error ? cause.message : String(cause)
    if (retryCount >= most) await unsent(data, why, 'never')
    else if (retryCount === lateAfterTries) await unsent(data, why, 'later')
  }

  return {
    open: fetchNext,
    async add(trx, letters) {
      if (letters.length === 0) return
      addedAt = runningMs()
      await boss.insert(queue, letters.map(insertOf), { db: fromKysely(trx.withoutPlugins()) })
    },
    async drain(stopping) {
      expected = false
      while (!stopping() && (await workOff()) > 0);
    },
    expectMore() {
      expected = true
    },
    committed() {
      expected ||= addedAt !== undefined && runningMs() - addedAt < committedWithinMs
    },
    expects: () => expected,
  }
}

function insertOf(letter: Letter) {
  return { data: { ...letter }, priority: priorityOf(letter), retryLimit, retryDelayMax, expireInSeconds }
}

/** Whoever waits for a code comes first, and a newsletter to a thousand readers behind everything else. */
function priorityOf({ codeId, unsubscribe }: Letter): number {
  if (codeId !== undefined) return 2
  return unsubscribe === undefined ? 1 : 0
}
