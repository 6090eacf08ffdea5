import { createServer as createHttpServer } from 'node:http'

import type { FastifyBaseLogger, FastifyInstance, FastifyServerFactory } from 'fastify'

import type { Store } from '../../db/store/connect.ts'
import type { Adapter, Routes } from '../core/adapter.ts'
import { type Clock, systemClock } from '../core/clock.ts'
import { type CalendarPages, mountCalendars } from './calendarRoutes.ts'
import { limitConnections } from './http/connections.ts'
import { createArrivals, limitRequests, requestLimits } from './http/limits.ts'
import { createReadiness } from './http/readiness.ts'
import { answerSigned, ourFault } from './http/signedRoutes.ts'
import type { Log } from './log.ts'
import { mountNewsletters, type NewsletterPages } from './newsletterRoutes.ts'

export interface Health {
  readonly store: Store
  /** Whether the queue works. */
  queueReady(): Promise<boolean>
  /** The chat platforms that run here. */
  readonly platforms?: readonly Pick<Adapter, 'name' | 'connected'>[]
  /** The age in seconds of the oldest notice that is due and not delivered. */
  oldestUndelivered?(): Promise<number>
  /** The metrics that Prometheus reads. */
  metrics?(): Promise<{ readonly body: string; readonly type: string }>
  readonly newsletters?: NewsletterPages
  readonly calendars?: CalendarPages
}

export interface Server {
  /** Resolves to the address that the server listens on. */
  listen(port: number, host: string): Promise<string>
  /** Takes no new requests, cuts off those that have not arrived completely and waits for the others. */
  stop(): Promise<void>
}

/** No route has a schema, and loading the schema compilers would cost as much as the rest of fastify. */
const withoutSchemas = {
  compilersFactory: { buildValidator: () => refuseSchema, buildSerializer: () => refuseSchema },
}

function refuseSchema(): never {
  throw new Error('a route with a schema needs its compilers')
}

/** One HTTP server: health, and every adapter's routes. */
export async function createServer(
  health: Health,
  routes: readonly Routes[],
  log: Log,
  clock: Clock = systemClock,
): Promise<Server> {
  const [{ fastify, LogController }, { default: helmet }] = await Promise.all([
    import('fastify'),
    import('@fastify/helmet'),
  ])
  const loggerInstance: FastifyBaseLogger = log
  const arrivals = createArrivals()
  let stopping = false
  const signed = routes.flatMap((one) => one.signed ?? [])
  const serverFactory: FastifyServerFactory = (handler, { http, requestTimeout, keepAliveTimeout }) => {
    const listener = answerSigned(signed, { log, arrivals, stopping: () => stopping }, handler)
    return Object.assign(createHttpServer(http ?? {}, listener), { requestTimeout, keepAliveTimeout })
  }
  const app = fastify({
    loggerInstance,
    serverFactory,
    logController: new LogController({ disableRequestLogging: true }),
    ...requestLimits,
    schemaController: withoutSchemas,
    forceCloseConnections: 'idle',
  })
  await app.register(helmet)
  app.addHook('onRequest', async (request, reply) => arrivals.add(request.raw, reply.raw))
  limitConnections(app.server)
  await limitRequests(app, log, clock)
  // The caller is told what is wrong with a request; our own faults go into the log alone.
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (error instanceof Error && status >= 400 && status < 500) {
      return reply.code(status).send({ statusCode: status, message: error.message })
    }
    log.error({ err: error }, 'failed to handle a request')
    return reply.code(500).send({ statusCode: 500, message: ourFault })
  })
  mountHealth(app, health, clock)
  if (health.newsletters) await mountNewsletters(app, health.newsletters)
  if (health.calendars) await mountCalendars(app, health.calendars)
  for (const { mount } of routes) await app.register(async (scope) => mount?.(scope))
  return {
    listen: (port, host) => app.listen({ port, host }),
    async stop() {
      stopping = true
      // Nobody would close a connection that is kept alive after its last answer, nor one opened ahead of time and
      // never used, which does not even count as idle.
      const sweep = setInterval(() => {
        arrivals.cutUnfinished()
        if (arrivals.count() > 0) app.server.closeIdleConnections()
        else app.server.closeAllConnections()
      }, 50)
      try {
        await app.close()
      } finally {
        clearInterval(sweep)
      }
    },
  }
}

/** The routes of load balancers and of Prometheus. */
function mountHealth(app: FastifyInstance, health: Health, clock: Clock): void {
  // Health checks come often, and answering from the cache costs nothing.
  const asked = { config: { rateLimit: false } }
  const readiness = createReadiness(health, clock)
  app.get('/healthz', asked, () => ({ status: 'ok' }))
  app.get('/readyz', asked, async (_request, reply) => {
    const { database, queue, ...age } = await readiness()
    // An unreachable platform is not a fault of this process, which goes on with everything else.
    const platforms = Object.fromEntries(
      (health.platforms ?? []).map((platform) => [platform.name, platform.connected()]),
    )
    const ready = database && queue
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', database, queue, ...age, ...platforms })
  })
  app.get('/metrics', asked, async (_request, reply) => {
    const metrics = await health.metrics?.()
    return metrics ? reply.type(metrics.type).send(metrics.body) : reply.code(404).send()
  })
}
