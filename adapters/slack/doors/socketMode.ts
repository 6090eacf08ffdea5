import { LogLevel, SocketModeClient } from '@slack/socket-mode'
import { within } from '../../../src/chat/work/within.ts'
import { array, object } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { silent } from '../api/clients.ts'
import { refusal, slackWord } from '../api/faults.ts'
import type { Connection } from './bolt.ts'

/** Sockets to Slack, kept open until stopped. */
export interface Sockets {
  /** Opens the first one. Raises where Slack refuses the token; where it cannot be reached, it comes later. */
  start(): Promise<void>
  /** Takes no new events and waits for those in hand. */
  stop(): Promise<void>
  connected(): boolean
}

interface Means {
  readonly connection: Connection
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  /** How long a socket may take to open; 15 s unless told. */
  readonly openMs?: number
}

/** Slack closes each socket now and then; while one is opened anew the other one hears. */
const count = 2
const longestWaitMs = 30_000
/** A socket that was open for so long was a good one. */
const steadyMs = 10_000
const drainMs = 20_000

/** What no other try mends; until somebody does, it is tried seldom. */
const hopeless: ReadonlySet<string> = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
])

export function createSockets(means: Means): Sockets {
  const inHand = new Set<Promise<unknown>>()
  const sockets = Array.from({ length: count }, () => createSocket(means, inHand))
  return {
    async start() {
      const openings = sockets.map((socket) => socket.open())
      // The first that opens is enough; the others may come when they can.
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
  { connection, appToken, apiUrl, log, openMs = 15_000 }: Means,
  inHand: Set<Promise<unknown>>,
) {
  // Its own way of coming back waits five seconds, and ends the process when it fails; ours does neither.
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
    // One that ends as soon as it is open is no reason to come back at once.
    if (hears && performance.now() - since > steadyMs) tries = 0
    hears = false
    again()
  })
  client.on('error', (error: unknown) => log.warn({ err: error }, 'a socket to Slack is troubled'))
  client.on('slack_event', (given: unknown) => {
    const work = hear(given).catch((error: unknown) =>
      log.error({ err: error }, 'an event of Slack’s failed'),
    )
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })

  /** At once the first time, and then after a second, two, four, and so on. */
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
    log.error({ err: error }, 'a socket to Slack could not be opened; it is tried again')
    if (hopeless.has(slackWord(error) ?? '')) tries = Math.max(tries, 6)
    again()
  }

  async function open(): Promise<void> {
    // The end of an earlier socket may come late; another one beside the new would never be closed.
    if (closing || hears || opens) return
    const started = client.start()
    opening = started.catch(() => undefined)
    opens = true
    const opened = await within(started, openMs).finally(() => {
      opens = false
    })
    if (opened) return
    // A handshake that never ends would leave the bot deaf.
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
      // A socket that was closed meanwhile takes no acknowledgement; Slack brings the event again.
      await Promise.resolve(ack(forSocket(response))).catch((error: unknown) =>
        log.warn({ err: error }, 'an acknowledgement did not reach Slack'),
      )
    }
    const handled = await connection.hear({
      body,
      retry: typeof retry === 'number' ? retry : 0,
      ack: acknowledge,
    })
    // What could not be recorded is not acknowledged, so that it comes again.
    if (handled === 'done' || type !== 'events_api') await acknowledge()
  }

  async function end(): Promise<void> {
    await client.disconnect()
    // One that was just being opened opens all the same, and ends then.
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
