import { fromKysely, type PgBoss } from 'pg-boss'

import type { Trx } from '../../../db/store/db.ts'
import type { Letter } from '../../core/feature/notice.ts'
import type { Log } from '../../process/log.ts'

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
export interface LetterQueue {
  add(trx: Trx, letters: readonly Letter[]): Promise<void>
  /** Tries the one that is due next; resolves to how many that was. */
  workOff(): Promise<number>
  /** Tries all that are due, or until told to stop; resolves to their number. */
  drain(stopping: () => boolean): Promise<number>
}

export function createLetterQueue(
  boss: PgBoss,
  queue: string,
  { mail, unsent }: LetterHandlers,
  log: Log,
): LetterQueue {
  /** One at a time: what waited behind others for a slow mail server would expire, and be sent by two workers. */
  async function workOff(): Promise<number> {
    const jobs = await boss.fetch<Letter>(queue, { batchSize: 1, includeMetadata: true })
    for (const job of jobs) {
      try {
        await mail(job.data)
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
    workOff,
    async add(trx, letters) {
      if (letters.length === 0) return
      await boss.insert(queue, letters.map(insertOf), { db: fromKysely(trx.withoutPlugins()) })
    },
    async drain(stopping) {
      let tried = 0
      while (!stopping() && (await workOff()) > 0) tried += 1
      return tried
    },
  }
}

function insertOf(letter: Letter) {
  return { data: { ...letter }, retryLimit, retryDelayMax, expireInSeconds }
}
