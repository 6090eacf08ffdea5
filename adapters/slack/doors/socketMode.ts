import { LogLevel, SocketModeClient } from '@slack/socket-mode'
import { within } from '../../../src/chat/work/within.ts'
import { array, object } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import { refusal, slackWord } from '../api/faults.ts'
import type { Connection } from './bolt.ts'

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
const longestWaitMs = 30_000
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
      for (const [index, opening] of openings.entries()) void opening.catch(sockets[index]?.later)
    },
    async stop() {
      const ended = Promise.allSettled(inHand)
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, drainMs).unref())])
      await Promise.allSettled(sockets.map((socket) => socket.close()))
    },
    connected: () => sockets.some((socket) => socket.connected()),
  }
}

function createSocket(
  { connection, appToken, apiUrl, log, refused, openMs = 15_000 }: SocketDependencies,
  inHand: Set<Promise<unknown>>,
) {
  // The client's own reconnecting waits five seconds, and ends the process when it fails; ours does neither.
  const client = new SocketModeClient({
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
  let closing = false
  let hears = false
  let opens = false
  let tries = 0
  let waiting: NodeJS.Timeout | undefined
  let opening: Promise<unknown> = Promise.resolve()
  let since = 0

  client.on('connected', () => {
    hears = true
    since = performance.now()
  })
  client.on('disconnected', () => {
    // A socket that closed right after opening is not reconnected at once.
    if (hears && performance.now() - since > steadyMs) tries = 0
    hears = false
    again()
  })
  client.on('error', (error: unknown) => log.warn({ err: error }, 'error on a socket to Slack'))
  client.on('slack_event', (given: unknown) => {
    const work = hear(given).catch((error: unknown) =>
      log.error({ err: error }, 'failed to handle a Slack event'),
    )
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })

  /** Reconnects at once the first time, then after one second, two, four, and so on. */
  function again(): void {
    if (waiting || closing) return
    const ms = tries === 0 ? 0 : Math.min(longestWaitMs, 500 * 2 ** tries)
    tries += 1
    waiting = setTimeout(() => {
      waiting = undefined
      open().catch(later)
    }, ms)
  }

  function later(error: unknown): void {
    log.error({ err: error }, 'failed to open a socket to Slack, retrying')
    if (hopeless.has(slackWord(error) ?? '')) {
      tries = Math.max(tries, 6)
      refused?.(error)
    }
    again()
  }

  async function open(): Promise<void> {
    // An earlier socket may report its end late; a second new one would never be closed.
    if (closing || hears || opens) return
    const started = client.start()
    opening = started.catch(() => undefined)
    opens = true
    const opened = await within(started, openMs).finally(() => {
      opens = false
    })
    if (opened) return
    // A handshake that never finishes would leave the bot without events.
    void client.disconnect().catch(() => undefined)
    throw new Error('Slack did not open a socket in time')
  }

  async function hear(given: unknown): Promise<void> {
    const { ack, body, type, retry_num: retry } = object(given)
    if (typeof ack !== 'function') return
    let said = false
    const acknowledge = async (response?: object | string) => {
      if (said) return
      said = true
      // A socket that closed meanwhile cannot acknowledge; Slack sends the event again.
      await Promise.resolve(ack(forSocket(response))).catch((error: unknown) =>
        log.warn({ err: error }, 'an acknowledgement did not reach Slack'),
      )
    }
    const handled = await connection.hear({
      body,
      retry: typeof retry === 'number' ? retry : 0,
      ack: acknowledge,
    })
    // An event that could not be recorded is not acknowledged, so that Slack sends it again.
    if (handled === 'done' || type !== 'events_api') await acknowledge()
  }

  async function end(): Promise<void> {
    await client.disconnect()
    // A socket still connecting finishes opening first, and is closed then.
    await opening
    await client.disconnect()
  }

  return {
    open,
    later,
    async close() {
      closing = true
      clearTimeout(waiting)
      await within(end(), 2_000)
    },
    connected: () => hears,
  }
}

function forSocket(response: object | string | undefined): object {
  if (response === undefined) return {}
  return typeof response === 'string' ? { text: response } : { ...response, blocks: blocksOf(response) }
}

function blocksOf(response: object): readonly unknown[] | undefined {
  return 'blocks' in response ? array(response.blocks) : undefined
}
