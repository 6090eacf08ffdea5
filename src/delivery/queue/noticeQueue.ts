import { fromKysely, type PgBoss } from 'pg-boss'

import { workspacesOf } from '../../../db/ledger/claims/workspaces.ts'
import type { QueuedNotice } from '../../../db/ledger/notices.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { FinishedJob, NoticeJob } from '../workers/noticeJob.ts'

/** Notices waiting to be delivered; those of one workspace form a group of the queue. */
export interface NoticeQueue {
  /** Queues notices inside the caller's transaction. */
  add(trx: Trx, notices: readonly QueuedNotice[]): Promise<void>
  /** Fetches about that many, the most urgent first, and none of the skipped workspaces. */
  fetch(most: number, passedBy: readonly string[]): Promise<FetchedJobs>
  /** A delivery to be retried becomes a new job rather than a failed one, since its time is known. */
  end(ended: readonly FinishedJob[]): Promise<void>
}

export interface FetchedJobs {
  readonly jobs: readonly NoticeJob[]
  /** Whether as much came as was asked for, so that more may be waiting. */
  readonly full: boolean
}

interface Data {
  readonly noticeIds: readonly number[]
  readonly priority?: number
}

/** Jobs of a version that named one notice in each; they may still wait when this one begins. */
interface FormerData {
  readonly noticeId: number
  readonly priority?: number
}

type Waiting = Omit<NoticeJob, 'holder'> & { readonly startAfter?: number }

/** The group of a job without a workspace. */
const unknown = '-'

/** Fetching and completing a job costs Postgres as much as its notice does; a worker that dies holds up one lot. */
const mostInJob = 25

export function createNoticeQueue(boss: PgBoss, queue: string, clock: Clock): NoticeQueue {
  /** How many notices a job names, as guessed: as those before it in a long queue, else as many as it can. */
  let perJob = mostInJob

  return {
    async add(trx, notices) {
      if (notices.length === 0) return
      const workspaces = await workspacesOf(
        trx,
        notices.map(({ id }) => id),
      )
      const waiting = notices.map(
        ({ id, priority }): Waiting => ({
          ...{ noticeId: id, priority, workspace: workspaces.get(id) ?? unknown },
        }),
      )
      await boss.insert(queue, jobsOf(waiting), { db: fromKysely(trx.withoutPlugins()) })
    },
    async fetch(most, passedBy) {
      const batchSize = Math.max(1, Math.round(most / perJob))
      const fetched = await boss.fetch<Data | FormerData>(queue, { batchSize, ignoreGroups: [...passedBy] })
      const jobs = fetched.flatMap(({ id, groupId, data }) => {
        const noticeIds = 'noticeIds' in data ? data.noticeIds : [data.noticeId]
        const [holder, priority] = [{ id, left: noticeIds.length }, data.priority ?? 0]
        return noticeIds.map((noticeId) => ({ holder, noticeId, priority, workspace: groupId ?? unknown }))
      })
      const full = fetched.length === batchSize
      perJob = full ? jobs.length / fetched.length : mostInJob
      return { jobs, full }
    },
    async end(ended) {
      const now = clock.now().getTime()
      const again = ended.flatMap(({ job, later }): readonly Waiting[] =>
        later === undefined
          ? []
          : [{ ...job, startAfter: Math.max(0, Math.ceil((later.getTime() - now) / 1000)) }],
      )
      if (again.length > 0) await boss.insert(queue, jobsOf(again))
      // Only now, or another end of the same job would complete it while what is to be tried again has no job yet.
      for (const { job } of ended) job.holder.left -= 1
      const holders = new Set(ended.map(({ job }) => job.holder))
      const done = [...holders].filter(({ left }) => left <= 0).map(({ id }) => id)
      try {
        if (done.length > 0) await boss.complete(queue, done)
      } catch (error) {
        for (const { job } of ended) job.holder.left += 1
        throw error
      }
    },
  }
}

/** Jobs of several notices each, of one workspace and as urgent, in the order of the notices. */
function jobsOf(waiting: readonly Waiting[]) {
  const alike = Map.groupBy(waiting, ({ workspace, priority, startAfter = 0 }) =>
    [priority, startAfter, workspace].join(' '),
  )
  return [...alike.values()].flatMap((all) =>
    all.flatMap(({ priority, workspace, startAfter }, index) => {
      if (index % mostInJob > 0) return []
      const noticeIds = all.slice(index, index + mostInJob).map(({ noticeId }) => noticeId)
      const job = { data: { noticeIds, priority }, priority, group: { id: workspace } }
      return [startAfter === undefined ? job : { ...job, startAfter }]
    }),
  )
}
