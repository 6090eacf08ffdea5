import pg from 'pg'

import { features } from '../../../commands/index.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { tick } from '../../../src/delivery/ticks.ts'
import { createLog } from '../../../src/process/log.ts'
import { median, timed } from '../figures.ts'
import { type Line, line } from '../table.ts'

const upcoming = 1_000
const histories = [1_000, 100_000]
const rounds = 15
/** The first ones enter what had come due before. */
const catchingUp = 5
const start = Date.UTC(2026, 10, 26, 10)

/** One tick of all rules over few past meetings and over many, with as many ahead. */
export async function benchTick(server: string): Promise<readonly Line[]> {
  const took: number[] = []
  for (const history of histories) took.push(await tickOver(server, history))
  const [few = 0, many = 0] = took
  return [
    line('tick, 1,000 meetings ahead, 1,000 past', few, 'ms'),
    line('tick, 1,000 meetings ahead, 100,000 past', many, 'ms', { at: 100, better: 'less' }),
    line('tick, a hundred times the history', many / few, '', { at: 1.3, better: 'less' }),
  ]
}

async function tickOver(server: string, history: number): Promise<number> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create database tick${history} template template strategy file_copy`)
  await admin.end()
  const store = await openDatabase({ url: `${server}/tick${history}` })
  try {
    await fill(store, history)
    const clock = settableClock(new Date(start))
    const bot = createBot({ features, store, clock, log: createLog('error') })
    const { services } = bot
    await services.jobs.start()
    await services.jobs.stop()
    const quiet = { ...services, jobs: { ...services.jobs, wake: () => undefined } }
    const seen: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      // As a server does by itself once tables have grown; this one keeps plans that were made for empty ones.
      if (round === catchingUp) await store.pool.query('vacuum analyze')
      clock.set(new Date(start + round * 30_000))
      seen.push((await timed(() => tick(quiet))).ms)
    }
    // The names of groups are looked after beside the ticks, and want the store a moment longer.
    await bot.stop()
    return median(seen.slice(catchingUp + 1))
  } finally {
    await store.close()
  }
}

/** Meetings of all groups, held and on record before today, and scheduled over the next quarter. */
async function fill({ pool }: Store, history: number): Promise<void> {
  await pool.query(
    `insert into meetings (group_id, title, kind, starts_at, minutes, zone, status, summary, held_at, organizer_id, created_at, changed_at)
     select g.id, 'Meeting ' || n, 'regular',
       case when n <= $2::int then $1::timestamptz - n::int * interval '40 minutes' - interval '2 days'
         else $1::timestamptz + (n - $2::int) * interval '2 hours' end,
       60, 'UTC', case when n <= $2::int then 'held' else 'scheduled' end,
       case when n <= $2::int then 'It went well.' end,
       case when n <= $2::int then $1::timestamptz - n::int * interval '40 minutes' end,
       (select min(id) from people), $1::timestamptz - interval '1 year', $1::timestamptz - interval '1 year'
     from generate_series(1, $2::int + $3::int) n
     join (select id, row_number() over (order by id) - 1 as nr, count(*) over () as number from working_groups) g on g.nr = n % g.number`,
    [new Date(start), history, upcoming],
  )
  await pool.query('vacuum analyze')
}
