import { Client, Events, GatewayIntentBits, Options, Status } from 'discord.js'
import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { restOptions } from '../api/rest.ts'
import type { DiscordSettings } from '../settings.ts'
import { refusalOf, refusedBy } from './closeCodes.ts'
import { destroyClient } from './destroyClient.ts'
import { socketOptions } from './sockets.ts'

/** The gateway, kept open until it is stopped. */
export interface Gateway {
  /** Raises `StartError` where Discord refuses the bot; where Discord is unreachable, it connects later. */
  start(): Promise<void>
  stop(): Promise<void>
  connected(): boolean
}

/** What the gateway reports. */
export interface Hearing {
  /** `replayed`: sent again after a reconnect, so Discord may no longer wait for an answer. */
  interaction(given: Json, replayed: boolean): void
  /** A channel or a thread was deleted. */
  channelGone(guild: string, channel: string): void
  /** The bot was removed from a server, or the server was deleted. */
  guildGone(guild: string): void
  /** Discord refuses the bot until somebody mends the cause. */
  refused(why: string): void
}

interface GatewayDependencies {
  readonly settings: Pick<DiscordSettings, 'token' | 'apiUrl'>
  readonly log: Log
  readonly hearing: Hearing
  /** Times that a test may shorten: the silence after which to reconnect, and how long the first ready may take. */
  readonly silentMs?: number
  readonly openMs?: number
}

const firstWaitMs = 1_000
const longestWaitMs = 5 * 60_000
const checkMs = 5_000

/** Interactions through the gateway, for a machine that cannot be reached from outside. */
export function createGateway({
  settings,
  log,
  hearing,
  silentMs = 120_000,
  openMs = 5_000,
}: GatewayDependencies): Gateway {
  let client: Client | undefined
  let ready = false
  let closing = false
  let readyAt = performance.now()
  let watch: NodeJS.Timeout | undefined
  let again: NodeJS.Timeout | undefined
  let tries = 0
  let starting = true
  const opening = Promise.withResolvers<void>()

  /** One connection of the SDK, which reconnects by itself until it is destroyed. */
  function open(): Client {
    const made = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: restOptions(settings),
      ws: socketOptions,
      allowedMentions: { parse: [], repliedUser: false },
      makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    })
    const trouble = (what: string) => (error: unknown) => log.warn({ err: error }, what)
    made.on(Events.Error, trouble('error on the Discord gateway'))
    made.on(Events.ShardError, trouble('error on a Discord gateway socket'))
    made.on(Events.Warn, (about) => log.warn({ about }, 'warning from the Discord gateway'))
    made.on(Events.ShardReady, () => isReady(made))
    made.on(Events.ShardResume, () => isReady(made))
    made.on(Events.ShardReconnecting, () => {
      if (made === client) ready = false
    })
    made.on(Events.ShardDisconnect, ({ code }) => lostFor(made, code))
    made.on(Events.Invalidated, () => restart(made, 'its session was taken away'))
    made.on(Events.Raw, (packet: unknown) => {
      if (made === client) hear(object(packet))
    })
    return made
  }

  function isReady(made: Client): void {
    if (made !== client) return
    // It may have reconnected by itself while another try was due.
    clearTimeout(again)
    again = undefined
    ready = true
    readyAt = performance.now()
    tries = 0
    opening.resolve()
  }

  function hear({ t: event, d }: Json): void {
    const given = object(d)
    const guild = text(given['guild_id'])
    if (event === 'INTERACTION_CREATE') hearing.interaction(given, !ready)
    else if ((event === 'CHANNEL_DELETE' || event === 'THREAD_DELETE') && guild !== undefined) {
      hearing.channelGone(guild, text(given['id']) ?? '')
    } else if (event === 'GUILD_DELETE' && given['unavailable'] !== true) {
      // During an outage a server is marked unavailable, and comes back.
      hearing.guildGone(text(given['id']) ?? '')
    }
  }

  function lostFor(made: Client, code: number): void {
    if (closing || made !== client) return
    ready = false
    const why = refusedBy(code)
    if (why === undefined) {
      restart(made, `it was closed with ${code}`)
      return
    }
    log.error({ code }, `Discord refuses the bot: ${why}`)
    refuse(why)
    // Discord limits the tries, so they are rare; somebody may mend the cause meanwhile.
    later(longestWaitMs)
  }

  /** A refusal at the start ends the program; a later one is reported, and everything else goes on. */
  function refuse(why: string): void {
    if (starting) opening.reject(new StartError(`Discord refuses the bot: ${why}.`))
    else hearing.refused(why)
  }

  /** Reconnects with growing waits: Discord lets a bot identify itself a thousand times a day. */
  function restart(made: Client, why: string): void {
    if (closing || made !== client) return
    ready = false
    log.warn({ why }, 'reconnecting to the Discord gateway')
    later(Math.min(longestWaitMs, firstWaitMs * 2 ** tries))
    tries += 1
  }

  function later(ms: number): void {
    clearTimeout(again)
    again = setTimeout(attempt, ms)
  }

  /** Reports a refusal, on the first try or a later one. */
  function attempt(): void {
    again = undefined
    readyAt = performance.now()
    void connect().catch((error: unknown) => {
      const why = refusalOf(error)
      if (why !== undefined && !closing) refuse(why)
    })
  }

  async function connect(): Promise<void> {
    const before = client
    const made = open()
    client = made
    if (before) await destroyClient(before)
    if (closing) return
    try {
      await made.login(settings.token)
    } catch (error) {
      log.warn({ err: error }, 'failed to open the Discord gateway')
      restart(made, 'it could not be opened')
      throw error
    }
  }

  /** A connection that looks alive and receives nothing counts as lost. */
  function look(): void {
    if (ready && client?.ws.status === Status.Ready) readyAt = performance.now()
    // A connection that waits for its next try is left alone.
    else if (again === undefined && performance.now() - readyAt > silentMs && client)
      restart(client, 'it was silent for too long')
  }

  return {
    async start() {
      if (closing) return
      watch = setInterval(look, Math.min(checkMs, silentMs))
      watch.unref()
      attempt()
      try {
        const opened = await within(opening.promise, openMs)
        if (!opened) log.warn({}, 'Discord gateway not open yet, retrying')
      } finally {
        starting = false
      }
    },
    async stop() {
      closing = true
      clearInterval(watch)
      clearTimeout(again)
      if (client) await destroyClient(client)
    },
    connected: () => ready,
  }
}
