import { DeliveryError } from '../../core/errors.ts'

interface CallFailure {
  /** The HTTP status; 0 where there was no response. */
  readonly status?: number
  /** The platform’s own error code. */
  readonly code?: string | number | undefined
  /** In seconds. */
  readonly retryAfter?: number | undefined
  /** The call certainly never reached the platform. */
  readonly unsent?: boolean
}

/** A call to a platform that failed, in the terms that all platforms share. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly status: number
  readonly code: string | number | undefined
  readonly retryAfter: number | undefined
  readonly unsent: boolean

  constructor(about: string, { status = 0, code, retryAfter, unsent = false }: CallFailure = {}) {
    super(about)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
    this.unsent = unsent
  }
}

/** Errors of a connection that was never made, so that a retry cannot send anything twice. */
const unreached: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** No SDK wraps an error more often; the limit also ends a chain of causes that loops. */
const deepestCause = 6

/** Whether an error, or one that it wraps as `cause` or `original`, means that nothing was sent. */
export function neverSent(error: unknown): boolean {
  let cause = error
  for (let depth = 0; depth < deepestCause && typeof cause === 'object' && cause !== null; depth += 1) {
    if ('code' in cause && unreached.has(cause.code)) return true
    cause = 'original' in cause ? cause.original : 'cause' in cause ? cause.cause : undefined
  }
  return false
}

/**
 * Runs a step before anything is said, so that its failure leaves nothing in doubt. Raises `DeliveryError`, never
 * an ambiguous one; `meaning` reads the platform’s own errors.
 */
export async function beforeSending<T>(
  work: Promise<T>,
  meaning: (error: unknown) => DeliveryError = passing,
): Promise<T> {
  return work.catch((error: unknown) => {
    const failed = error instanceof DeliveryError ? error : meaning(error)
    throw failed.fault.kind === 'ambiguous' ? passing(failed) : failed
  })
}

/** A failure that a retry may not meet again. */
function passing(error: unknown): DeliveryError {
  return new DeliveryError(error instanceof Error ? error.message : String(error), { kind: 'retryable' })
}

/** Nothing was tried yet: the next turn in this conversation comes in `ms`. */
export function pacedBy(ms: number): DeliveryError {
  return new DeliveryError('Rate limit of this conversation: to be sent later.', {
    kind: 'paced',
    afterSeconds: Math.max(1, Math.ceil(ms / 1000)),
  })
}
