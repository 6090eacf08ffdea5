import type { Store } from '../db/connect.ts'
import { claimNotice, releaseNotice, settleNotice } from '../db/notices.ts'
import type { Adapter, Recipient } from './core/adapter.ts'
import type { Clock } from './core/clock.ts'
import { DeliveryError } from './core/errors.ts'
import type { DeliverJob } from './jobs.ts'
import type { Log } from './log.ts'

/** With the waiting time doubled each time, the last try comes after some twenty minutes. */
const mostTries = 10

interface Means {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: () => readonly Adapter[]
}

/**
 * Delivers one notice, once: claiming it is a statement of its own, so that no two workers hold it, and one
 * that died between sending and saying so leaves it marked ambiguous rather than sent twice.
 */
export async function deliver(
  means: Means,
  job: DeliverJob,
): Promise<'settled' | { readonly retryAfterSeconds: number }> {
  const { store, clock } = means
  const claimed = await claimNotice(store.kysely, job.noticeId, clock.now())
  if (!claimed) return 'settled'
  for (const { adapter, to } of routes(means.adapters(), claimed.recipients)) {
    try {
      await adapter.post(to, claimed.message, `n${job.noticeId}`)
    } catch (error) {
      const fault = error instanceof DeliveryError ? error.fault : { kind: 'ambiguous' as const }
      means.log.warn(
        { err: error, noticeId: job.noticeId, platform: adapter.name, fault: fault.kind },
        'a delivery did not go through',
      )
      if (fault.kind === 'retryable' && claimed.tries < mostTries) {
        const retryAfterSeconds = fault.afterSeconds ?? 2 ** claimed.tries
        const until = new Date(clock.now().getTime() + retryAfterSeconds * 1000)
        await releaseNotice(store.kysely, job.noticeId, until)
        return { retryAfterSeconds }
      }
      if (fault.kind === 'ambiguous') {
        await settleNotice(
          store.kysely,
          job.noticeId,
          'ambiguous',
          error instanceof Error ? error.message : String(error),
          clock.now(),
        )
        return 'settled'
      }
      continue
    }
    await markSent(means, job.noticeId)
    return 'settled'
  }
  await settleNotice(store.kysely, job.noticeId, 'dead', 'no account could be reached', clock.now())
  return 'settled'
}

/** It is said already, so a connection that drops just now is worth another; else it ends as ambiguous. */
async function markSent({ store, clock }: Means, id: number): Promise<void> {
  const mark = () => settleNotice(store.kysely, id, 'sent', null, clock.now())
  await mark().catch(mark)
}

/** The ways to a person, best first: accounts on platforms that run here, else by e-mail where one can. */
function routes(
  adapters: readonly Adapter[],
  recipients: readonly Recipient[],
): { adapter: Adapter; to: Recipient }[] {
  const direct = recipients.flatMap((to) =>
    adapters.filter((adapter) => adapter.name === to.platform).map((adapter) => ({ adapter, to })),
  )
  const [first] = recipients
  if (direct.length > 0 || !first) return direct
  return adapters
    .filter((adapter) => adapter.reachesByEmail && first.email)
    .map((adapter) => ({ adapter, to: first }))
}
