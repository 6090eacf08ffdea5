import { createFaults, type Mishap, type Reply } from '../../faults/callFaults.ts'

export type { Ending, Reply } from '../../faults/callFaults.ts'

/** What a fault is ordered for, and calls are found by. */
export type Kind =
  | 'send'
  | 'edit'
  | 'read'
  | 'delete'
  | 'direct'
  | 'callback'
  | 'followup'
  | 'original'
  | 'readOriginal'
  | 'removeOriginal'
  | 'commands'
  | 'readCommands'
  | 'event'
  | 'moveEvent'
  | 'removeEvent'
  | 'events'
  | 'member'
  | 'roles'
  | 'role'
  | 'giveRole'
  | 'guild'
  | 'channel'
  | 'me'
  | 'gateway'

/** A call that Discord answers by saying no. */
interface Refused {
  readonly kind: 'status'
  readonly status: number
  readonly code?: number
  readonly message?: string
  /** In seconds. */
  readonly retryAfter?: number
  /** Where it is said how long to wait; in both places unless told. */
  readonly waitIn?: 'header' | 'body'
  /** In place of Discord’s own shape of an error. */
  readonly body?: unknown
}

/** What shall go wrong with a call. */
export type Fault = Refused | Mishap

/** Faults of calls; of one channel or server, where its id is named. */
export const discordFaults = () =>
  createFaults<Kind, Fault>((where, path) => path?.split(/[/?]/).includes(where) === true)

/** How Discord says no. */
export function no(status: number, code: number, message: string, more: object = {}): Reply {
  return { status, body: { message, code, ...more } }
}

/** How it says that something does not stand as it must. */
export function invalid(problems: readonly string[]): Reply {
  const errors = { _errors: problems.map((message) => ({ code: 'BASE_TYPE_BAD', message })) }
  return no(400, 50_035, 'Invalid Form Body', { errors })
}

/** The answer to a call for which a status was ordered. */
export function refusal(fault: Refused): Reply {
  const { status, code = 0, message = 'A fault that was ordered.', retryAfter, waitIn } = fault
  const inBody = retryAfter !== undefined && waitIn !== 'header'
  const inHeader = retryAfter !== undefined && waitIn !== 'body'
  const reply = no(status, code, message, inBody ? { retry_after: retryAfter, global: false } : {})
  const headers = inHeader ? { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' } : {}
  return { ...reply, headers, ...(fault.body === undefined ? {} : { body: fault.body }) }
}
