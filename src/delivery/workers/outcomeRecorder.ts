import { type ClaimedOutcome, type DeliveryOutcome, settleNotices } from '../../../db/ledger/notices.ts'
import type { ClaimDependencies, OpenClaims } from '../workers/openClaims.ts'
import { createBatchedWriter } from './batchedWriter.ts'
import type { FinishedJob, NoticeJob } from './noticeJob.ts'
import { retryStore, waitsBefore } from './retryStore.ts'

/** Stores what became of deliveries and takes their jobs off the queue, many at once. */
export interface OutcomeRecorder {
  add(ended: EndedJob): void
  /** Whether nothing waits to be recorded. */
  idle(): boolean
}

export interface EndedJob {
  readonly job: NoticeJob
  /** Undefined where there was nothing to deliver. */
  readonly outcome?: DeliveryOutcome
  /** Called once the outcome is stored, or could not be. */
  readonly recorded?: () => void
}

export interface RecorderDependencies extends Omit<ClaimDependencies, 'hands'> {
  readonly claims: Pick<OpenClaims, 'handOf' | 'recorded'>
  /** Removes finished jobs from the queue. */
  end(ended: readonly FinishedJob[]): Promise<void>
  /** Tells the secretariat about deliveries that may not have arrived. */
  reportDoubts(): Promise<void>
  /** Called when the workers' jobs have changed. */
  changed(): void
}

/** An ended job, and the claim that held its notice. */
interface Result extends EndedJob {
  readonly hand: string | undefined
}

/** Recording an outcome is worth a longer wait than claiming a notice. */
const waitsAfter = [...waitsBefore, 5_000, 10_000, 20_000]

export function createOutcomeRecorder(deps: RecorderDependencies): OutcomeRecorder {
  const { db, clock, log, claims } = deps
  let unwritten = 0
  const results = createBatchedWriter<Result>(write)

  /** Never raises. */
  async function write(lot: readonly Result[]): Promise<void> {
    const outcomes = lot.flatMap(({ outcome, hand = '' }): readonly ClaimedOutcome[] =>
      outcome ? [{ ...outcome, hand }] : [],
    )
    try {
      await retryStore(() => settleNotices(db, outcomes, clock.now()), waitsAfter)
      await retryStore(() => deps.end(lot.map(finished)), waitsAfter)
      if (outcomes.some((outcome) => outcome.kind === 'settled' && outcome.state === 'ambiguous'))
        await deps.reportDoubts()
    } catch (error) {
      log.error({ err: error, notices: outcomes.length }, 'failed to record what became of deliveries')
    }
    for (const { hand, recorded } of lot) {
      if (hand !== undefined) claims.recorded(hand)
      recorded?.()
    }
    unwritten -= lot.length
    deps.changed()
  }

  return {
    add(ended) {
      unwritten += 1
      results.add({ ...ended, hand: ended.outcome && claims.handOf(ended.job) })
    },
    idle: () => unwritten === 0,
  }
}

function finished({ job, outcome }: EndedJob): FinishedJob {
  return outcome?.kind === 'later' ? { job, later: outcome.until } : { job }
}
