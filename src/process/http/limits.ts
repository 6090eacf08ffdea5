import type { IncomingMessage, ServerResponse } from 'node:http'

import type { FastifyInstance } from 'fastify'

import { createRefusals } from '../../chat/work/refusals.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'
import { missingAnswer } from './missingAnswer.ts'

/** Requests that one address may make in a minute without a signature. */
const requestsAMinute = 300

/** Fastify's options that limit a request before anybody knows whose it is. */
export const requestLimits = {
  bodyLimit: 1024 * 1024,
  // A request must arrive completely within ten seconds; its answer may take longer.
  requestTimeout: 10_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  // Only a proxy on the same machine or network may say whose request it forwards.
  trustProxy: 'loopback, linklocal, uniquelocal',
} as const

/**
 * Limits the requests of each address. A route with signed requests sets `rateLimit: false`, since all traffic of a
 * platform comes from few addresses; so do the health checks.
 */
export async function limitRequests(app: FastifyInstance, log: Log, clock: Clock): Promise<void> {
  const { default: rateLimit } = await import('@fastify/rate-limit')
  const refused = createRefusals(log, clock, 'requests of one address were refused')
  await app.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: 60_000,
    onExceeded: () => refused('more than its share in a minute'),
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`There are too many requests from your address. Try again in ${after}.`), {
        statusCode: 429,
      }),
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const { type, body } = missingAnswer(request.headers.accept, 'address')
    return reply.code(404).header('vary', 'accept').type(type).send(body)
  })
}

/** Requests being answered. */
export interface Arrivals {
  add(request: IncomingMessage, response: ServerResponse): void
  count(): number
  /** Ends requests whose body has not arrived completely. */
  cutUnfinished(): void
}

export function createArrivals(): Arrivals {
  const inFlight = new Set<IncomingMessage>()
  return {
    add(request, response) {
      inFlight.add(request)
      response.once('close', () => inFlight.delete(request))
    },
    count: () => inFlight.size,
    cutUnfinished() {
      for (const request of inFlight) if (!request.complete) request.destroy()
    },
  }
}
