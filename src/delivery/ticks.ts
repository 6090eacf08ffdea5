import { sweepAttempts } from '../../db/directory/links.ts'
import { keepInHand, recoverAbandoned } from '../../db/ledger/claims/doubts.ts'
import { sweepKept } from '../../db/ledger/kept.ts'
import { requeueStale } from '../../db/ledger/notices.ts'
import { sweepReceipts } from '../../db/ledger/receipts.ts'
import { ruleSettings } from '../../db/ledger/settings/ruleSettings.ts'
import { sweepMessages } from '../../db/newsletter/sources/takenMessages.ts'
import type { Store } from '../../db/store/connect.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Clock } from '../core/clock.ts'
import type { Letter } from '../core/feature/notice.ts'
import type { Rule } from '../core/feature/rule.ts'
import { rulesOf } from '../core/feature/rulesOf.ts'
import type { Log } from '../process/log.ts'
import type { Meter } from '../process/meter.ts'
import { keepCalendars } from './due/calendars.ts'
import { releaseWaited } from './due/releaseWaited.ts'
import { enterRounds } from './due/rounds.ts'
import type { Jobs } from './jobs.ts'
import type { SharedPacing } from './pacing.ts'

const batch = 500

/** A notice that has waited this long for a worker was lost with one. */
const staleMinutes = 10

/**
 * A claim not renewed for this long belonged to a process that died: a living process renews its claims every half
 * minute. Discord recognizes a repeated message for two minutes.
 */
const abandonedMs = 75_000

/** Platforms repeat an event for minutes; two days are plenty. */
const receiptDays = 2

/** What a tick works with. */
export interface TickDependencies {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly { readonly rules?: readonly Rule<Trx>[] }[]
  readonly jobs: Pick<Jobs, 'deliver' | 'mail' | 'wake'>
  /** Composes the letters that are due and notes them as sent; undefined where no mail is set up. */
  readonly letters?: ((trx: Trx, now: Date) => Promise<readonly Letter[]>) | undefined
  readonly pacing: Pick<SharedPacing, 'look'>
  readonly log: Log
  readonly meter: Meter
  /** Names of this process's open claims. */
  readonly hands: ReadonlySet<string>
  /** Hears that a tick is over. */
  readonly ticked?: (() => void) | undefined
  /** Tells the secretariat about deliveries that may not have arrived. */
  readonly reportDoubts: () => Promise<void>
}

/** Enters what is due now in the ledger, queues it, and deletes what is over. Returns the number of new notices. */
export async function tick(deps: TickDependencies): Promise<number> {
  const { store, jobs, log } = deps
  const now = deps.clock.now()
  await deps.pacing.look()
  await keepInHand(store.kysely, [...deps.hands], now)
  // Whoever set hours just now is reminded by them at this very tick.
  await keepCalendars(store, now).catch((error: unknown) =>
    log.error({ err: error }, 'failed to look up public holidays; the next tick makes up for it'),
  )
  const rules = rulesOf(deps.features)
  const set = await ruleSettings(store.kysely)
  const rounds = rules.flatMap((rule) => {
    const { enabled = true, moments } = set.get(rule.key) ?? {}
    if (!enabled && !rule.acts) return []
    const current = moments ? { ...rule, moments } : rule
    return rule.audience.map((addressees) => ({ rule: current, addressees, enabled }))
  })
  let entered = await enterRounds(deps, rounds, { now, batch })
  const off = [...set.values()].filter(({ enabled }) => !enabled).map(({ rule }) => rule)
  entered += await enterUnfolded(deps, rules, off, now)
  entered += await queueLetters(deps, now)
  const stale = new Date(now.getTime() - staleMinutes * 60_000)
  await store.kysely.transaction().execute(async (trx) => {
    const abandoned = new Date(now.getTime() - abandonedMs)
    const ids = [
      ...(await requeueStale(trx, stale, now, batch)),
      ...(await recoverAbandoned(trx, abandoned, now, batch)),
    ]
    await jobs.deliver(trx, ids)
    entered += ids.length
  })
  await deps.reportDoubts()
  const old = new Date(now.getTime() - receiptDays * 86_400_000)
  await Promise.all([
    sweepReceipts(store.kysely, old),
    sweepMessages(store.kysely, old),
    sweepAttempts(store.kysely, old),
    sweepKept(store.kysely, now),
  ])
  if (entered > 0) jobs.wake()
  deps.ticked?.()
  return entered
}

/** Queues what waited for the morning or a digest. */
async function enterUnfolded(
  { store, jobs, log }: TickDependencies,
  rules: readonly Rule<Trx>[],
  off: readonly string[],
  now: Date,
): Promise<number> {
  let entered = 0
  try {
    for (;;) {
      const { taken, queued } = await store.kysely.transaction().execute(async (trx) => {
        const released = await releaseWaited(trx, rules, { now, limit: batch, off })
        await jobs.deliver(trx, released.queued)
        return released
      })
      entered += queued.length
      if (taken < batch) return entered
    }
  } catch (error) {
    log.error({ err: error }, 'failed to say what had waited; the next tick makes up for it')
    return entered
  }
}

/** Queues letters and notes them as sent, in one transaction. */
async function queueLetters({ store, jobs, log, letters }: TickDependencies, now: Date): Promise<number> {
  if (!letters) return 0
  try {
    return await store.kysely.transaction().execute(async (trx) => {
      const due = await letters(trx, now)
      await jobs.mail(trx, due)
      return due.length
    })
  } catch (error) {
    log.error({ err: error }, 'failed to queue calendar letters; the next tick makes up for it')
    return 0
  }
}
