import { Client, Events, GatewayIntentBits, Options, Status } from 'discord.js'
import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { restOptions } from '../api/rest.ts'
import type { DiscordSettings } from '../settings.ts'
import { refusalOf, refusedBy } from './closeCodes.ts'
import { giveUp } from './destroyClient.ts'

/** The gateway, kept open until it is stopped. */
export interface Gateway {
  /** Raises `StartError` where Discord refuses the bot; where it cannot be reached, the connection comes later. */
  start(): Promise<void>
  stop(): Promise<void>
  connected(): boolean
}

/** What the gateway tells. */
export interface Hearing {
  /** `replayed`: it comes after a break, and Discord may not wait for an answer any more. */
  interaction(given: Json, replayed: boolean): void
  /** A channel or a thread is gone. */
  channelGone(guild: string, channel: string): void
  /** The bot was taken out of a server, or the server is gone. */
  guildGone(guild: string): void
  /** Discord refuses the bot for good, until somebody mends it. */
  refused(why: string): void
}

interface Means {
  readonly settings: Pick<DiscordSettings, 'token' | 'apiUrl'>
  readonly log: Log
  readonly hearing: Hearing
  /** Times for tests: whoever is silent for so long is connected anew, and how long the first ready may take. */
  readonly silentMs?: number
  readonly openMs?: number
}

const firstWaitMs = 1_000
const longestWaitMs = 5 * 60_000
const checkMs = 5_000

/** Interactions by the gateway, for a machine that nobody reaches from outside. */
export function createGateway({
  settings,
  log,
  hearing,
  silentMs = 120_000,
  openMs = 5_000,
}: Means): Gateway {
  let client: Client | undefined
  let ready = false
  let closing = false
  let readyAt = performance.now()
  let watch: NodeJS.Timeout | undefined
  let again: NodeJS.Timeout | undefined
  let tries = 0
  let starting = true
  const opening = Promise.withResolvers<void>()

  /** A connection of its own; it heals itself for as long as it is not destroyed. */
  function open(): Client {
    const made = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: restOptions(settings),
      allowedMentions: { parse: [], repliedUser: false },
      makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    })
    const trouble = (what: string) => (error: unknown) => log.warn({ err: error }, what)
    made.on(Events.Error, trouble('the gateway of Discord is troubled'))
    made.on(Events.ShardError, trouble('the socket to Discord is troubled'))
    made.on(Events.Warn, (about) => log.warn({ about }, 'the gateway of Discord warns'))
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
    // It may have healed itself while another try was due.
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
      // While a server is out of order it is unavailable, and comes back.
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
    // Each try counts; somebody may mend it meanwhile.
    later(longestWaitMs)
  }

  /** At the start it ends the program; later it is told, and everything else goes on. */
  function refuse(why: string): void {
    if (starting) opening.reject(new StartError(`Discord refuses the bot: ${why}.`))
    else hearing.refused(why)
  }

  /** Anew, and more seldom each time: Discord lets a bot introduce itself a thousand times a day. */
  function restart(made: Client, why: string): void {
    if (closing || made !== client) return
    ready = false
    log.warn({ why }, 'the gateway of Discord is connected anew')
    later(Math.min(longestWaitMs, firstWaitMs * 2 ** tries))
    tries += 1
  }

  function later(ms: number): void {
    clearTimeout(again)
    again = setTimeout(attempt, ms)
  }

  /** Whether it is the first try or a later one, a refusal is told. */
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
    if (before) await giveUp(before)
    if (closing) return
    try {
      await made.login(settings.token)
    } catch (error) {
      log.warn({ err: error }, 'the gateway of Discord could not be opened')
      restart(made, 'it could not be opened')
      throw error
    }
  }

  /** A connection that looks alive and tells nothing is no connection. */
  function look(): void {
    if (ready && client?.ws.status === Status.Ready) readyAt = performance.now()
    // What waits for its own next try is not looked at.
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
        if (!opened) log.warn({}, 'the gateway of Discord is not open yet; it is tried again')
      } finally {
        starting = false
      }
    },
    async stop() {
      closing = true
      clearInterval(watch)
      clearTimeout(again)
      if (client) await giveUp(client)
    },
    connected: () => ready,
  }
}
