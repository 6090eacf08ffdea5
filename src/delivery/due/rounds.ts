import { enterNotices, type NoticeEntry } from '../../../db/ledger/enterNotices.ts'
import type { Store } from '../../../db/store/connect.ts'
import { forReading, type Trx } from '../../../db/store/db.ts'
import type { Addressees, Rule } from '../../core/feature/rule.ts'
import { whyUnsent } from '../../core/feature/whyUnsent.ts'
import type { Log } from '../../process/log.ts'
import type { Meter } from '../../process/meter.ts'
import type { Jobs } from '../jobs.ts'
import { dueNotices } from './due.ts'

/** A rule as it is set today, and a part of its audience. */
export interface RuleRound {
  readonly rule: Rule<Trx>
  readonly addressees: Addressees<Trx>
  /** What is due by a rule that is switched off is entered so that it is never said. */
  readonly enabled: boolean
}

interface RoundMeans {
  readonly store: Store
  readonly jobs: Pick<Jobs, 'deliver'>
  readonly log: Log
  readonly meter: Meter
}

interface Asked {
  readonly now: Date
  /** The most notices of one transaction. */
  readonly batch: number
}

/** How many look at once: only a part of the pool, so that whoever asks something meanwhile is answered. */
const lookers = 3

/** Enters what is due in the ledger, round after round, and queues it. Returns the number of new notices. */
export async function enterRounds(
  deps: RoundMeans,
  rounds: readonly RuleRound[],
  asked: Asked,
): Promise<number> {
  let entered = 0
  for (const run of runsOf(rounds)) {
    for (const round of await owing(deps, run, asked)) {
      // A fault in one rule must not hold up the others.
      try {
        entered += await enterDue(deps, round, asked)
      } catch (error) {
        deps.log.error(
          { err: error, rule: round.rule.key },
          'failed to enter what is due; the next tick makes up for it',
        )
      }
    }
  }
  return entered
}

/** Looking by itself changes nothing before the next round that does. */
function runsOf(rounds: readonly RuleRound[]): readonly (readonly RuleRound[])[] {
  const runs: RuleRound[][] = []
  let before: RuleRound | undefined
  for (const round of rounds) {
    const last = runs.at(-1)
    if (last && before && !changes(before) && !changes(round)) last.push(round)
    else runs.push([round])
    before = round
  }
  return runs
}

function changes({ rule }: RuleRound): boolean {
  return rule.acts === true || rule.takes === true
}

/**
 * The rounds that need a transaction. Of those that only look nearly none owes anything, so they are looked at side by
 * side and without one.
 */
async function owing(
  deps: RoundMeans,
  run: readonly RuleRound[],
  asked: Asked,
): Promise<readonly RuleRound[]> {
  if (run.some(changes)) return run
  const found = new Set<RuleRound>()
  const ahead = run.values()
  await Promise.all(
    Array.from({ length: lookers }, async () => {
      for (const round of ahead) if (await owes(deps, round, asked)) found.add(round)
    }),
  )
  return run.filter((round) => found.has(round))
}

async function owes(
  { store }: RoundMeans,
  { rule, addressees }: RuleRound,
  { now, batch }: Asked,
): Promise<boolean> {
  try {
    const asked = { now, moments: rule.moments, limit: batch }
    return (await addressees.due(forReading(store.kysely), asked)).length > 0
  } catch {
    // What fails is tried in its transaction, and told of if it fails there.
    return true
  }
}

/** Works in transactions; the ledger's unique key lets each notice go out once, on any number of replicas. */
async function enterDue(
  { store, jobs, meter }: RoundMeans,
  { rule, addressees, enabled }: RuleRound,
  { now, batch }: Asked,
): Promise<number> {
  let entered = 0
  for (;;) {
    const { due, fresh } = await store.kysely.transaction().execute(async (trx) => {
      const found = await dueNotices(trx, rule, addressees, now, batch)
      const notices = enabled ? found : found.map(unsent)
      const fresh = await enterNotices(trx, notices, now)
      await jobs.deliver(
        trx,
        fresh.filter(({ state }) => state === 'queued'),
      )
      return { due: notices.length, fresh: fresh.length }
    })
    entered += fresh
    if (fresh > 0) meter.due(rule.key, fresh)
    // A full batch already entered by another replica is no reason to ask again at once.
    if (due < batch || fresh === 0) return entered
  }
}

function unsent({ folded: _, ...entry }: NoticeEntry): NoticeEntry {
  return { ...entry, whyUnsent: whyUnsent.off }
}
