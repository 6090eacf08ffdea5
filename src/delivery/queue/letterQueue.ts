import { fromKysely, type PgBoss } from 'pg-boss'

import type { Trx } from '../../../db/store/db.ts'
import type { Letter } from '../../core/feature/notice.ts'
import type { Log } from '../../process/log.ts'

const batch = 20

/** Letters waiting to be sent, one after another. */
export interface LetterQueue {
  add(trx: Trx, letters: readonly Letter[]): Promise<void>
  /** Sends at most this many; resolves to their number. */
  workOff(most: number): Promise<number>
  /** Sends all that are due, or until told to stop; resolves to their number. */
  drain(stopping: () => boolean): Promise<number>
}

export function createLetterQueue(
  boss: PgBoss,
  queue: string,
  post: (letter: Letter) => Promise<void>,
  log: Log,
): LetterQueue {
  async function workOff(most: number, stopping: () => boolean = () => false): Promise<number> {
    const jobs = await boss.fetch<Letter>(queue, { batchSize: most })
    const left: typeof jobs = []
    for (const job of jobs) {
      if (stopping()) {
        left.push(job)
        continue
      }
      try {
        await post(job.data)
        await boss.complete(queue, job.id)
      } catch (error) {
        await failed(job.id, error)
      }
    }
    await putBack(left)
    return jobs.length
  }

  /** Letters left at a stop go back as new jobs, which the next worker gets at once. */
  async function putBack(jobs: readonly { readonly id: string; readonly data: Letter }[]): Promise<void> {
    if (jobs.length === 0) return
    await boss.insert(
      queue,
      jobs.map(({ data }) => insertOf(data)),
    )
    await boss.complete(
      queue,
      jobs.map(({ id }) => id),
    )
  }

  /** If even this cannot be recorded, the job expires and comes back; the others do not wait for that. */
  async function failed(id: string, cause: unknown): Promise<void> {
    log.error({ err: cause, queue }, 'a job failed')
    await boss
      .fail(queue, id, { message: 'see the log' })
      .catch((error: unknown) => log.error({ err: error, queue }, 'failed to mark a job as failed'))
  }

  return {
    workOff,
    async add(trx, letters) {
      if (letters.length === 0) return
      await boss.insert(queue, letters.map(insertOf), { db: fromKysely(trx.withoutPlugins()) })
    },
    async drain(stopping) {
      let posted = 0
      for (let some = 1; some > 0 && !stopping(); posted += some) some = await workOff(batch, stopping)
      return posted
    },
  }
}

function insertOf(letter: Letter) {
  return { data: { ...letter } }
}
