import type { ServerResponse } from 'node:http'

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

/** What shall go wrong with a call. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code?: string
      readonly message?: string
      readonly retryAfter?: number
      /** In place of Teams' own shape of an error. */
      readonly body?: unknown
    }
  /** The connection is reset: before anything was done, or when all was done but the answer. */
  | { readonly kind: 'reset'; readonly before: boolean }
  /** All is done at once, and answered late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Never answers; does nothing either, unless told to. */
  | { readonly kind: 'hang'; readonly acts?: boolean }

/** What is sent back; a body that is not text goes as JSON, and none where it is undefined. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Faults {
  order(operation: Operation, fault: Fault, times?: number, where?: { readonly conversation?: string }): void
  take(operation: Operation | undefined, conversation: string | undefined): Fault | undefined
  clear(): void
}

/** Faults in the order in which they were asked for; each is used up by as many calls as it was ordered for. */
export function createFaults(): Faults {
  let ordered: { operation: Operation; fault: Fault; left: number; conversation: string | undefined }[] = []
  return {
    order(operation, fault, times = 1, { conversation } = {}) {
      ordered.push({ operation, fault, left: times, conversation })
    },
    take(operation, conversation) {
      const found = ordered.find(
        (one) =>
          one.operation === operation &&
          (one.conversation === undefined || one.conversation === conversation),
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

/** Does what is asked and answers, as far as the fault lets it; resolves to what became of the call. */
export async function meddle(
  response: ServerResponse,
  fault: Fault | undefined,
  act: () => Reply,
): Promise<Ending> {
  switch (fault?.kind) {
    case 'status': {
      const { status, code = 'ServiceError', message = 'A fault that was ordered.', retryAfter } = fault
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
      return send(response, { ...no(status, code, message), headers, ...own(fault.body) })
    }
    case 'reset':
      if (!fault.before) act()
      response.socket?.resetAndDestroy()
      return fault.before ? 'reset before' : 'reset after'
    case 'hang':
      if (fault.acts) act()
      return fault.acts ? 'hung after' : 'hung before'
    case 'delay': {
      const late = act()
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      return send(response, late)
    }
    case undefined:
      return send(response, act())
  }
}

/** The status that was sent, or why none was; undefined while the call is underway. */
export type Ending = number | 'reset before' | 'reset after' | 'hung before' | 'hung after' | undefined

/** How Teams says no. */
export function no(status: number, code: string, message: string = code): Reply {
  return { status, body: { error: { code, message } } }
}

function own(body: unknown): { readonly body?: unknown } {
  return body === undefined ? {} : { body }
}

function send(response: ServerResponse, { status, body, headers }: Reply): number {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { ...(text === undefined ? {} : { 'content-type': type }), ...headers })
  response.end(text)
  return status
}
