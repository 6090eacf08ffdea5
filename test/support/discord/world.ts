import { vi } from 'vitest'

import { createDiscord } from '../../../adapters/discord/index.ts'
import type { DiscordSettings } from '../../../adapters/discord/settings.ts'
import { loadSample } from '../../../db/samples/compact.ts'
import { type Bot, createBot } from '../../../src/bot.ts'
import type { Adapter } from '../../../src/core/adapter.ts'
import { type SettableClock, settableClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/log.ts'
import { createSeal } from '../../../src/seal.ts'
import { createServer } from '../../../src/server.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { type FarSide, startFarSide } from './farSide.ts'
import { linkPeople, populate } from './people.ts'
import { bringing, type Speaking } from './speaking.ts'

/** One process of the bot that serves Discord. */
export interface Replica {
  readonly bot: Bot
  readonly adapter: Adapter
  readonly base: string
  stop(): Promise<void>
}

export interface DiscordWorld extends Replica, Speaking {
  readonly far: FarSide
  readonly database: TestDatabase
  readonly clock: SettableClock
  readonly log: string[]
  /** Another process on the same database. */
  replica(settings?: Partial<DiscordSettings>): Promise<Replica>
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  /** Works off what is queued. */
  settle(): Promise<void>
  end(): Promise<void>
}

export interface WorldOptions {
  readonly settings?: Partial<DiscordSettings>
  /** Interactions come by the gateway rather than by HTTP. */
  readonly gateway?: boolean
  readonly now?: string
  /** Whether it is waited for until the gateway lets everybody in; else it may be told before to refuse. */
  readonly connects?: boolean
  /** Done with the far side before the bot starts. */
  readonly before?: (far: FarSide) => void
}

/** The whole bot behind real HTTP or a real gateway, on a database of its own, with a fake Discord on the far side. */
export async function discordWorld({
  settings = {},
  gateway = false,
  now = '2026-11-21T12:00:00Z',
  connects = true,
  before,
}: WorldOptions = {}): Promise<DiscordWorld> {
  const clock = settableClock(new Date(now))
  const [database, far] = await Promise.all([testDatabase(), startFarSide({ clock })])
  await loadSample(database.store)
  populate(far)
  await linkPeople(database)
  far.application.endpointUrl = gateway ? null : 'https://rapporteur.example/discord/interactions'
  before?.(far)
  const log: string[] = []
  const byGateway = gateway ? { publicKey: undefined } : {}
  async function make(more: Partial<DiscordSettings> = {}): Promise<Replica> {
    const made = await replica(database, clock, log, far.settings({ ...byGateway, ...settings, ...more }))
    const isIn = () => {
      if (!made.adapter.connected()) throw new Error(`it is not connected: ${log.join('')}`)
    }
    if (connects) await vi.waitFor(isIn, { timeout: 10_000, interval: 10 })
    return made
  }
  const first = await make()
  const others: Replica[] = []
  const speaking = bringing(far, gateway ? undefined : first.base)

  return {
    ...{ ...first, ...speaking, far, database, clock, log },
    async replica(more) {
      const other = await make(more)
      others.push(other)
      return other
    },
    async turn(iso) {
      clock.set(new Date(iso))
      await first.bot.settle({ ticks: true })
    },
    settle: () => first.bot.settle({ ticks: false }),
    async end() {
      for (const one of [first, ...others]) await one.stop()
      await far.stop()
      await database.drop()
    },
  }
}

async function replica(
  { store }: TestDatabase,
  clock: SettableClock,
  lines: string[],
  settings: DiscordSettings,
): Promise<Replica> {
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const bot = createBot({ store, clock, log, seal: createSeal(['a-key-for-tests']) })
  const adapter = await createDiscord({ host: bot, settings, log })
  bot.join(adapter)
  await bot.start()
  await adapter.start()
  const server = await createServer(
    { store, queueReady: () => bot.house.jobs.ready(), platforms: [adapter] },
    adapter.routes ? [adapter.routes] : [],
    log,
  )
  const base = await server.listen(0, '127.0.0.1')
  return {
    ...{ bot, adapter, base },
    async stop() {
      await server.stop()
      await adapter.stop()
      await bot.stop()
    },
  }
}
