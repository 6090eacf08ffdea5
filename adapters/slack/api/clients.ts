import { type Logger, LogLevel, WebClient } from '@slack/web-api'

import type { Timings } from '../limits.ts'

/** Two ways to call Slack for one token: while somebody waits, and for what may take its time. */
export interface Clients {
  /** Gives up early, so that an answer still comes in time. */
  readonly quick: WebClient
  /** Gives up late. */
  readonly patient: WebClient
}

export interface ClientPool {
  of(token: string): Clients
}

/** So many tokens are held at once; the one not used for longest goes first. */
const most = 500

/**
 * Clients by token. None tries twice by itself: a second try of a message may say it twice, and waiting for
 * one channel would hold back all others, so that is left to the queue.
 */
export function createClients(
  apiUrl: string,
  { quickCallMs, callMs }: Pick<Timings, 'quickCallMs' | 'callMs'>,
): ClientPool {
  const clients = new Map<string, Clients>()
  const options = (timeout: number) => ({
    slackApiUrl: apiUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: silent,
    fetch: fetchLimited,
  })
  return {
    of(token) {
      const known = clients.get(token) ?? {
        quick: new WebClient(token, options(quickCallMs)),
        patient: new WebClient(token, options(callMs)),
      }
      clients.delete(token)
      clients.set(token, known)
      const [oldest] = clients.keys()
      if (clients.size > most && oldest !== undefined) clients.delete(oldest)
      return known
    },
  }
}

const waitSeconds = 30

/** As `fetch`; a limit that does not say how long to wait says so then, since the SDK takes it for any failure else. */
const fetchLimited: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.status !== 429 || /^\d/.test(response.headers.get('retry-after') ?? '')) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', String(waitSeconds))
  return new Response(response.body, { status: response.status, headers })
}

/** The SDK's own lines hold what members wrote; what goes wrong is said by those who call. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}
