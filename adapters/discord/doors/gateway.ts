import { type Client, Status } from 'discord.js'
import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import type { Log } from '../../../src/core/log.ts'
import type { DiscordSettings } from '../settings.ts'
import { createClient } from './client.ts'
import { refusalOf, refusedBy } from './closeCodes.ts'
import { destroyClient } from './destroyClient.ts'
import { type GatewayListener, report } from './gatewayListener.ts'

/** The gateway, kept open until it is stopped. */
export interface Gateway {
  /** Raises `StartError` where Discord refuses the bot; where Discord is unreachable, it connects later. */
  start(): Promise<void>
  stop(): Promise<void>
  connected(): boolean
}

interface GatewayDependencies {
  readonly settings: Pick<DiscordSettings, 'token' | 'apiUrl'>
  readonly log: Log
  readonly hearing: GatewayListener
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

  function open(): Client {
    const made: Client = createClient(settings, log, {
      ready: () => isReady(made),
      reconnecting: () => {
        if (made === client) ready = false
      },
      closed: (code) => lostFor(made, code),
      invalidated: () => restart(made, 'its session was taken away'),
      packet: (packet) => {
        if (made === client) report(packet, hearing, !ready)
      },
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
