import { join } from 'node:path'

import type { TerminalOptions } from '../adapters/terminal/index.ts'
import type { Store } from '../db/store/connect.ts'
import type { Bot } from './bot/bot.ts'
import { listen } from './bot/listen.ts'
import type { Adapter } from './core/adapter.ts'
import { presentClock, settableClock } from './core/clock.ts'
import { StartError } from './core/errors.ts'
import type { CronTask } from './delivery/rhythm/cronTask.ts'
import { type Arguments, readArguments, usage } from './process/arguments.ts'
import { placesInSources } from './process/joined/placesInSources.ts'
import type { Log } from './process/log.ts'
import { modeOf, type RunMode } from './process/mode.ts'
import { untilAskedToStop } from './process/untilAskedToStop.ts'
import type { Config } from './settings/settings.ts'

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2))
  if (given.help) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const [{ readConfig }, { openStore }, { platforms }] = await Promise.all([
    import('./settings/settings.ts'),
    import('./process/store.ts'),
    import('../adapters/index.ts'),
  ])
  const config = readConfig(process.env, platforms)
  const mode = modeOf(config, given)
  // The store opens while the rest is still being read.
  const [store, house] = await Promise.all([openStore(config, given), loadHouse(mode)])
  try {
    return await run(config, given, mode, store, house)
  } finally {
    await store.close()
  }
}

async function loadHouse({ prompts, chats }: RunMode) {
  const [{ createBot }, { features }, terminal, { createLog }] = await Promise.all([
    import('./bot/bot.ts'),
    import('../commands/index.ts'),
    prompts || !chats ? import('../adapters/index.ts').then((adapters) => adapters.terminal()) : undefined,
    import('./process/log.ts'),
  ])
  const createTerminal = terminal?.createTerminal
  return { createBot, features, createTerminal, createLog }
}

async function run(
  config: Config,
  given: Arguments,
  { serves, chats, prompts, interactive }: RunMode,
  store: Store,
  { createBot, features, createTerminal, createLog }: Awaited<ReturnType<typeof loadHouse>>,
): Promise<number> {
  const log = createLog(config.logLevel)
  if (chats && given.now)
    throw new StartError('--now is for the terminal alone; a chat platform lives in the present.')
  const clock = chats ? presentClock : settableClock(given.now)
  const { oldestUndelivered } = await import('../db/ledger/undelivered.ts')
  const oldest = () => oldestUndelivered(store.kysely, clock.now())
  const metrics = serves && (await import('./process/metrics.ts')).createMetrics(oldest)
  const health = { store, oldestUndelivered: oldest, ...(metrics ? { metrics: metrics.text } : {}) }
  const configured = await configuredParts(config)
  const bot = createBot({
    features,
    store,
    clock,
    log,
    ...configured,
    ...(metrics ? { meter: metrics } : {}),
  })
  const terminal = createTerminal?.({
    host: bot,
    clock,
    settle: (options) => bot.settle(options),
    interactive,
    isSample: interactive && (await (await import('../db/samples/compact.ts')).holdsSample(store)),
    ...terminalSettings(config, given),
  })
  const adapters = serves ? await joinPlatforms(config, bot, log) : []
  if (terminal) bot.join(terminal)
  const asked = untilAskedToStop(given.stopWithinMs)
  // Meanwhile whoever only looks is answered, and what changes something waits.
  const serving = Promise.withResolvers<void>()
  const working = bot.start(serves ? serving.promise : undefined)
  if (!serves) await working
  // A scripted run lives for its lines alone; a prompt or a server stays, so it listens and ticks.
  const stays = interactive || serves
  let listening: Awaited<ReturnType<typeof listen>>
  let metronome: CronTask | undefined
  const outside = stays ? await import('./bot/outside/outsideJobs.ts') : undefined
  const outsideJobs = outside?.startOutsideJobs(bot.services, { followsLinks: serves && config.checkLinks })
  try {
    listening = stays ? await listen(config, { bot, health, log, platforms: adapters }, serves) : undefined
    const stopped = asked.then(() => 0)
    // A platform that says nothing holds up neither the others nor a stop.
    if ((await Promise.race([startAll(adapters), stopped])) !== undefined) return 0
    if (serves && listening) process.stdout.write(`Rapporteur listens at ${listening.address}.\n`)
    serving.resolve()
    await working
    if (stays) metronome = (await import('./delivery/rhythm/metronome.ts')).startMetronome(bot.services)
    // The end of a script ends no server.
    const typed = prompts && terminal ? terminal.run() : stopped
    return await (serves && !interactive ? stopped : Promise.race([typed, stopped]))
  } finally {
    bot.beginNothing()
    await Promise.all([metronome?.stop(), outsideJobs?.stop(), listening?.server.stop()])
    await Promise.all(adapters.map((adapter) => adapter.stop()))
    await terminal?.stop()
    await bot.stop()
  }
}

async function startAll(adapters: readonly Adapter[]): Promise<undefined> {
  await Promise.all(
    adapters.map(async (adapter) => {
      await adapter.start()
      process.stdout.write(`Rapporteur serves ${adapter.name}.\n`)
    }),
  )
  return undefined
}

/** How the terminal is used, as the settings, the command line and the streams have it. */
function terminalSettings(
  { serves, dataDir }: Config,
  { json, exec, as }: Arguments,
): Omit<TerminalOptions, 'host' | 'clock' | 'settle' | 'interactive' | 'isSample'> {
  const { stdin: input, stdout: output } = process
  return {
    ...{ input, output, json, dataDir },
    reachesByEmail: !serves,
    colour: Boolean(output.isTTY) && process.env['NO_COLOR'] === undefined,
    width: () => (output.isTTY ? output.columns : 0),
    ...(exec === undefined ? {} : { exec }),
    speaker: as,
    historyFile: join(dataDir, 'history'),
  }
}

/** What the settings say of the bot: how it is sealed, how it writes letters, where it is reached. */
async function configuredParts({ mail, inbox, encryptionKeys, publicUrl, askAbove, calendars }: Config) {
  const { createSeal } = await import('./process/seal.ts')
  const answersByMail = inbox !== undefined
  const parts = { seal: createSeal(encryptionKeys), publicUrl, askAbove, calendars, answersByMail }
  if (!mail) return parts
  const { createMailer, addressIn } = await import('./process/mail.ts')
  return { ...parts, mailer: createMailer(mail), mailFrom: addressIn(mail.from) }
}

/** Creates the chat platforms that are configured, and joins each to the bot. */
async function joinPlatforms({ platforms, hints }: Config, bot: Bot, log: Log): Promise<readonly Adapter[]> {
  const created = await Promise.all(platforms.map(({ create }) => create({ host: bot, log })))
  for (const hint of hints) process.stderr.write(`${hint}\n`)
  for (const adapter of created) bot.join(adapter)
  return created
}

main().then(
  (code) => {
    process.exitCode = code
    // Whatever a library still keeps open must not hold a process that has said all it had to say.
    setTimeout(() => process.exit(code), 200).unref()
  },
  (error: unknown) => {
    const text =
      error instanceof StartError
        ? error.message
        : error instanceof Error
          ? placesInSources()(error.stack ?? error.message)
          : `The program ended by a fault: ${JSON.stringify(error)}`
    process.stderr.write(`${text}\n`)
    process.exitCode = 1
    setTimeout(() => process.exit(1), 200).unref()
  },
)
