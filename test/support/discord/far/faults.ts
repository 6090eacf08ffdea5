import type { ServerResponse } from 'node:http'

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

/** What shall go wrong with a call. */
export type Fault =
  | {
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
  /** The connection is reset: before anything was done, or when all was done but the answer. */
  | { readonly kind: 'reset'; readonly before: boolean }
  /** All is done at once, and answered late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never answers; does nothing either, unless told to. */
  | { readonly kind: 'hang'; readonly acts?: boolean }

/** What is sent back; a body that is not text goes as JSON, and none where it is undefined. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The status that was sent, or why none was; undefined while the call is underway. */
export type Ending = number | 'reset before' | 'reset after' | 'hung before' | 'hung after' | undefined

export interface Faults {
  /** For the next calls of a kind, one unless told; of one channel or server, where it is named. */
  order(kind: Kind, fault: Fault, times?: number, where?: string): void
  take(kind: Kind | undefined, path: string): Fault | undefined
  clear(): void
}

/** Faults in the order in which they were asked for; each is used up by as many calls as it was ordered for. */
export function createFaults(): Faults {
  let ordered: { kind: Kind; fault: Fault; left: number; where: string | undefined }[] = []
  return {
    order(kind, fault, times = 1, where) {
      ordered.push({ kind, fault, left: times, where })
    },
    take(kind, path) {
      const parts = path.split(/[/?]/)
      const found = ordered.find(
        (one) => one.kind === kind && (one.where === undefined || parts.includes(one.where)),
      )
      if (!found) return undefined
      found.left -= 1
      if (found.left <= 0) ordered = ordered.filter((one) => one !== found)
      return found.fault
    },
    clear() {
      ordered = []
    },
  }
}

/** How Discord says no. */
export function no(status: number, code: number, message: string, more: object = {}): Reply {
  return { status, body: { message, code, ...more } }
}

/** How it says that something does not stand as it must. */
export function invalid(problems: readonly string[]): Reply {
  const errors = { _errors: problems.map((message) => ({ code: 'BASE_TYPE_BAD', message })) }
  return no(400, 50_035, 'Invalid Form Body', { errors })
}

/** Does what is asked and answers, as far as the fault lets it; resolves to what became of the call. */
export async function meddle(
  response: ServerResponse,
  fault: Fault | undefined,
  act: () => Reply,
): Promise<Ending> {
  switch (fault?.kind) {
    case 'status':
      return send(response, ordered(fault))
    case 'reset':
      if (!fault.before) act()
      response.socket?.resetAndDestroy()
      return fault.before ? 'reset before' : 'reset after'
    case 'hang':
      if (fault.acts) act()
      return fault.acts ? 'hung after' : 'hung before'
    case 'slow': {
      const late = act()
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      return send(response, late)
    }
    case undefined:
      return send(response, act())
  }
}

function ordered(fault: Extract<Fault, { kind: 'status' }>): Reply {
  const { status, code = 0, message = 'A fault that was ordered.', retryAfter, waitIn } = fault
  const inBody = retryAfter !== undefined && waitIn !== 'header'
  const inHeader = retryAfter !== undefined && waitIn !== 'body'
  const reply = no(status, code, message, inBody ? { retry_after: retryAfter, global: false } : {})
  const headers = inHeader ? { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' } : {}
  return { ...reply, headers, ...(fault.body === undefined ? {} : { body: fault.body }) }
}

function send(response: ServerResponse, { status, body, headers }: Reply): number {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json'
  response.writeHead(status, { ...(text === undefined ? {} : { 'content-type': type }), ...headers })
  response.end(text)
  return status
}
