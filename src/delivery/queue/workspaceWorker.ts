import type { ClaimedNotice } from '../../../db/ledger/claims/claimNotices.ts'
import { createBatchSize } from './batchSize.ts'
import type { WorkerShape } from './workerShape.ts'

/** A job of the queue, which is done when all notices that it names have ended. */
interface JobHolder {
  readonly id: string
  /** How many of them have not. */
  left: number
}

/** One notice of a job: which one to deliver, and which workspace to try first. */
export interface NoticeJob {
  readonly holder: JobHolder
  readonly noticeId: number
  readonly workspace: string
  /** Urgent notices come before those sent to many. */
  readonly priority: number
}

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

interface CrewMeans extends Omit<WorkerShape, 'name'> {
  /** Claims the notices of jobs, each for one of them; for the others there is nothing to do. Never raises. */
  claim(jobs: readonly NoticeJob[]): Promise<ReadonlyMap<NoticeJob, ClaimedNotice>>
  /** Calls `recorded` once the outcome is stored. Never raises. */
  deliver(job: NoticeJob, notice: ClaimedNotice, recorded: () => void): Promise<void>
  /** Called when the worker's jobs have changed. */
  changed(): void
  /** A monotonic clock in milliseconds. */
  ms(): number
}

/** A claimed notice whose delivery has not started. */
export interface HeldNotice {
  readonly job: NoticeJob
  readonly notice: ClaimedNotice
  readonly recorded: () => void
}

/**
 * At most one batch is claimed and not yet recorded: one delivery a lane, or about a tenth of a second's work
 * where the platform is quick and can find what a crash left in doubt.
 */
const mostClaimed = 500
const quickMs = 40
const slowMs = 120

export function createWorkspaceWorker({
  lanes,
  findsDelivered,
  claim,
  deliver,
  changed,
  ms,
}: CrewMeans): WorkspaceWorker {
  const batchSize = createBatchSize(lanes, findsDelivered ? mostClaimed : lanes, quickMs, slowMs)
  let backlog: NoticeJob[] = []
  /** Claimed notices by conversation, since messages of one conversation keep their order. */
  const conversations = new Map<string, HeldNotice[]>()
  const ready: HeldNotice[][] = []
  let claiming: Promise<void> | undefined
  let working = 0
  /** Claimed notices without a recorded outcome: all of them are in doubt if the process is killed now. */
  let unrecorded = 0
  let onRecord: (() => void) | undefined

  async function lane(): Promise<void> {
    working += 1
    for (let next = await nextConversation(); next; next = await nextConversation()) {
      const [first] = next
      for (let held = next.shift(); held; held = next.shift())
        await deliver(held.job, held.notice, held.recorded)
      if (first) conversations.delete(conversationOf(first.notice))
    }
    working -= 1
    changed()
  }

  async function nextConversation(): Promise<HeldNotice[] | undefined> {
    for (;;) {
      const next = ready.shift()
      if (next) return next
      if (backlog.length === 0 && !claiming) return undefined
      claiming ??= claimSome().finally(() => {
        claiming = undefined
      })
      await claiming
    }
  }

  async function claimSome(): Promise<void> {
    // With few lanes' worth in hand each lane that is free claims its own; more are claimed by half a batch.
    const enough = () => (batchSize.size > lanes ? Math.floor(batchSize.size / 2) : batchSize.size - 1)
    while (unrecorded > enough()) {
      await new Promise<void>((resolve) => {
        onRecord = resolve
      })
    }
    const begun = ms()
    const room = batchSize.size - unrecorded
    const full = backlog.length >= room
    const jobs = backlog.slice(0, room)
    backlog = backlog.slice(room)
    if (backlog.length === 0) changed()
    const found = await claim(jobs)
    unrecorded += found.size
    let left = found.size
    const recorded = () => {
      left -= 1
      unrecorded -= 1
      if (left === 0 && full) batchSize.lasted(ms() - begun)
      onRecord?.()
    }
    for (const [job, notice] of found) put({ job, notice, recorded })
  }

  function put(held: HeldNotice): void {
    const conversation = conversationOf(held.notice)
    const known = conversations.get(conversation)
    if (known) {
      known.push(held)
      return
    }
    const begun = [held]
    conversations.set(conversation, begun)
    ready.push(begun)
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
      const claimed = [...conversations.values()].flatMap((of) => of.splice(0))
      return { unclaimed, claimed }
    },
  }
}

function conversationOf({ room, recipients: [first] }: ClaimedNotice): string {
  if (room) return [room.platform, room.tenant, room.channel].join(' ')
  return first ? [first.platform, first.tenant, first.account, first.email].join(' ') : ''
}
