import type { ClaimedNotice } from '../../../db/ledger/claims/claimNotices.ts'
import type { DeliveryOutcome } from '../../../db/ledger/notices.ts'
import { runningMs } from '../../core/clock.ts'
import { createWorkspaceWorker, type WorkspaceWorker } from '../workers/workspaceWorker.ts'
import type { NoticeJob } from './noticeJob.ts'
import { createOpenClaims } from './openClaims.ts'
import { createOutcomeRecorder, type RecorderDependencies } from './outcomeRecorder.ts'
import type { WorkerShape } from './workerShape.ts'

export interface WorkerDependencies extends Omit<RecorderDependencies, 'claims'> {
  /** Names of this process's open claims. */
  readonly hands: Set<string>
  /** Delivers a notice; its outcome is recorded here. */
  deliver(notice: ClaimedNotice): Promise<DeliveryOutcome>
  /** The worker that delivers a workspace's notices, and how many at once. */
  workerOf(workspace: string): WorkerShape
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

/** A worker and the workspaces that it delivers for. */
interface Crew {
  readonly worker: WorkspaceWorker
  readonly workspaces: Set<string>
}

export function createWorkspaceWorkers(deps: WorkerDependencies): WorkspaceWorkers {
  const { clock, log, changed } = deps
  const crews = new Map<string, Crew>()
  const claims = createOpenClaims(deps)
  const outcomes = createOutcomeRecorder({ ...deps, claims })

  function crewFor(workspace: string): Crew {
    const { name, ...shape } = deps.workerOf(workspace)
    const crew = crews.get(name) ?? {
      worker: createWorkspaceWorker({ ...shape, claim, deliver, changed, ms: runningMs }),
      workspaces: new Set(),
    }
    crew.workspaces.add(workspace)
    crews.set(name, crew)
    return crew
  }

  async function claim(jobs: readonly NoticeJob[]): Promise<ReadonlyMap<NoticeJob, ClaimedNotice>> {
    const found = await claims.claim(jobs)
    // The jobs expire and come back.
    if (!found) return new Map()
    for (const job of jobs) if (!found.has(job)) outcomes.add({ job })
    return found
  }

  async function deliver(job: NoticeJob, notice: ClaimedNotice, recorded: () => void): Promise<void> {
    const outcome = await deps.deliver(notice).catch((error: unknown): DeliveryOutcome => {
      log.error({ err: error, noticeId: notice.id }, 'failed to deliver a notice')
      return { id: notice.id, kind: 'settled', state: 'ambiguous', fault: 'see the log' }
    })
    outcomes.add({ job, outcome, recorded })
  }

  /** Gives back what a worker has not started. */
  async function dismiss(worker: WorkspaceWorker, now: Date): Promise<void> {
    const { unclaimed, claimed } = await worker.dismiss()
    for (const { job, recorded } of claimed) {
      const outcome = { id: job.noticeId, kind: 'later', until: now, counts: false } as const
      outcomes.add({ job, outcome, recorded })
    }
    await deps.end(unclaimed.map((job) => ({ job, later: now })))
  }

  return {
    take(jobs) {
      const byCrew = Map.groupBy(jobs, ({ workspace }) => crewFor(workspace))
      for (const [{ worker }, own] of byCrew) worker.take(own)
    },
    full: () =>
      [...crews.values()].flatMap(({ worker, workspaces }) => (worker.waiting() > 0 ? [...workspaces] : [])),
    idle: () => outcomes.idle() && [...crews.values()].every(({ worker }) => worker.idle()),
    async dismiss() {
      const now = clock.now()
      for (const { worker } of crews.values()) await dismiss(worker, now)
    },
  }
}
