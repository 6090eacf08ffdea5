import type { Mishap, Reply } from '../../faults/callFaults.ts'

export type { Ending, Reply } from '../../faults/callFaults.ts'

export type Operation =
  | 'send'
  | 'update'
  | 'delete'
  | 'create'
  | 'member'
  | 'members'
  | 'team'
  | 'token'
  | 'openid'
  | 'upload'

/** A call that Teams answers by saying no. */
interface Refused {
  readonly kind: 'status'
  readonly status: number
  readonly code?: string
  readonly message?: string
  readonly retryAfter?: number
  /** In place of Teams' own shape of an error. */
  readonly body?: unknown
}

/** What shall go wrong with a call. */
export type Fault = Refused | Mishap

/** How Teams says no. */
export function no(status: number, code: string, message: string = code): Reply {
  return { status, body: { error: { code, message } } }
}

/** The answer to a call for which a status was ordered. */
export function refusal({
  status,
  code = 'ServiceError',
  message = 'A fault that was ordered.',
  retryAfter,
  body,
}: Refused): Reply {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return { ...no(status, code, message), headers, ...(body === undefined ? {} : { body }) }
}
