import type { FastifyInstance, FastifyReply } from 'fastify'

import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes } from '../../../src/core/adapter.ts'
import { type Json, object } from '../../../src/core/json.ts'
import type { First } from '../answers/firstResponse.ts'
import type { AdapterContext } from '../context.ts'
import { publicKeyOf, whyUnsigned } from './signature.ts'

interface Means {
  readonly publicKey: string
  readonly context: Pick<AdapterContext, 'log' | 'clock' | 'later'>
  /** Answers an interaction; undefined for one that is not ours, `elsewhere` when answered by a separate call. */
  readonly hear: (interaction: Json) => Promise<First | 'elsewhere' | undefined>
}

const bodyLimit = 256 * 1024
/** Discord accepts no first response later than this. */
const patienceMs = 3_000

/** `/discord/interactions`: the signature of every interaction is checked before it is read. */
export function discordRoutes({ publicKey, context, hear }: Means): Routes {
  const key = publicKeyOf(publicKey)
  const refused = createRefusals(context.log, context.clock, 'a request to /discord/interactions was refused')
  return {
    async mount(given) {
      const scope = given as FastifyInstance
      scope.removeAllContentTypeParsers()
      // The signature covers the raw bytes.
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
        done(null, body),
      )
      // Helmet's headers are for browsers; only Discord’s servers call this route.
      const signed = { bodyLimit, helmet: false, config: { rateLimit: false } } as const
      scope.post('/discord/interactions', signed, async (request, reply) => {
        const began = performance.now()
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const signature = request.headers['x-signature-ed25519']
        const timestamp = request.headers['x-signature-timestamp']
        const why = whyUnsigned(key, { signature, timestamp }, body, context.clock.now())
        if (why !== undefined) {
          refused(why)
          return reply.code(401).send({ message: 'The request is not signed by Discord.' })
        }
        const interaction = parse(body)
        if (!interaction) return reply.code(400).send({ message: 'The request is not an interaction.' })
        const first = await hear(interaction)
        if (!first) return reply.code(400).send({ message: 'The interaction is not for this app.' })
        if (first === 'elsewhere') return reply.code(202).send()
        follow(context, reply, first, began)
        return reply.code(200).send(first.callback)
      })
    },
  }
}

function parse(body: Buffer): Json | undefined {
  try {
    const read = object(JSON.parse(body.toString('utf8')))
    return typeof read['type'] === 'number' ? read : undefined
  } catch {
    return undefined
  }
}

/** Follow-ups wait until the first response has been sent, or certainly cannot be. */
function follow(
  { later }: Pick<AdapterContext, 'later'>,
  reply: FastifyReply,
  { after, unheard }: First,
  began: number,
): void {
  if (!after && !unheard) return
  const { raw } = reply
  const heard = () => raw.writableFinished && performance.now() - began < patienceMs
  /** The connection may have closed while the answer was being made. */
  const whenGone = (work: () => void) => {
    if (raw.destroyed) work()
    else raw.once('close', work)
  }
  if (after) {
    const gone = new Promise<void>((resolve) => whenGone(resolve))
    later(gone.then(() => (heard() ? after() : unheard?.())))
    return
  }
  // Nearly always there is no follow-up, and nothing to wait for.
  whenGone(() => {
    if (!heard() && unheard) later(unheard())
  })
}
