import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

import { createRefusals } from '../../chat/work/refusals.ts'
import type { Clock } from '../../core/clock.ts'
import type { Log } from '../../core/log.ts'

/** Requests that one address may make in a minute without a signature. */
const requestsAMinute = 300
const mostConnections = 1_024
/** A proxy counts as one address, so an address may hold many connections, but never all. */
const mostConnectionsOfOne = mostConnections / 2

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
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_request, reply) =>
    reply
      .code(404)
      .send({ statusCode: 404, error: 'Not Found', message: 'There is nothing at this address.' }),
  )
}

/** Limits open connections; any beyond the limits are closed at once. */
export function limitConnections(server: HttpServer): void {
  const open = new Map<string, number>()
  server.maxConnections = mostConnections
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? ''
    const count = (open.get(from) ?? 0) + 1
    open.set(from, count)
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1
      if (left > 0) open.set(from, left)
      else open.delete(from)
    })
    if (count > mostConnectionsOfOne) socket.destroy()
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
