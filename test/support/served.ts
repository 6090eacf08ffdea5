import { connect } from 'node:net'

import { features } from '../../commands/index.ts'
import { openDatabase } from '../../db/store/connect.ts'
import { createBot } from '../../src/bot/bot.ts'
import type { Adapter, Host } from '../../src/core/adapter.ts'
import { createLog, type Log } from '../../src/process/log.ts'
import type { TestDatabase } from './database.ts'
import { type Program, start } from './processes.ts'
import { until } from './runner/until.ts'

/** The real program, serving chat platforms. */
export interface Served extends Program {
  readonly base: string
}

/** Starts the program on a free port and waits until it listens. */
export async function serveWith(
  database: Pick<TestDatabase, 'url'>,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Served> {
  const program = start(args, { DATABASE_URL: database.url, LOG_LEVEL: 'info', ...env })
  const address = () => {
    const found = /listening at (http:\/\/[\d.]+:\d+)/.exec(program.errors.join(''))?.[1]
    if (found === undefined) throw new Error(`it does not listen: ${program.errors.join('')}`)
    return found
  }
  const base = await until(address)
  return { ...program, base }
}

/** Waits until a process that was asked to stop takes no connection any more; nothing is sent to it. */
export async function stopsListening({ base }: Pick<Served, 'base'>): Promise<void> {
  const { hostname, port } = new URL(base)
  await until(async () => {
    if (await isTaken(hostname, Number(port))) throw new Error('it still listens')
  })
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const tell = (taken: boolean) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => tell(true))
    socket.once('error', () => tell(false))
  })
}

/**
 * What a process does whose clock is so many minutes ahead: it works until nothing waits any more. Nobody sleeps
 * meanwhile, whatever the hour of the machine.
 */
export async function workOffAhead(
  database: TestDatabase,
  minutes: number,
  create: (host: Host, log: Log) => Promise<Adapter>,
): Promise<void> {
  const store = await openDatabase({ url: database.url })
  await store.pool.query(`
    insert into reminder_settings (person_id, quiet_from, quiet_to, set_at) select id, 0, 0, now() from people
    on conflict (person_id) do nothing`)
  const clock = { now: () => new Date(Date.now() + minutes * 60_000) }
  const log = createLog('silent')
  const bot = createBot({ features, store, clock, log, askAbove: Number.POSITIVE_INFINITY })
  const adapter = await create(bot, log)
  bot.join(adapter)
  await bot.start()
  await adapter.start()
  try {
    const waiting = async () => {
      await bot.settle({ ticks: true })
      const left = await numberIn(
        database,
        `select count(*) from ledger where state in ('queued', 'sending')`,
      )
      if (left > 0) throw new Error(`${left} are waiting`)
    }
    await until(waiting)
  } finally {
    await adapter.stop()
    await bot.stop()
    await store.close()
  }
}

/** The first column of the first row, as a number. */
export async function numberIn({ store }: TestDatabase, query: string): Promise<number> {
  const found = await store.pool.query<{ n: string }>(`select (${query}) as n`)
  return Number(found.rows[0]?.n)
}
