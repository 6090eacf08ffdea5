import { randomInt } from 'node:crypto'
import { noAccountReached } from '../../db/directory/unreachable.ts'
import type { ClaimedNotice } from '../../db/ledger/claims/claimNotices.ts'
import type { DeliveryOutcome } from '../../db/ledger/notices.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Adapter, Attempt, PostedOn } from '../core/adapter.ts'
import type { Clock } from '../core/clock.ts'
import { DeliveryError } from '../core/errors.ts'
import { whyUnsent } from '../core/feature/whyUnsent.ts'
import type { Message } from '../core/message.ts'
import type { Log } from '../process/log.ts'
import type { Meter } from '../process/meter.ts'
import type { Alert } from './alert.ts'
import { forReader, hasButtons } from './amend/forReader.ts'
import { type DeliveryRoute, deliveryRoutesTo, emailRoute, type OutgoingMail } from './deliveryRoutes.ts'
import { markedLate } from './late.ts'
import { markUnreachableAddress } from './markUnreachableAddress.ts'
import { tellOfTiring, tellOfUnreached } from './tellOperator.ts'

/** With waits doubling each time, the last try comes after about twenty minutes. */
const mostTries = 10

/** A notice delivered later than this after it was due counts as late. */
const countedLateAfterMs = 5 * 60_000

/** When one account must wait longer than this, the recipient's next account is tried. */
const nextAccountAfterSeconds = 60

/** What it takes to deliver. */
export interface DeliveryMeans {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: () => readonly Adapter[]
  /** Tells the secretariat what needs an operator. */
  readonly alert: Alert
  /** Where outgoing mail is set up. */
  readonly mail?: OutgoingMail | undefined
  readonly meter: Meter
}

/**
 * Delivers a claimed notice by the first way that reaches its person or room; the caller records the outcome. If a
 * worker died while delivering it, looks whether it arrived first, and reports a doubt where that cannot be known.
 */
export async function deliver(deps: DeliveryMeans, claimed: ClaimedNotice): Promise<DeliveryOutcome> {
  const { clock } = deps
  const { id, uselessAfter } = claimed
  const end = (state: 'ambiguous' | 'dead', fault: string | null): DeliveryOutcome => ({
    ...{ id, kind: 'settled', state, fault },
  })
  const later = (seconds: number, counts: boolean): DeliveryOutcome => ({
    ...{ id, kind: 'later', counts, until: new Date(clock.now().getTime() + seconds * 1000) },
  })
  const isUselessAfter = (seconds: number) =>
    uselessAfter !== null && uselessAfter.getTime() <= clock.now().getTime() + seconds * 1000
  const message = forReader(markedLate(claimed.message, claimed, clock.now()), claimed)
  const open = deliveryRoutesTo(deps.adapters(), claimed, deps.mail)
  const elsewhere = claimed.room !== undefined || claimed.recipients.some(({ platform }) => platform !== '')
  // Another process may serve the platform of this notice.
  if (open.length === 0 && elsewhere && claimed.tries < mostTries) {
    return later(backoffSeconds(claimed.tries), true)
  }
  let tired: string | undefined
  let opens: number | undefined
  for (const way of open) {
    if (await isSecondLetter(deps, claimed, way))
      return { ...{ id, kind: 'settled', state: 'sent' }, fault: null, posted: null }
    const tried = await sayBy(way, message, claimed)
    if (tried.kind === 'said') {
      const late = clock.now().getTime() - claimed.dueAt.getTime() > countedLateAfterMs
      deps.meter.sent(ruleOf(claimed), way.name, late)
      const posted = hasButtons(message) ? tried.posted : null
      return { id, kind: 'settled', state: 'sent', fault: null, posted }
    }
    const { fault, error } = tried
    if (fault.kind === 'paced') {
      if (fault.afterSeconds <= nextAccountAfterSeconds && !isUselessAfter(fault.afterSeconds))
        return later(fault.afterSeconds, false)
      opens = Math.min(opens ?? fault.afterSeconds, fault.afterSeconds)
      continue
    }
    deps.log.warn({ err: error, noticeId: id, platform: way.name, fault: fault.kind }, 'failed to deliver')
    if (fault.kind === 'retryable' && claimed.tries < mostTries) {
      const seconds = fault.afterSeconds ?? backoffSeconds(claimed.tries)
      if (!isUselessAfter(seconds)) return later(seconds, true)
    }
    const why = error instanceof Error ? error.message : String(error)
    if (fault.kind === 'ambiguous') {
      deps.meter.failed(ruleOf(claimed), way.name, 'ambiguous')
      return end('ambiguous', why)
    }
    if (fault.kind === 'retryable') tired = why
    else {
      await markUnreachableAddress(deps, claimed, way, fault.kind, why).catch((passing: unknown) =>
        deps.log.error({ err: passing, noticeId: id }, 'failed to note what cannot be reached'),
      )
    }
  }
  if (opens !== undefined && !isUselessAfter(opens)) return later(opens, false)
  // The operator was told the reason at the first refusal.
  if (opens !== undefined) return end('dead', whyUnsent.tooLate)
  deps.meter.failed(ruleOf(claimed), open[0]?.name ?? 'none', 'dead')
  await (tired === undefined ? tellOfUnreached(deps, claimed) : tellOfTiring(deps, claimed, tired))
  return end('dead', tired ?? noAccountReached)
}

/** Whether the notice would be a second letter on what a calendar letter says already, or is about to say. */
async function isSecondLetter(
  { store, clock }: DeliveryMeans,
  { kind, subject }: ClaimedNotice,
  { name, to }: DeliveryRoute,
): Promise<boolean> {
  const [, meeting] = /^meeting:(\d+)$/.exec(subject) ?? []
  if (name !== emailRoute || meeting === undefined || !('email' in to) || !to.email) return false
  const { isInCalendarLetter, meetingNewsKinds } = await import('../../db/meetings/calendar/meetingNews.ts')
  if (!meetingNewsKinds.some((one) => one === kind)) return false
  return isInCalendarLetter(store.kysely, { meetingId: Number(meeting), email: to.email, now: clock.now() })
}

/** Says a notice by one way; what fails without a known reason may have arrived. */
async function sayBy(
  way: DeliveryRoute,
  message: Message,
  claimed: ClaimedNotice,
): Promise<
  | { readonly kind: 'said'; readonly posted: PostedOn | null }
  | { readonly kind: 'failed'; readonly fault: DeliveryError['fault']; readonly error: unknown }
> {
  let posted: PostedOn | null = null
  try {
    await way.say(message, `n${claimed.id}`, attemptAt(claimed), (at) => {
      posted = { platform: way.name, ...at }
    })
  } catch (error) {
    const fault = error instanceof DeliveryError ? error.fault : { kind: 'ambiguous' as const }
    return { kind: 'failed', fault, error }
  }
  return { kind: 'said', posted }
}

/** Doubles each time, less up to a quarter at random, so that what failed together does not come back together. */
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
