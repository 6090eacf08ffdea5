import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

import { createRefusals } from '../chat/work/refusals.ts'
import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'

/** Requests a minute that one address may make without a signature. */
const requestsAMinute = 300
const mostConnections = 1_024
/** A proxy is one address too, so an address may hold many connections, but never all. */
const mostConnectionsOfOne = mostConnections / 2

/** Fastify's options that bound a request before anybody knows whose it is. */
export const requestLimits = {
  bodyLimit: 1024 * 1024,
  // Whole requests have ten seconds to arrive; how long their answers take is another matter.
  requestTimeout: 10_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
  // Who is behind a proxy of the same machine or network is told by that proxy, and by nobody else.
  trustProxy: 'loopback, linklocal, uniquelocal',
} as const

/**
 * Bounds the requests of each address. A route whose requests are signed says `rateLimit: false`, since all of a
 * platform's traffic comes from few addresses; so do the checks of whoever runs the process.
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

/** Bounds what stays open; what is beyond the bounds is closed at once. */
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

/** Requests that are being answered. */
export interface Arrivals {
  count(): number
  /** Ends those whose body has not arrived in full. */
  cutUnfinished(): void
}

export function watchArrivals(app: FastifyInstance): Arrivals {
  const inFlight = new Set<IncomingMessage>()
  app.addHook('onRequest', async ({ raw }, reply) => {
    inFlight.add(raw)
    reply.raw.once('close', () => inFlight.delete(raw))
  })
  return {
    count: () => inFlight.size,
    cutUnfinished() {
      for (const request of inFlight) if (!request.complete) request.destroy()
    },
  }
}
