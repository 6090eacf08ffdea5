import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Timings } from '../limits.ts'
import type { Installer } from '../people/install.ts'
import type { Connection } from './bolt.ts'
import { receive } from './request.ts'

/** Installation pages that one address may open in a minute. */
const pagesAMinute = 60

interface Means {
  readonly connection: Connection
  /** Empty where requests come by sockets alone: then every HTTP request is refused. */
  readonly secrets: readonly string[]
  readonly clock: Clock
  readonly log: Log
  readonly timings: Pick<Timings, 'eventMs'>
  readonly installer: Installer | undefined
}

/** `/slack/events` for everything that Slack sends, and the two pages of an installation. */
export function slackRoutes(means: Means): Routes {
  const { installer, log, clock } = means
  const refused = createRefusals(log, clock, 'a request to /slack/events was refused')
  return {
    async mount(given) {
      const scope = given as FastifyInstance
      // The signature covers the raw bytes, whatever their content type claims.
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      if (means.secrets.length > 0) {
        // Helmet's headers are for browsers; only Slack’s servers call this route.
        scope.post(
          '/slack/events',
          { helmet: false, config: { rateLimit: false } },
          async (request, reply) => {
            const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
            const { status, body: said } = await receive(
              { ...means, refused },
              { body, headers: request.headers },
            )
            if (typeof said === 'string') reply.type('text/plain; charset=utf-8')
            return reply.code(status).send(said ?? '')
          },
        )
      }
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
