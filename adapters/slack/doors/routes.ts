import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes, SignedRoute } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Timings } from '../limits.ts'
import type { Installer } from '../people/install.ts'
import type { Connection } from './bolt.ts'
import { receive } from './request.ts'

const bodyLimit = 1024 * 1024
/** Installation pages that one address may open in a minute. */
const pagesAMinute = 60

interface RoutesDependencies {
  readonly connection: Connection
  /** Empty where requests come by sockets alone. */
  readonly secrets: readonly string[]
  readonly clock: Clock
  readonly log: Log
  readonly timings: Pick<Timings, 'eventMs'>
  readonly installer: Installer | undefined
}

/** `/slack/events` for everything that Slack sends, and the two pages of an installation. */
export function slackRoutes(deps: RoutesDependencies): Routes {
  const { installer, log, clock } = deps
  const refused = createRefusals(log, clock, 'a request to /slack/events was refused')
  const events: SignedRoute = {
    path: '/slack/events',
    bodyLimit,
    answer: (request) => receive({ ...deps, refused }, request),
  }
  return {
    // Without a secret every request by HTTP is refused: it comes by sockets alone.
    signed: deps.secrets.length > 0 ? [events] : [],
    async mount(given) {
      const scope = given as FastifyInstance
      if (!installer) return
      const page = { config: { rateLimit: { max: pagesAMinute, timeWindow: 60_000 } } }
      scope.get('/slack/install', page, (request, reply) => raw(request, reply, installer.install))
      scope.get('/slack/oauth_redirect', page, (request, reply) => raw(request, reply, installer.redirect))
    },
  }
}

/** Slack’s own package writes the response; the security headers are added to it. */
async function raw(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Installer['install'],
): Promise<void> {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  reply.raw.setHeader('cache-control', 'no-store')
  reply.hijack()
  try {
    await answer(request.raw, reply.raw)
  } catch (error) {
    request.log.error({ err: error }, 'failed to serve an installation page')
    if (!reply.raw.headersSent) reply.raw.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    reply.raw.end('Something went wrong on our side. Please try again.')
  }
}
