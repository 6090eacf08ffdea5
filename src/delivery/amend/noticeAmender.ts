import { endAmend, type NoticeAmendment, putBehind, takeAmends } from '../../../db/ledger/amends.ts'
import type { Store } from '../../../db/store/connect.ts'
import { forReading, type Trx } from '../../../db/store/db.ts'
import type { Adapter, Change } from '../../core/adapter.ts'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/errors.ts'
import type { Rule, Settling } from '../../core/feature/rule.ts'
import { settlingsOf } from '../../core/feature/rulesOf.ts'
import type { Log } from '../../process/log.ts'
import { asSettled, forReader } from './forReader.ts'
import { concerned, settle } from './settle.ts'

/** Takes the buttons off delivered notices once what they ask for is done, wherever it was done. */
export interface NoticeAmender {
  /** A record was changed; what follows for messages is shown soon. */
  changed(change: Change): void
  /** Shows what is still to be shown, such as what another process left. */
  wake(): void
  /** Resolves when nothing is underway. */
  settled(): Promise<void>
  /** Changes no message any more; what is still to be shown is left to the next start. */
  stop(): void
}

interface AmenderDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly features: readonly {
    readonly rules?: readonly Rule<Trx>[]
    readonly settles?: readonly Settling<Trx>[]
  }[]
  readonly adapters: () => readonly Adapter[]
}

/** What a process that died had in hand, and what failed, is tried again after this. */
const againMs = 2 * 60_000
const batch = 50

export function createNoticeAmender({
  store,
  clock,
  log,
  features,
  adapters,
}: AmenderDependencies): NoticeAmender {
  let underway: Promise<void> = Promise.resolve()
  let waiting = false
  let stopped = false

  function enqueue(work: () => Promise<void>): void {
    underway = underway
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, 'failed to amend delivered notices'))
  }

  async function amendAll(): Promise<void> {
    waiting = false
    const able = adapters().filter(({ amend }) => amend !== undefined)
    if (able.length === 0) return
    while (!stopped) {
      const now = clock.now()
      const until = new Date(now.getTime() + againMs)
      const names = able.map(({ name }) => name)
      const taken = await takeAmends(store.kysely, names, { now, until, limit: batch })
      const places = Map.groupBy(taken, ({ posted }) => `${posted.platform} ${posted.tenant}`)
      await Promise.all([...places.values()].map((some) => amendThere(able, some, until)))
      if (taken.length < batch) return
    }
  }

  /** Those of one workspace, for as long as it answers: one that says nothing holds up no other. */
  async function amendThere(
    able: readonly Adapter[],
    some: readonly NoticeAmendment[],
    until: Date,
  ): Promise<void> {
    for (const one of some) {
      if (stopped) return
      const outcome = await amendOne(able, one, log)
      // Where it is this message that is never answered, the others are not behind it for ever.
      if (outcome === 'unanswered') return putBehind(store.kysely, one.id, until)
      if (outcome === 'done') await endAmend(store.kysely, one.id, until)
    }
  }

  return {
    changed(change) {
      if (!adapters().some(({ amend }) => amend !== undefined)) return
      enqueue(async () => {
        const [rules, now] = [settlingsOf(features), clock.now()]
        const found = await concerned(forReading(store.kysely), rules, change, now)
        if (found.length === 0) return
        const amends = await store.kysely
          .transaction()
          .execute((trx) => settle(trx, rules, found, change, now))
        if (amends > 0) await amendAll()
      })
    },
    wake() {
      if (waiting) return
      waiting = true
      enqueue(amendAll)
    },
    settled: () => underway,
    stop() {
      stopped = true
    },
  }
}

/** Amends a message; whatever is not `done` must be tried again. */
async function amendOne(
  able: readonly Adapter[],
  { id, kind, body, settled, posted, zone, clock }: NoticeAmendment,
  log: Log,
): Promise<'done' | 'later' | 'unanswered'> {
  const how = { kind, zone, clock }
  try {
    const message = settled === null ? forReader(body, how) : asSettled(body, how, settled)
    await able.find(({ name }) => name === posted.platform)?.amend?.(posted, message)
    return 'done'
  } catch (error) {
    const fault = error instanceof DeliveryError ? error.fault.kind : 'invalid'
    log.warn({ err: error, noticeId: id, platform: posted.platform, fault }, 'failed to amend a notice')
    // Changing it twice does no harm.
    if (fault === 'retryable' || fault === 'ambiguous') return 'unanswered'
    return fault === 'paced' ? 'later' : 'done'
  }
}
