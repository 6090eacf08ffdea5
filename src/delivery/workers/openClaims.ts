import { randomUUID } from 'node:crypto'

import { type ClaimedNotice, claimNotices } from '../../../db/ledger/claims/claimNotices.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../process/log.ts'
import type { NoticeJob } from './noticeJob.ts'
import { retryStore, waitsBefore } from './retryStore.ts'

/** This process's claims; each is open until an outcome is recorded for all of its notices. */
export interface OpenClaims {
  /**
   * Claims the notices of jobs, each for one of them; for the others there is nothing to deliver. Undefined where the
   * store could not be asked. Never raises.
   */
  claim(jobs: readonly NoticeJob[]): Promise<ReadonlyMap<NoticeJob, ClaimedNotice> | undefined>
  /** The name of the claim that holds a job's notice. Asked once, as its delivery ends. */
  handOf(job: NoticeJob): string | undefined
  /** An outcome is recorded for one notice of a claim. */
  recorded(hand: string): void
}

export interface ClaimDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Names of the open claims. A tick says in the store that they are still at work. */
  readonly hands: Set<string>
}

export function createOpenClaims({ db, clock, log, hands }: ClaimDependencies): OpenClaims {
  /** How many notices of each claim are not recorded yet. */
  const open = new Map<string, number>()
  const handByNotice = new Map<number, string>()
  return {
    async claim(jobs) {
      // One name for all tries, so that a claim whose response was lost is not mistaken for another worker's.
      const hand = randomUUID()
      hands.add(hand)
      const ids = jobs.map(({ noticeId }) => noticeId)
      try {
        const claimed = await retryStore(() => claimNotices(db, ids, hand, clock.now()), waitsBefore)
        if (claimed.length === 0) hands.delete(hand)
        else open.set(hand, claimed.length)
        for (const { id } of claimed) handByNotice.set(id, hand)
        return oneJobEach(jobs, claimed)
      } catch (error) {
        hands.delete(hand)
        log.error({ err: error, notices: ids.length }, 'failed to claim notices')
        return undefined
      }
    },
    handOf({ noticeId }) {
      const hand = handByNotice.get(noticeId)
      handByNotice.delete(noticeId)
      return hand
    },
    recorded(hand) {
      const left = (open.get(hand) ?? 1) - 1
      if (left > 0) {
        open.set(hand, left)
        return
      }
      open.delete(hand)
      hands.delete(hand)
    },
  }
}

/** Several jobs may name a notice, as where it was queued anew while one for it waited: the first one has it. */
function oneJobEach(
  jobs: readonly NoticeJob[],
  claimed: readonly ClaimedNotice[],
): ReadonlyMap<NoticeJob, ClaimedNotice> {
  const notices = new Map(claimed.map((notice) => [notice.id, notice]))
  const found = new Map<NoticeJob, ClaimedNotice>()
  for (const job of jobs) {
    const notice = notices.get(job.noticeId)
    if (notices.delete(job.noticeId) && notice) found.set(job, notice)
  }
  return found
}
