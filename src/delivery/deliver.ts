import { randomInt, randomUUID } from 'node:crypto'
import { nowhere } from '../../db/directory/unreachable.ts'
import { type ClaimedNotice, claimNotice } from '../../db/ledger/claims/claimNotice.ts'
import { releaseNotice, settleNotice } from '../../db/ledger/notices.ts'
import type { Store } from '../../db/store/connect.ts'
import { retrying } from '../chat/work/retrying.ts'
import type { Adapter, Attempt } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { DeliveryError } from '../core/errors.ts'
import type { Log } from '../process/log.ts'
import type { Mailer } from '../process/mail.ts'
import type { Meter } from '../process/meter.ts'
import type { Alert } from './alert.ts'
import type { DeliverJob } from './jobs.ts'
import { passBy } from './passBy.ts'
import { tellOfTiring, tellOfUnreached } from './tellOperator.ts'
import { waysTo } from './ways.ts'

/** With the waiting time doubled each time, the last try comes after some twenty minutes. */
const mostTries = 10

/** What is said later than this after it was due counts as late. */
const lateMs = 5 * 60_000

/** When an account must wait longer than this, the recipient's next account is tried instead. */
const nextAccountAfterSeconds = 60

interface DeliveryMeans {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: () => readonly Adapter[]
  /** Tells the secretariat what needs an operator's hand. */
  readonly alert: Alert
  /** Where outgoing mail is set up. */
  readonly mailer?: Mailer | undefined
  readonly meter: Meter
  /** Names of the claims that this process has in hand. */
  readonly hands: Set<string>
  /** Tells the secretariat of what may not have arrived. */
  readonly reportDoubts: () => Promise<void>
}

type Settled = 'settled' | { readonly retryAfterSeconds: number }

/**
 * Delivers one notice, once: claiming it is a statement of its own, so that no two workers hold it. What a worker had
 * in hand when it died is looked for before it is said, and told of where nobody can know.
 */
export async function deliver(means: DeliveryMeans, job: DeliverJob): Promise<Settled> {
  // One name for all tries, so that a claim whose answer was lost on the way is not taken for another worker's.
  const hand = randomUUID()
  means.hands.add(hand)
  try {
    return await deliverBy(means, job, hand)
  } finally {
    means.hands.delete(hand)
  }
}

async function deliverBy(means: DeliveryMeans, job: DeliverJob, hand: string): Promise<Settled> {
  const { store, clock } = means
  const claimed = await retryStore(() => claimNotice(store.kysely, job.noticeId, hand, clock.now()))
  if (!claimed) return 'settled'
  const open = waysTo(means.adapters(), claimed, means.mailer)
  const elsewhere = claimed.room !== undefined || claimed.recipients.some(({ platform }) => platform !== '')
  // Another process may serve the platform that it is meant for.
  if (open.length === 0 && elsewhere && claimed.tries < mostTries) {
    return giveBack(means, job, backoffSeconds(claimed.tries), true)
  }
  const { uselessAfter } = claimed
  const isUselessAfter = (seconds: number) =>
    uselessAfter !== null && uselessAfter.getTime() <= clock.now().getTime() + seconds * 1000
  let tired: string | undefined
  let later: number | undefined
  for (const way of open) {
    try {
      await way.say(claimed.message, `n${job.noticeId}`, attemptAt(claimed))
    } catch (error) {
      const fault = error instanceof DeliveryError ? error.fault : { kind: 'ambiguous' as const }
      if (fault.kind === 'paced') {
        if (fault.afterSeconds <= nextAccountAfterSeconds && !isUselessAfter(fault.afterSeconds))
          return giveBack(means, job, fault.afterSeconds, false)
        later = Math.min(later ?? fault.afterSeconds, fault.afterSeconds)
        continue
      }
      means.log.warn(
        { err: error, noticeId: job.noticeId, platform: way.name, fault: fault.kind },
        'a delivery failed',
      )
      if (fault.kind === 'retryable' && claimed.tries < mostTries) {
        const seconds = fault.afterSeconds ?? backoffSeconds(claimed.tries)
        if (!isUselessAfter(seconds)) return giveBack(means, job, seconds, true)
      }
      const why = error instanceof Error ? error.message : String(error)
      if (fault.kind === 'ambiguous') {
        await retryStore(() => settleNotice(store.kysely, job.noticeId, 'ambiguous', why, clock.now()))
        means.meter.failed(ruleOf(claimed), way.name, 'ambiguous')
        await means.reportDoubts()
        return 'settled'
      }
      if (fault.kind === 'retryable') tired = why
      else await passBy(means, claimed, way, fault.kind, why)
      continue
    }
    await markSent(means, job.noticeId)
    means.meter.sent(ruleOf(claimed), way.name, clock.now().getTime() - claimed.dueAt.getTime() > lateMs)
    return 'settled'
  }
  if (later !== undefined && !isUselessAfter(later)) return giveBack(means, job, later, false)
  if (later !== undefined) {
    // The operator was told why it waits when it was first refused.
    const why = 'it would have come too late to be of use'
    await retryStore(() => settleNotice(store.kysely, job.noticeId, 'dead', why, clock.now()))
    return 'settled'
  }
  const why = tired ?? nowhere
  means.meter.failed(ruleOf(claimed), open[0]?.name ?? 'none', 'dead')
  await retryStore(() => settleNotice(store.kysely, job.noticeId, 'dead', why, clock.now()))
  await (tired === undefined ? tellOfUnreached(means, claimed) : tellOfTiring(means, claimed, tired))
  return 'settled'
}

/** Doubled each time, and up to a quarter less, so that what failed together does not come back together. */
function backoffSeconds(tries: number): number {
  return (2 ** tries * (100 - randomInt(25))) / 100
}

function ruleOf({ rule, kind }: ClaimedNotice): string {
  return rule ?? kind
}

function attemptAt({ tries, doubtSince }: ClaimedNotice): Attempt {
  if (doubtSince) return { since: doubtSince }
  return tries > 1 ? 'again' : 'first'
}

async function giveBack(
  { store, clock }: DeliveryMeans,
  { noticeId }: DeliverJob,
  retryAfterSeconds: number,
  counts: boolean,
): Promise<{ readonly retryAfterSeconds: number }> {
  const until = new Date(clock.now().getTime() + retryAfterSeconds * 1000)
  await retryStore(() => releaseNotice(store.kysely, noticeId, until, { counts }))
  return { retryAfterSeconds }
}

/** It has been said; where that cannot be recorded, it ends as ambiguous. */
async function markSent({ store, clock }: DeliveryMeans, id: number): Promise<void> {
  await retryStore(() => settleNotice(store.kysely, id, 'sent', null, clock.now()))
}

/** What became of a delivery is worth waiting for a store that is unreachable for a moment. */
async function retryStore<T>(note: () => Promise<T>): Promise<T> {
  return retrying(note, (_, tries) => [0, 100, 500, 2_000][tries - 1])
}
