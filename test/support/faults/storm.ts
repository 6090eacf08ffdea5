import { features } from '../../../commands/index.ts'
import type { Store } from '../../../db/store/connect.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { type Program, start } from '../processes.ts'

/** Three processes of the bot deliver notices while they are killed, and while all around them fails. */
export interface Storm {
  readonly store: Store
  readonly platform: string
  /** Of each process, the address of its database among it. */
  readonly env: Readonly<Record<string, string>>
  readonly notices: number
  readonly kills: number
  /** Texts of all that arrived so far. */
  arrived(): readonly string[]
  /** Has the platform fail in its ways, before each kill. */
  disturb(): void
  /** Restarts Postgres, or does what looks like it; once, in the middle. */
  restart(): Promise<void>
  /** Has what the processes left behind delivered. */
  finish(): Promise<void>
}

/** What a platform brings to a storm. */
export type Stormy = Pick<Storm, 'store' | 'platform' | 'env' | 'arrived' | 'disturb'>

type Failing =
  | { readonly kind: 'status'; readonly status: 429 | 500 | 502; readonly retryAfter?: number }
  | { readonly kind: 'reset'; readonly before: boolean }
  | { readonly kind: 'hang'; readonly acts?: boolean }

/** Orders too many calls, errors, connections that end before and after the deed, and silence. */
export function failing(order: (fault: Failing, times?: number) => void, error: 500 | 502): void {
  order({ kind: 'status', status: 429, retryAfter: 1 }, 3)
  order({ kind: 'status', status: error }, 2)
  order({ kind: 'reset', before: true }, 2)
  order({ kind: 'reset', before: false }, 2)
  order({ kind: 'hang' })
  order({ kind: 'hang', acts: true })
}

/** What became of the notices. */
export interface Aftermath {
  readonly notices: number
  /** Arrived, once or more often. */
  readonly arrived: number
  readonly twice: number
  /** Of unknown fate: the process that sent it was killed, or its answer was lost. */
  readonly inDoubt: number
  /** In doubt, and the secretariat was not told so. */
  readonly untold: number
  /** Marked as sent, and did not arrive. */
  readonly lost: number
  /** Neither marked as sent nor in doubt. */
  readonly left: number
  /** How long one process lived. */
  readonly secondsBetweenKills: number
}

const processes = 3

export async function throughStorm(storm: Storm): Promise<Aftermath> {
  const { store, notices, kills, arrived } = storm
  await enter(storm)
  const programs = Array.from({ length: processes }, () => serve(storm))
  const begun = performance.now()
  for (let kill = 0; kill < kills; kill += 1) {
    storm.disturb()
    // What a killed process had fetched comes back only later, so the others cannot do it all.
    const enough = Math.floor(((kill + 1) * notices * 0.5) / kills)
    await until(() => numbered(arrived()).length >= enough, 'too few notices arrive')
    const victim = programs.shift()
    victim?.process.kill('SIGKILL')
    await victim?.ended
    programs.push(serve(storm))
    if (kill === Math.floor(kills / 2)) await storm.restart()
  }
  const secondsBetweenKills = (performance.now() - begun) / 1_000 / kills
  for (const program of programs) program.process.kill('SIGTERM')
  await Promise.all(programs.map(({ ended }) => ended))
  // Its clock is ahead: beside a living process it would take what that one has in hand for abandoned.
  await storm.finish()
  const { rows } = await store.pool.query<{ key: string; state: string }>(
    `select key, state from ledger where key ~ '^n[0-9]+$'`,
  )
  const texts = numbered(arrived())
  const once = new Set(texts)
  const doubts = rows.filter(({ state }) => state === 'ambiguous').map(({ key }) => key)
  const told = new Set(
    arrived()
      .filter((text) => text.includes('may not have arrived'))
      .flatMap((text) => text.match(/\bM\d+\b/g) ?? []),
  )
  return {
    notices: rows.length,
    arrived: once.size,
    twice: texts.length - once.size,
    inDoubt: doubts.length,
    untold: doubts.filter((key) => !told.has(key.replace('n', 'M'))).length,
    lost: rows.filter(({ key, state }) => state === 'sent' && !once.has(key)).length,
    left: rows.filter(({ state }) => state !== 'sent' && state !== 'ambiguous').length,
    secondsBetweenKills,
  }
}

/** Notices for everybody who has an account, and no other reminders. */
async function enter({ store, platform, notices }: Storm): Promise<void> {
  const bot = createBot({ features, store, clock: systemClock, log: createLog('silent') })
  const rules = features.flatMap(({ rules: own = [] }) => own.map(({ key }) => key))
  await store.pool.query(
    `insert into rule_settings (rule, enabled, set_by, set_at)
       select rule, false, (select min(id) from people where is_secretariat), now() from unnest($1::text[]) rule
       on conflict (rule) do update set enabled = false`,
    [rules],
  )
  const { rows } = await store.pool.query<{ id: string; priority: number }>(
    `insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
     select 'n' || n, i.person_id, 'invitation', 'meeting:' || n,
       jsonb_build_object('summary', jsonb_build_array(jsonb_build_object('kind', 'text', 'text', 'Come to n' || n || '.')),
         'blocks', '[]'::jsonb), now(), 'queued', now()
     from generate_series(1, $2::int) n
       join (select person_id, row_number() over (order by person_id) - 1 as nth, count(*) over () as all_of_them
         from identities where platform = $1) i on i.nth = n % i.all_of_them
     returning id, priority`,
    [platform, notices],
  )
  await bot.services.jobs.start()
  await bot.services.jobs.stop()
  await store.kysely.transaction().execute((trx) =>
    bot.services.jobs.deliver(
      trx,
      rows.map(({ id, priority }) => ({ id: Number(id), priority })),
    ),
  )
}

function serve({ env }: Storm): Program {
  return start([], { LOG_LEVEL: 'error', ...env })
}

/** The notices among what arrived, by their keys. */
function numbered(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => /\bCome to (n\d+)\./.exec(text)?.[1] ?? [])
}

/** Waits until something holds; raises an `Error` that says what did not come about. */
export async function until(holds: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const from = performance.now()
  while (!(await holds())) {
    if (performance.now() - from > 900_000) throw new Error(otherwise)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
