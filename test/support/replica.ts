import { features } from '../../commands/index.ts'
import { type Bot, createBot } from '../../src/bot/bot.ts'
import type { Adapter } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import { createLog, type Log } from '../../src/process/log.ts'
import { createSeal } from '../../src/process/seal.ts'
import { createServer } from '../../src/process/server.ts'
import type { TestDatabase } from './database.ts'

/** One process of the bot that serves a chat platform. */
export interface Replica {
  readonly bot: Bot
  readonly adapter: Adapter
  readonly base: string
  stop(): Promise<void>
}

/** One bot on one database that serves several platforms, and who of its people are on this one, by address. */
export interface Household {
  readonly bot: Bot
  readonly database: TestDatabase
  readonly clock: SettableClock
  readonly emails: Readonly<Record<string, string>>
}

/** The whole bot behind real HTTP; what it logs is added to `lines`. */
export async function startReplica(
  { store }: Pick<TestDatabase, 'store'>,
  clock: SettableClock,
  lines: string[],
  create: (bot: Bot, log: Log) => Promise<Adapter>,
  {
    askAbove = Number.POSITIVE_INFINITY,
    household,
  }: { readonly askAbove?: number | undefined; readonly household?: Household | undefined } = {},
): Promise<Replica> {
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const bot =
    household?.bot ??
    createBot({ features, store, clock, log, seal: createSeal(['a-key-for-tests']), askAbove })
  const adapter = await create(bot, log)
  bot.join(adapter)
  if (!household) await bot.start()
  await adapter.start()
  const server = await createServer(
    { store, queueReady: () => bot.services.jobs.ready(), platforms: [adapter] },
    adapter.routes ? [adapter.routes] : [],
    log,
  )
  const base = await server.listen(0, '127.0.0.1')
  return {
    ...{ bot, adapter, base },
    async stop() {
      await server.stop()
      await adapter.stop()
      if (!household) await bot.stop()
    },
  }
}
