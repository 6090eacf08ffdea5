import type { ClaimedNotice } from '../../../db/ledger/claims/claimNotices.ts'
import { createClaimWindow } from '../workers/claimWindow.ts'
import { createConversations, type HeldNotice } from '../workers/conversations.ts'
import type { NoticeJob } from './noticeJob.ts'
import type { WorkerShape } from './workerShape.ts'

/** Delivers the notices of one workspace, so that a slow workspace holds up no other. */
export interface WorkspaceWorker {
  take(jobs: readonly NoticeJob[]): void
  /** How many jobs have not been started. */
  waiting(): number
  /** Whether it has no work. */
  idle(): boolean
  /** Starts nothing more; returns the jobs that were not started. */
  dismiss(): Promise<{ readonly unclaimed: readonly NoticeJob[]; readonly claimed: readonly HeldNotice[] }>
}

interface WorkerParts extends Omit<WorkerShape, 'name'> {
  /** Claims the notices of jobs, each for one of them; for the others there is nothing to do. Never raises. */
  claim(jobs: readonly NoticeJob[]): Promise<ReadonlyMap<NoticeJob, ClaimedNotice>>
  /** Calls `recorded` once the outcome is stored. Never raises. */
  deliver(job: NoticeJob, notice: ClaimedNotice, recorded: () => void): Promise<void>
  /** Called when the worker's jobs have changed. */
  changed(): void
  /** A monotonic clock in milliseconds. */
  ms(): number
}

export function createWorkspaceWorker({
  lanes,
  findsDelivered,
  claim,
  deliver,
  changed,
  ms,
}: WorkerParts): WorkspaceWorker {
  const window = createClaimWindow({ lanes, findsDelivered, ms })
  const conversations = createConversations()
  let backlog: NoticeJob[] = []
  let claiming: Promise<void> | undefined
  let working = 0

  async function lane(): Promise<void> {
    working += 1
    for (let next = await nextConversation(); next; next = await nextConversation()) {
      const [first] = next
      for (let held = next.shift(); held; held = next.shift())
        await deliver(held.job, held.notice, held.recorded)
      if (first) conversations.end(first.notice)
    }
    working -= 1
    changed()
  }

  async function nextConversation(): Promise<HeldNotice[] | undefined> {
    for (;;) {
      const next = conversations.next()
      if (next) return next
      if (backlog.length === 0 && !claiming) return undefined
      claiming ??= claimSome().finally(() => {
        claiming = undefined
      })
      await claiming
    }
  }

  async function claimSome(): Promise<void> {
    const room = await window.room()
    const begun = ms()
    const full = backlog.length >= room
    const jobs = backlog.slice(0, room)
    backlog = backlog.slice(room)
    if (backlog.length === 0) changed()
    const found = await claim(jobs)
    const recorded = window.claimed(found.size, { begun, full })
    for (const [job, notice] of found) conversations.add({ job, notice, recorded })
  }

  return {
    take(jobs) {
      backlog = [...backlog, ...jobs].sort((a, b) => b.priority - a.priority || a.noticeId - b.noticeId)
      const idle = lanes - working
      for (let one = 0; one < idle; one += 1) void lane()
    },
    waiting: () => backlog.length,
    idle: () => working === 0,
    async dismiss() {
      const unclaimed = backlog
      backlog = []
      await claiming
      return { unclaimed, claimed: conversations.takeAll() }
    },
  }
}
