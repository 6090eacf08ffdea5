import { randomUUID } from 'node:crypto'
import { type ClaimedNotice, claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import { type ClaimedOutcome, type DeliveryOutcome, settleNotices } from '../../../db/ledger/notices.ts'
import type { Db } from '../../../db/store/db.ts'
import { retrying } from '../../chat/work/retrying.ts'
import type { Clock } from '../../core/clock.ts'
import { runningMs } from '../../core/clock.ts'
import type { Log } from '../../process/log.ts'
import { createBatchedWriter } from './batchedWriter.ts'
import type { WorkerShape } from './workerShape.ts'
import { createWorkspaceWorker, type NoticeJob, type WorkspaceWorker } from './workspaceWorker.ts'

/** A finished job, with the time of its next try where there is one. */
export interface FinishedJob {
  readonly job: NoticeJob
  readonly later?: Date
}

export interface WorkerDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Delivers a notice; its outcome is recorded here. */
  deliver(notice: ClaimedNotice): Promise<DeliveryOutcome>
  /** The worker that delivers a workspace's notices, and how many at once. */
  workerOf(workspace: string): WorkerShape
  /** Names of this process's open claims. */
  readonly hands: Set<string>
  /** Removes finished jobs from the queue. */
  end(ended: readonly FinishedJob[]): Promise<void>
  /** Tells the secretariat about deliveries that may not have arrived. */
  reportDoubts(): Promise<void>
  /** Called when the workers' jobs have changed. */
  changed(): void
}

/** The workers of all workspaces, each created when it is first needed. */
export interface WorkspaceWorkers {
  take(jobs: readonly NoticeJob[]): void
  /** Workspaces whose workers have more jobs than they can start. */
  full(): readonly string[]
  /** Whether nothing is running or waiting to be recorded. */
  idle(): boolean
  /** Starts nothing more; resolves when running deliveries have ended and the rest is given back. */
  dismiss(): Promise<void>
}

interface Result {
  readonly job: NoticeJob
  /** Undefined where there was nothing left to deliver. */
  readonly outcome?: DeliveryOutcome
  readonly hand?: string
  readonly recorded?: () => void
}

export function createWorkspaceWorkers(deps: WorkerDependencies): WorkspaceWorkers {
  const { db, clock, log, hands } = deps
  const workers = new Map<string, WorkspaceWorker>()
  const workspaces = new Map<string, Set<string>>()
  /** How many notices of each claim are not recorded yet. */
  const open = new Map<string, number>()
  const handOf = new Map<number, string>()
  let unwritten = 0
  const results = createBatchedWriter<Result>(write)

  async function claim(jobs: readonly NoticeJob[]): Promise<ReadonlyMap<NoticeJob, ClaimedNotice>> {
    // One name for all tries, so that a claim whose response was lost is not mistaken for another worker's.
    const hand = randomUUID()
    hands.add(hand)
    const ids = jobs.map(({ noticeId }) => noticeId)
    try {
      const claimed = await retryStore(() => claimNotices(db, ids, hand, clock.now()), waitsBefore)
      if (claimed.length === 0) hands.delete(hand)
      else open.set(hand, claimed.length)
      const notices = new Map(claimed.map((notice) => [notice.id, notice]))
      const found = new Map<NoticeJob, ClaimedNotice>()
      for (const job of jobs) {
        const notice = notices.get(job.noticeId)
        // Several jobs may name a notice, as where it was queued anew while one for it waited.
        if (notices.delete(job.noticeId) && notice) found.set(job, notice)
        else add({ job })
      }
      for (const { noticeId } of found.keys()) handOf.set(noticeId, hand)
      return found
    } catch (error) {
      // The jobs expire and come back.
      hands.delete(hand)
      log.error({ err: error, notices: ids.length }, 'failed to claim notices')
      return new Map()
    }
  }

  async function deliver(job: NoticeJob, notice: ClaimedNotice, recorded: () => void): Promise<void> {
    const outcome = await deps.deliver(notice).catch((error: unknown): DeliveryOutcome => {
      log.error({ err: error, noticeId: notice.id }, 'failed to deliver a notice')
      return { id: notice.id, kind: 'settled', state: 'ambiguous', fault: 'see the log' }
    })
    add(resultOf(job, outcome, recorded))
  }

  function resultOf(job: NoticeJob, outcome: DeliveryOutcome, recorded: () => void): Result {
    const hand = handOf.get(job.noticeId)
    handOf.delete(job.noticeId)
    return { job, outcome, recorded, ...(hand === undefined ? {} : { hand }) }
  }

  function add(result: Result): void {
    unwritten += 1
    results.add(result)
  }

  /** Records outcomes and removes their jobs from the queue. Never raises. */
  async function write(lot: readonly Result[]): Promise<void> {
    const outcomes = lot.flatMap(({ outcome, hand = '' }): readonly ClaimedOutcome[] =>
      outcome ? [{ ...outcome, hand }] : [],
    )
    try {
      await retryStore(() => settleNotices(db, outcomes, clock.now()), waitsAfter)
      await retryStore(() => deps.end(lot.map(endedBy)), waitsAfter)
      if (outcomes.some((outcome) => outcome.kind === 'settled' && outcome.state === 'ambiguous'))
        await deps.reportDoubts()
    } catch (error) {
      log.error({ err: error, notices: outcomes.length }, 'failed to record what became of deliveries')
    }
    for (const { hand, recorded } of lot) {
      if (hand !== undefined) letGo(hand)
      recorded?.()
    }
    unwritten -= lot.length
    deps.changed()
  }

  function letGo(hand: string): void {
    const left = (open.get(hand) ?? 1) - 1
    if (left > 0) {
      open.set(hand, left)
      return
    }
    open.delete(hand)
    hands.delete(hand)
  }

  function crewFor(workspace: string): WorkspaceWorker {
    const { name, ...shape } = deps.workerOf(workspace)
    const known = workspaces.get(name)
    if (known) known.add(workspace)
    else workspaces.set(name, new Set([workspace]))
    const worker =
      workers.get(name) ??
      createWorkspaceWorker({ ...shape, claim, deliver, changed: deps.changed, ms: runningMs })
    workers.set(name, worker)
    return worker
  }

  return {
    take(jobs) {
      const byWorker = Map.groupBy(jobs, ({ workspace }) => crewFor(workspace))
      for (const [worker, own] of byWorker) worker.take(own)
    },
    full: () =>
      [...workers].flatMap(([name, worker]) =>
        worker.waiting() > 0 ? [...(workspaces.get(name) ?? [])] : [],
      ),
    idle: () => unwritten === 0 && [...workers.values()].every((worker) => worker.idle()),
    async dismiss() {
      const now = clock.now()
      for (const worker of workers.values()) {
        const { unclaimed, claimed } = await worker.dismiss()
        for (const { job, recorded } of claimed)
          add(resultOf(job, { id: job.noticeId, kind: 'later', until: now, counts: false }, recorded))
        await deps.end(unclaimed.map((job) => ({ job, later: now })))
      }
    },
  }
}

function endedBy({ job, outcome }: Result): FinishedJob {
  return outcome?.kind === 'later' ? { job, later: outcome.until } : { job }
}

/** How long to wait, before a delivery, for a store that is briefly unreachable. */
const waitsBefore = [0, 100, 500, 2_000]

/** Recording an outcome is worth a longer wait. */
const waitsAfter = [...waitsBefore, 5_000, 10_000, 20_000]

function retryStore<T>(work: () => Promise<T>, waits: readonly number[]): Promise<T> {
  return retrying(work, (_, tries) => waits[tries - 1])
}
