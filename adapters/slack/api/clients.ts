import { type Logger, LogLevel, WebClient } from '@slack/web-api'

import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Timings } from '../limits.ts'

/** Two ways to call Slack with one token: while somebody waits, and for what may take its time. */
export interface Clients {
  /** Gives up early, so that an answer still comes in time. */
  readonly quick: WebClient
  /** Gives up late. */
  readonly patient: WebClient
}

export interface ClientPool {
  of(token: string): Clients
}

const maxTokens = 500

/**
 * Keeps clients by token. No client retries by itself: a second try of a message may say it twice, and a wait for one
 * channel would hold back all others, so both are left to the queue.
 */
export function createClients(
  apiUrl: string,
  { quickCallMs, callMs }: Pick<Timings, 'quickCallMs' | 'callMs'>,
  clock: Clock,
): ClientPool {
  const clients = createRemembered<Clients>({ max: maxTokens, clock })
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
      clients.put(token, known)
      return known
    },
  }
}

/** The wait where Slack asks for one without saying how long. */
const usualWaitSeconds = 30

/** Fetches, and adds the wait to a rate limit that names none: the SDK would take it for a broken request. */
const fetchLimited: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (response.status !== 429 || /^\d/.test(response.headers.get('retry-after') ?? '')) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', String(usualWaitSeconds))
  return new Response(response.body, { status: response.status, headers })
}

/** Drops the SDK’s own log lines, which contain what members wrote; callers log what fails. */
export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}
