import { type Client, Status } from 'discord.js'
import { createReconnecting } from '../../../src/chat/work/reconnecting.ts'
import type { Log } from '../../../src/core/log.ts'
import type { DiscordSettings } from '../settings.ts'
import { type ConnectionEvents, createClient, onlyWhile } from './client.ts'
import { refusalOf, refusedBy } from './closeCodes.ts'
import { destroyClient } from './destroyClient.ts'
import { createFirstOpening } from './firstOpening.ts'
import { type GatewayListener, refusedText, report } from './gatewayListener.ts'
import { createSilenceWatch } from './silenceWatch.ts'

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

/** Discord lets a bot identify itself a thousand times a day. */
const waits = { waitMs: (tries: number) => 1_000 * 2 ** tries, longestMs: 5 * 60_000 }

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
  const retries = createReconnecting(waits, attempt)
  const opening = createFirstOpening((why) => hearing.refused(why))
  const watch = createSilenceWatch({
    silentMs,
    isAlive: () => ready && client?.ws.status === Status.Ready,
    silent() {
      // A connection that waits for its next try is left alone.
      if (client && !retries.isDue()) restart('it was silent for too long')
    },
  })

  const events: ConnectionEvents = {
    ready: isReady,
    reconnecting() {
      ready = false
    },
    closed: isClosed,
    invalidated: () => restart('its session was taken away'),
    packet: (packet) => report(packet, hearing, !ready),
  }

  function isReady(): void {
    ready = true
    // It may have reconnected by itself while another try was due.
    retries.cancel()
    retries.reset()
    watch.restart()
    opening.opened()
  }

  function isClosed(code: number): void {
    if (closing) return
    const why = refusedBy(code)
    if (why === undefined) {
      restart(`it was closed with ${code}`)
      return
    }
    ready = false
    log.error({ code }, refusedText(why))
    opening.refused(why)
    // Somebody may mend the cause meanwhile.
    retries.rarely()
  }

  function restart(why: string): void {
    if (closing) return
    ready = false
    log.warn({ why }, 'reconnecting to the Discord gateway')
    retries.again()
  }

  /** Reports a refusal, on the first try or a later one. */
  function attempt(): void {
    watch.restart()
    void connect().catch((error: unknown) => {
      const why = refusalOf(error)
      if (why !== undefined && !closing) opening.refused(why)
    })
  }

  async function connect(): Promise<void> {
    const before = client
    const made: Client = createClient(
      settings,
      log,
      onlyWhile(() => made === client, events),
    )
    client = made
    if (before) await destroyClient(before)
    if (closing) return
    try {
      await made.login(settings.token)
    } catch (error) {
      log.warn({ err: error }, 'failed to open the Discord gateway')
      if (made === client) restart('it could not be opened')
      throw error
    }
  }

  return {
    async start() {
      if (closing) return
      watch.start()
      attempt()
      if (!(await opening.wait(openMs))) log.warn({}, 'Discord gateway not open yet, retrying')
    },
    async stop() {
      closing = true
      watch.stop()
      retries.stop()
      if (client) await destroyClient(client)
    },
    connected: () => ready,
  }
}
