import type { FastifyInstance, FastifyRequest } from 'fastify'

import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { type Json, object, text } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { isLoopback } from '../../../src/core/text/loopback.ts'
import type { Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound } from '../inbound/readActivity.ts'
import { isService } from '../people/trust.ts'
import type { TeamsSettings } from '../settings.ts'
import type { Door } from './authenticate.ts'

interface RoutesDependencies {
  readonly settings: TeamsSettings
  /** Undefined for the local client, which sends no tokens. */
  readonly door: Door | undefined
  readonly log: Log
  readonly clock: Clock
  readonly handle: (incoming: Incoming) => Promise<Reply>
}

const bodyLimit = 256 * 1024

/** `/api/messages`: every activity is authenticated before it is read. */
export function teamsRoutes(deps: RoutesDependencies): Routes {
  const refusals = createRefusals(deps.log, deps.clock, 'a request to /api/messages was refused')
  return {
    async mount(given) {
      const scope = given as FastifyInstance
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        'application/json',
        { parseAs: 'string', bodyLimit },
        scope.getDefaultJsonParser('error', 'error'),
      )
      // Helmet's headers are for browsers; only Teams’ servers call this route.
      const signed = { bodyLimit, helmet: false, config: { rateLimit: false } } as const
      scope.post('/api/messages', signed, async (request, reply) => {
        const { status, body } = await receive(deps, refusals, request)
        return reply.code(status).send(body ?? '')
      })
    },
  }
}

async function receive(
  { settings, door, log, handle }: RoutesDependencies,
  refusals: (why: string) => void,
  request: FastifyRequest,
): Promise<Reply> {
  const activity = object(request.body)
  const refused = (status: number, why: string): Reply => {
    refusals(why)
    return { status, body: { message: status === 401 ? 'The request is not signed by Teams.' : why } }
  }
  if (text(activity['type']) === undefined) return refused(400, 'The request is not an activity.')
  if (door) {
    const told = await check(door, request, activity)
    if (told !== undefined) return told === 'unknown' ? { status: 503 } : refused(401, told)
  } else if (!isNear(request)) return refused(403, 'Only a client on this machine is answered.')
  const serviceUrl = text(activity['serviceUrl'])
  if (serviceUrl === undefined || !isService(settings, serviceUrl)) {
    return refused(403, 'The service address does not belong to Teams.')
  }
  return handle(readInbound(activity, settings.app.kind === 'local'))

  async function check(by: Door, { headers }: FastifyRequest, given: Json): Promise<string | undefined> {
    // Activities from another channel of the same bot are refused; their tokens differ too.
    if (given['channelId'] !== 'msteams') return 'another channel'
    if (headers.authorization === undefined) return 'no token'
    const checked = await by.check(headers.authorization, given)
    if (checked.kind === 'in') return undefined
    if (checked.kind === 'out') return checked.why
    log.error({ err: checked.error }, 'failed to check a token of Teams')
    return 'unknown'
  }
}

/** A page in a browser on this machine is refused: it calls by another host’s name. */
function isNear({ ip, headers }: FastifyRequest): boolean {
  const near = isLoopback(headers.host?.replace(/:\d+$/, '') ?? '') && /^(127\.|::1$|::ffff:127\.)/.test(ip)
  // So is anything that a proxy on this machine forwards for others.
  return (
    near && ['origin', 'forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].every((name) => !(name in headers))
  )
}
