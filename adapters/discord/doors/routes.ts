import { createRefusals } from '../../../src/chat/work/refusals.ts'
import type { Routes, SignedAnswer, SignedRequest } from '../../../src/core/adapter.ts'
import { type Json, object } from '../../../src/core/json.ts'
import type { FirstResponse } from '../answers/firstResponse.ts'
import type { AdapterContext } from '../context.ts'
import { publicKeyOf, whyUnsigned } from './signature.ts'

interface RoutesDependencies {
  readonly publicKey: string
  readonly context: Pick<AdapterContext, 'log' | 'clock' | 'later'>
  /** Answers an interaction; undefined for one that is not ours, `elsewhere` when answered by a separate call. */
  readonly hear: (interaction: Json) => Promise<FirstResponse | 'elsewhere' | undefined>
}

const bodyLimit = 256 * 1024
/** Discord accepts no first response later than this. */
const patienceMs = 3_000

/** `/discord/interactions`: the signature of every interaction is checked before it is read. */
export function discordRoutes({ publicKey, context, hear }: RoutesDependencies): Routes {
  const key = publicKeyOf(publicKey)
  const refused = createRefusals(context.log, context.clock, 'a request to /discord/interactions was refused')
  return {
    signed: [{ path: '/discord/interactions', bodyLimit, answer }],
  }

  async function answer({ headers, body, afterwards }: SignedRequest): Promise<SignedAnswer> {
    const began = performance.now()
    const signature = headers['x-signature-ed25519']
    const timestamp = headers['x-signature-timestamp']
    const why = whyUnsigned(key, { signature, timestamp }, body, context.clock.now())
    if (why !== undefined) {
      refused(why)
      return { status: 401, body: { message: 'The request is not signed by Discord.' } }
    }
    const interaction = parse(body)
    if (!interaction) return { status: 400, body: { message: 'The request is not an interaction.' } }
    const first = await hear(interaction)
    if (!first) return { status: 400, body: { message: 'The interaction is not for this app.' } }
    if (first === 'elsewhere') return { status: 202 }
    follow(context, afterwards, first, began)
    return { status: 200, body: first.callback }
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
  afterwards: SignedRequest['afterwards'],
  { after, unheard }: FirstResponse,
  began: number,
): void {
  if (!after && !unheard) return
  const heard = (whole: boolean) => whole && performance.now() - began < patienceMs
  if (after) {
    const gone = new Promise<boolean>((resolve) => afterwards(resolve))
    later(gone.then((whole) => (heard(whole) ? after() : unheard?.())))
    return
  }
  // Nearly always there is no follow-up, and nothing to wait for.
  afterwards((whole) => {
    if (!heard(whole) && unheard) later(unheard())
  })
}
