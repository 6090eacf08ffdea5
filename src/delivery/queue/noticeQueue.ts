import { fromKysely, type PgBoss } from 'pg-boss'

import { workspacesOf } from '../../../db/ledger/claims/workspaces.ts'
import type { QueuedNotice } from '../../../db/ledger/notices.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { NoticeJob } from './crew.ts'
import type { Ended } from './crews.ts'

/** Notices waiting to be delivered; those of one workspace form a group of the queue. */
export interface NoticeQueue {
  /** Queues notices inside the caller's transaction. */
  add(trx: Trx, notices: readonly QueuedNotice[]): Promise<void>
  /** Fetches the most urgent first, and none of the skipped workspaces. */
  fetch(most: number, passedBy: readonly string[]): Promise<readonly NoticeJob[]>
  /** A delivery to be retried becomes a new job rather than a failed one, since its time is known. */
  end(ended: readonly Ended[]): Promise<void>
}

interface Data {
  readonly noticeId: number
  readonly priority?: number
}

/** The group of a job without a workspace. */
const unknown = '-'

export function createNoticeQueue(boss: PgBoss, queue: string, clock: Clock): NoticeQueue {
  return {
    async add(trx, notices) {
      if (notices.length === 0) return
      const workspaces = await workspacesOf(
        trx,
        notices.map(({ id }) => id),
      )
      const jobs = notices.map(({ id, priority }) =>
        insertOf({ noticeId: id, priority, workspace: workspaces.get(id) ?? unknown }),
      )
      await boss.insert(queue, jobs, { db: fromKysely(trx.withoutPlugins()) })
    },
    async fetch(most, passedBy) {
      const jobs = await boss.fetch<Data>(queue, { batchSize: most, ignoreGroups: [...passedBy] })
      return jobs.map(({ id, groupId, data: { noticeId, priority = 0 } }) => ({
        ...{ id, noticeId, priority, workspace: groupId ?? unknown },
      }))
    },
    async end(ended) {
      if (ended.length === 0) return
      const now = clock.now().getTime()
      const again = ended.flatMap(({ job, later }) =>
        later === undefined
          ? []
          : [{ ...insertOf(job), startAfter: Math.max(0, Math.ceil((later.getTime() - now) / 1000)) }],
      )
      if (again.length > 0) await boss.insert(queue, again)
      await boss.complete(
        queue,
        ended.map(({ job }) => job.id),
      )
    },
  }
}

function insertOf({ noticeId, priority, workspace }: Omit<NoticeJob, 'id'>) {
  return { data: { noticeId, priority }, priority, group: { id: workspace } }
}
