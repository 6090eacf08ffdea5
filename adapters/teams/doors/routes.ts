import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import { isLoopback } from '../../../src/core/text/addresses/loopback.ts'
import type { Reply } from '../context.ts'
import type { Incoming } from '../inbound/incoming.ts'
import { readInbound } from '../inbound/readActivity.ts'
import { isService } from '../people/trust.ts'
import type { TeamsSettings } from '../settings.ts'
import type { ActivityCheck } from './authenticate.ts'

interface RoutesDependencies {
  readonly settings: TeamsSettings
  /** Undefined for the local client, which sends no tokens. */
  readonly door: ActivityCheck | undefined
  readonly log: Log
  readonly clock: Clock
  readonly handle: (incoming: Incoming) => Promise<Reply>
}

const bodyLimit = 256 * 1024
/** What Teams calls itself in an activity. */
const channel = 'msteams'

/** `/api/messages`: who sends an activity is checked before its body is read. */
export function teamsRoutes(deps: RoutesDependencies): Routes {
  const refusals = createRefusals(deps.log, deps.clock, 'a request to /api/messages was refused')
  const refuse = (status: number, why: string): Reply => {
    refusals(why)
    return { status, body: { message: status === 401 ? 'The request is not signed by Teams.' : why } }
  }
  return {
    async mount(given) {
      const scope = given as FastifyInstance
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        'application/json',
        { parseAs: 'string', bodyLimit },
        scope.getDefaultJsonParser('error', 'error'),
      )
      const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
        const wrong = await wrongSender(deps, refuse, request)
        if (wrong) return reply.code(wrong.status).send(wrong.body ?? '')
      }
      // Helmet's headers are for browsers; only Teams’ servers call this route.
      const signed = { bodyLimit, helmet: false, config: { rateLimit: false }, onRequest } as const
      scope.post('/api/messages', signed, async (request, reply) => {
        const { status, body } = await receive(deps, refuse, request)
        return reply.code(status).send(body ?? '')
      })
    },
  }
}

type Refuse = (status: number, why: string) => Reply

/** The refusal of whoever may not send activities at all. */
async function wrongSender(
  { door, log }: RoutesDependencies,
  refuse: Refuse,
  request: FastifyRequest,
): Promise<Reply | undefined> {
  if (!door) return isNear(request) ? undefined : refuse(403, 'Only a client on this machine is answered.')
  const { authorization } = request.headers
  if (authorization === undefined) return refuse(401, 'no token')
  const serviceUrl = serviceUrlOf(authorization) ?? ''
  const checked = await door.check(authorization, { type: 'message', channelId: channel, serviceUrl })
  if (checked.kind === 'in') return undefined
  if (checked.kind === 'out') return refuse(401, checked.why)
  log.error({ err: checked.error }, 'failed to check a token of Teams')
  return { status: 503 }
}

async function receive(
  { settings, door, handle }: RoutesDependencies,
  refuse: Refuse,
  { body, headers }: FastifyRequest,
): Promise<Reply> {
  const activity = object(body)
  if (text(activity['type']) === undefined) return refuse(400, 'The request is not an activity.')
  const serviceUrl = text(activity['serviceUrl'])
  if (door) {
    // Activities from another channel of the same bot are refused; their tokens differ too.
    if (activity['channelId'] !== channel) return refuse(401, 'another channel')
    if (serviceUrl !== serviceUrlOf(headers.authorization ?? ''))
      return refuse(401, 'the token is for another service address')
  }
  if (serviceUrl === undefined || !isService(settings, serviceUrl)) {
    return refuse(403, 'The service address does not belong to Teams.')
  }
  return handle(readInbound(activity, settings.app.kind === 'local'))
}

/** The service address that a token names, to be believed once the token has been checked. */
function serviceUrlOf(authorization: string): string | undefined {
  try {
    const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString('utf8')
    return text(object(JSON.parse(claims))['serviceurl'])
  } catch {
    return undefined
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
