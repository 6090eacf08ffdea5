import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { PgBoss } from 'pg-boss'

import { features } from '../../../commands/index.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { linkedDatabase } from '../linked.ts'
import { type Line, line } from '../table.ts'

const notices = 20_000
const people = 1_050
const program = fileURLToPath(new URL('drain.ts', import.meta.url))

/** Draining due notices to a platform that answers at once, against pg-boss with as many empty jobs. */
export async function benchDelivery(server: string): Promise<readonly Line[]> {
  const accounts = Array.from({ length: people }, (_, index) => `U${index}`)
  const { url } = await linkedDatabase(server, 'slack', 'T1', accounts)
  const store = await openDatabase({ url })
  try {
    await enterEmpty(store)
    const bare = await drainBy(url, 1, ['--bare'])
    await enterNotices(store)
    const one = await drainBy(url, 1)
    await enterNotices(store)
    const two = await drainBy(url, 2)
    const { rows } = await store.pool.query('select count(*)::int as n from ledger where state = $1', [
      'sent',
    ])
    if (rows[0]?.n !== 2 * notices) throw new Error(`${rows[0]?.n} of ${2 * notices} notices were sent`)
    return [
      line('notices drained, pg-boss alone', notices / bare, '/s'),
      line('notices drained, one process', notices / one, '/s'),
      line('notices drained, one process, ratio', bare / one, '', { at: 0.5, better: 'more' }),
      line('notices drained, two processes, to one', one / two, '', { at: 1.6, better: 'more' }),
    ]
  } finally {
    await store.close()
  }
}

async function enterEmpty({ pool }: Store): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    ...{ schedule: false, supervise: false },
  })
  await boss.start()
  await boss.createQueue('empty')
  await boss.insert(
    'empty',
    Array.from({ length: notices }, () => ({ data: {} })),
  )
  await boss.stop({ graceful: false, close: false })
  await pool.query('vacuum analyze')
}

async function enterNotices(store: Store): Promise<void> {
  const { rows } = await store.pool.query<{ id: number; priority: number }>(
    `insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
     select 'bench:' || gen_random_uuid(), i.person_id, 'reminder', 'meeting:1', $1::json, now(), 'queued', now()
     from generate_series(0, $2::int - 1) n join identities i on i.platform = 'slack' and i.account = 'U' || n % $3::int
     returning id, priority`,
    [
      JSON.stringify({
        summary: [{ kind: 'text', text: 'The plenary begins in a quarter of an hour.' }],
        blocks: [],
      }),
      ...[notices, people],
    ],
  )
  const bot = createBot({ features, store, clock: systemClock, log: createLog('error') })
  await bot.services.jobs.start()
  await bot.services.jobs.stop()
  await store.kysely.transaction().execute((trx) => bot.services.jobs.deliver(trx, rows))
  await store.pool.query('vacuum analyze')
}

/** Seconds until the last of so many processes finds the queue empty. */
async function drainBy(url: string, processes: number, args: readonly string[] = []): Promise<number> {
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [program, ...args], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
  const took = children.map(({ stdout }) => once(stdout, 'data').then(([data]) => Number(data)))
  for (const { stdin } of children) stdin.write('go\n')
  return Math.max(...(await Promise.all(took))) / 1_000
}
