import { within } from '../../../src/chat/work/within.ts'
import type { SignedAnswer, SignedRequest } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { object } from '../../../src/core/json.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Timings } from '../limits.ts'
import type { Connection } from './bolt.ts'
import { whyUnsigned } from './signature.ts'

interface RequestDependencies {
  readonly connection: Connection
  readonly secrets: readonly string[]
  readonly clock: Clock
  readonly log: Log
  readonly timings: Pick<Timings, 'eventMs'>
  /** Counts refused requests. */
  readonly refused: (why: string) => void
}

/** Bytes of a form that are read before its signature is checked: anybody can send a longer one, and make it costly. */
const mostUnsigned = 4_096

/** Answers one request: with the acknowledgement, or with the reason for refusing it. */
export async function receive(
  { connection, secrets, clock, log, timings, refused }: RequestDependencies,
  request: Pick<SignedRequest, 'body' | 'headers'>,
): Promise<SignedAnswer> {
  const type = header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  const isForm = type === 'application/x-www-form-urlencoded'
  if (isForm && isCertificateCheck(request.body)) return { status: 200 }
  const wrong = whyUnsigned(
    {
      body: request.body,
      timestamp: header(request, 'x-slack-request-timestamp'),
      signature: header(request, 'x-slack-signature'),
    },
    secrets,
    clock.now(),
  )
  if (wrong !== undefined) {
    refused(wrong)
    return { status: 401, body: 'The request is not signed by Slack.' }
  }
  const form = isForm ? readForm(request.body) : undefined
  const body = readBody(request.body, form)
  if (!body) return { status: 400, body: 'The request cannot be read.' }
  if (body['type'] === 'url_verification')
    return { status: 200, body: { challenge: String(body['challenge'] ?? '') } }
  const retry = Number(header(request, 'x-slack-retry-num') ?? 0) || 0
  return hear({ connection, log, timings }, body, retry)
}

async function hear(
  { connection, log, timings }: Pick<RequestDependencies, 'connection' | 'log' | 'timings'>,
  body: Readonly<Record<string, unknown>>,
  retry: number,
): Promise<SignedAnswer> {
  let answer: (response: SignedAnswer) => void = () => undefined
  const acknowledged = new Promise<SignedAnswer>((resolve) => {
    answer = resolve
  })
  const handled = connection
    .hear({
      body,
      retry,
      ack: async (said) => answer({ status: 200, ...(said === undefined ? {} : { body: said }) }),
    })
    .then((outcome): SignedAnswer => ({ status: outcome === 'done' ? 200 : 503 }))
    .catch((error: unknown): SignedAnswer => {
      log.error({ err: error }, 'failed to handle a Slack event')
      return { status: 500 }
    })
  const first = await within(Promise.race([acknowledged, handled]), timings.eventMs)
  // The work goes on; when Slack sends the event again, it is recognized.
  return first?.value ?? { status: 503 }
}

/** Slack checks the certificate now and then, without a signature; such a request does nothing. */
function isCertificateCheck(body: Buffer): boolean {
  return (
    body.length <= mostUnsigned && body.includes('ssl_check=1') && readForm(body).get('ssl_check') === '1'
  )
}

function readForm(body: Buffer): URLSearchParams {
  return new URLSearchParams(body.toString('utf8'))
}

/** The object in a body; undefined when the body holds none. */
function readBody(
  body: Buffer,
  form: URLSearchParams | undefined,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload = form?.get('payload')
    if (form && payload === null) return Object.fromEntries(form)
    const read: unknown = JSON.parse(payload ?? body.toString('utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? object(read) : undefined
  } catch {
    return undefined
  }
}

function header({ headers }: Pick<SignedRequest, 'headers'>, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}
