import { LogLevel, SocketModeClient } from '@slack/socket-mode'
import { createReconnecting } from '../../../src/chat/work/reconnecting.ts'
import { within } from '../../../src/chat/work/within.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import { refusal, slackWord } from '../api/faults.ts'
import type { Connection } from './bolt.ts'
import { hearSocketEvent } from './socketEvent.ts'

/** Sockets to Slack, kept open until stopped. */
export interface Sockets {
  /** Opens the first socket. Raises where Slack refuses the token; where Slack is unreachable, it connects later. */
  start(): Promise<void>
  /** Takes no new events and waits for those in progress. */
  stop(): Promise<void>
  connected(): boolean
}

interface SocketDependencies {
  readonly connection: Connection
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  /** Hears that Slack refuses the token, which no retry mends. */
  readonly refused?: (error: unknown) => void
  /** How long a socket may take to open; 15 s by default. */
  readonly openMs?: number
}

/** Slack closes each socket now and then; while one reconnects, the other one listens. */
const count = 2
/** Reconnects at once the first time, then after one second, two, four, and so on. */
const waits = {
  waitMs: (tries: number) => (tries === 0 ? 0 : 500 * 2 ** tries),
  longestMs: 30_000,
}
/** A socket that stayed open this long counts as healthy. */
const steadyMs = 10_000
const drainMs = 20_000

/** Errors that a retry does not mend; until somebody does, retries are rare. */
const hopeless: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
])

export function createSockets(deps: SocketDependencies): Sockets {
  const inHand = new Set<Promise<unknown>>()
  const sockets = Array.from({ length: count }, () => createSocket(deps, inHand))
  return {
    async start() {
      const openings = sockets.map((socket) => socket.open())
      // One open socket is enough to start; the others may follow.
      const failed = await Promise.any(openings).catch((error: AggregateError) => error)
      const refused = failed?.errors.find((error) => refusal(error) !== undefined)
      if (refused !== undefined) {
        await Promise.allSettled(sockets.map((socket) => socket.close()))
        throw refused
      }
      for (const [index, opening] of openings.entries()) void opening.catch(sockets[index]?.failed)
    },
    async stop() {
      const ended = Promise.allSettled(inHand)
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, drainMs).unref())])
      await Promise.allSettled(sockets.map((socket) => socket.close()))
    },
    connected: () => sockets.some((socket) => socket.connected()),
  }
}

/** One socket, which is opened again whenever it closes. */
interface Socket {
  /** Raises where it does not open; `failed` then tries again. */
  open(): Promise<void>
  /** Takes note of a failure to open it. */
  failed(error: unknown): void
  close(): Promise<void>
  connected(): boolean
}

function createSocket(
  { connection, appToken, apiUrl, log, refused, openMs = 15_000 }: SocketDependencies,
  inHand: Set<Promise<unknown>>,
): Socket {
  const client = createClient(appToken, apiUrl)
  const retries = createReconnecting(waits, () => void open().catch(failed))
  let closing = false
  let connected = false
  let connectedAt = 0
  let starting = false
  /** Settles when the last start of the client has ended, however it did. */
  let lastStart: Promise<unknown> = Promise.resolve()

  client.on('connected', () => {
    connected = true
    connectedAt = performance.now()
  })
  client.on('disconnected', () => {
    // A socket that closed right after opening is not reconnected at once.
    if (connected && performance.now() - connectedAt > steadyMs) retries.reset()
    connected = false
    if (!retries.isDue()) retries.again()
  })
  client.on('error', (error: unknown) => log.warn({ err: error }, 'error on a socket to Slack'))
  client.on('slack_event', (given: unknown) => {
    const work = hearSocketEvent(given, connection, log).catch((error: unknown) =>
      log.error({ err: error }, 'failed to handle a Slack event'),
    )
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })

  async function open(): Promise<void> {
    // An earlier socket may report its end late; a second new one would never be closed.
    if (closing || connected || starting) return
    const started = client.start()
    lastStart = started.catch(() => undefined)
    starting = true
    const opened = await within(started, openMs).finally(() => {
      starting = false
    })
    if (opened) return
    // A handshake that never finishes would leave the bot without events.
    void client.disconnect().catch(() => undefined)
    throw new Error('Slack did not open a socket in time')
  }

  function failed(error: unknown): void {
    log.error({ err: error }, 'failed to open a socket to Slack, retrying')
    const isHopeless = hopeless.has(slackWord(error) ?? '')
    if (isHopeless) refused?.(error)
    if (retries.isDue()) return
    if (isHopeless) retries.rarely()
    else retries.again()
  }

  return {
    open,
    failed,
    async close() {
      closing = true
      retries.stop()
      await within(end(client, lastStart), 2_000)
    },
    connected: () => connected,
  }
}

/** The client's own reconnecting waits five seconds, and ends the process when it fails; ours does neither. */
function createClient(appToken: string, apiUrl: string): SocketModeClient {
  return new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: 5_000,
    serverPingTimeout: 30_000,
    logger: silent,
    logLevel: LogLevel.ERROR,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  })
}

async function end(client: SocketModeClient, started: Promise<unknown>): Promise<void> {
  await client.disconnect()
  // A socket still connecting finishes opening first, and is closed then.
  await started
  await client.disconnect()
}
