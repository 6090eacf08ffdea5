import { type Expression, sql } from 'kysely'

import type { PaceRule } from '../../src/core/feature/pacing.ts'
import type { Db } from '../store/db.ts'
import { listeningAs } from '../store/server/listen.ts'
import { type Params, statement } from '../store/statement.ts'

interface PaceQuery {
  readonly key: string
  /** Of each rule, in the same order. */
  readonly turns: number[]
  readonly ms: number[]
  /** The turns to remember beside a new one. */
  readonly before: number
}

/** A turn that is taken by another process at this very moment comes no sooner than this. */
const leastWaitMs = 20

/**
 * Takes a turn under a limit in one statement, on any number of processes, and returns 0; or takes none and returns the
 * milliseconds until the next one. Goes by the clock of the server.
 */
export async function takePaceTurn(db: Db, key: string, rules: readonly PaceRule[]): Promise<number> {
  const turns = rules.map((rule) => rule.turns)
  const ms = rules.map((rule) => rule.ms)
  const [row] = await take(db, { key, turns, ms, before: Math.max(...turns) - 1 })
  return row?.isTaken ? 0 : Math.max(leastWaitMs, Math.ceil(row?.wait ?? 0))
}

const take = statement((db, given: Params<PaceQuery>) => {
  const freeAt = (taken: Expression<Date[]>, heldUntil: Expression<Date | null>) =>
    sql<Date | null>`greatest(${heldUntil}, (select max(${taken}[cardinality(${taken}) - most + 1]
      + span * interval '1 ms') from unnest(${given.turns}::int[], ${given.ms}::int[]) r(most, span)))`
  return db
    .with('turn', (query) =>
      query
        .insertInto('paceTurns')
        .values({ key: given.key, taken: sql<Date[]>`array[clock_timestamp()]` })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet(({ ref }) => ({
              taken: sql<Date[]>`array_append(${ref('paceTurns.taken')}[
                greatest(1, cardinality(${ref('paceTurns.taken')}) - ${given.before}::int + 1):], clock_timestamp())`,
            }))
            .where(
              ({ ref }) =>
                sql<boolean>`coalesce(${freeAt(ref('paceTurns.taken'), ref('paceTurns.heldUntil'))}, '-infinity') <= clock_timestamp()`,
            ),
        )
        .returning('paceTurns.key'),
    )
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('turn').select('turn.key')).as('isTaken'),
      eb
        .selectFrom('paceTurns as p')
        .where('p.key', '=', given.key)
        .select(({ ref }) =>
          sql<number>`(extract(epoch from ${freeAt(ref('p.taken'), ref('p.heldUntil'))} - clock_timestamp()) * 1000)::float8`.as(
            'wait',
          ),
        )
        .as('wait'),
    ])
})

/** Blocks a limit for `ms`, for all processes. */
export async function holdPace(db: Db, key: string, ms: number): Promise<void> {
  await hold(db, { key, ms })
}

const hold = statement((db, given: Params<{ key: string; ms: number }>) =>
  db
    .insertInto('paceTurns')
    .values({
      key: given.key,
      taken: sql<Date[]>`'{}'::timestamptz[]`,
      heldUntil: sql<Date>`clock_timestamp() + ${given.ms}::int * interval '1 ms'`,
    })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        heldUntil: sql<Date>`greatest(${ref('paceTurns.heldUntil')}, ${ref('excluded.heldUntil')})`,
      })),
    ),
)

/** A pause that a platform asked for and that is not over. */
export interface HeldPace {
  readonly key: string
  readonly leftMs: number
}

/** Sent on the channel `callers` by a process that begins. */
export const processBegins = 'process'

/** Tells the other processes on the store that this one begins. */
export async function tellProcesses(db: Db): Promise<void> {
  await tell(db, {})
}

const tell = statement((db, _: Params<object>) =>
  db.selectNoFrom(sql<string>`pg_notify('callers', ${sql.lit(processBegins)})`.as('told')),
)

/** How many processes work on this store, this one included, and the pauses in force. */
export async function lookAtPaces(
  db: Db,
): Promise<{ readonly processes: number; readonly held: readonly HeldPace[] }> {
  const [counted] = await processes(db, {})
  return { processes: counted?.processes ?? 0, held: await pauses(db, {}) }
}

/** Each process listens with a connection of its own. */
const processes = statement((db, _: Params<object>) =>
  db.selectNoFrom(
    sql<number>`(select count(*)::int from pg_stat_activity
      where datname = current_database() and application_name = ${sql.lit(listeningAs)})`.as('processes'),
  ),
)

const pauses = statement((db, _: Params<object>) =>
  db
    .selectFrom('paceTurns')
    .select(({ ref }) => [
      'key',
      sql<number>`(extract(epoch from ${ref('heldUntil')} - clock_timestamp()) * 1000)::float8`.as('leftMs'),
    ])
    .where('heldUntil', '>', sql<Date>`clock_timestamp()`),
)

/** Deletes what no limit counts any more. */
export async function sweepPaces(db: Db): Promise<void> {
  await sweep(db, {})
}

const sweep = statement((db, _: Params<object>) =>
  db.deleteFrom('paceTurns').where(
    ({ ref }) =>
      sql<boolean>`coalesce(greatest(${ref('heldUntil')}, ${ref('taken')}[cardinality(${ref('taken')})] + interval '1 hour'), '-infinity')
        < clock_timestamp()`,
  ),
)
