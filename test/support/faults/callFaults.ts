import type { ServerResponse } from 'node:http'

/** What is sent back; a body that is not text goes as JSON, and none where it is undefined. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What may go wrong with a call to any platform. */
export type Mishap =
  /** The connection is reset: before anything was done, or when all was done but the answer. */
  | { readonly kind: 'reset'; readonly before: boolean }
  /** All is done at once, and answered late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never answers; does nothing either, unless told to. */
  | { readonly kind: 'hang'; readonly acts?: boolean }

/** The status that was sent, or why none was; undefined while the call is underway. */
export type Ending = number | 'reset before' | 'reset after' | 'hung before' | 'hung after' | undefined

export interface Faults<Kind, Fault> {
  /** For the next calls of a kind, one unless told; of one place, such as a conversation, where it is named. */
  order(kind: Kind, fault: Fault, times?: number, where?: string): void
  take(kind: Kind | undefined, place: string | undefined): Fault | undefined
  clear(): void
}

/** Faults in the order in which they were asked for; each is used up by as many calls as it was ordered for. */
export function createFaults<Kind, Fault>(
  isAt: (where: string, place: string | undefined) => boolean = (where, place) => where === place,
): Faults<Kind, Fault> {
  let ordered: { kind: Kind; fault: Fault; left: number; where: string | undefined }[] = []
  return {
    order(kind, fault, times = 1, where) {
      ordered.push({ kind, fault, left: times, where })
    },
    take(kind, place) {
      const found = ordered.find(
        (one) => one.kind === kind && (one.where === undefined || isAt(one.where, place)),
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

/** Does what is asked and answers, as far as the fault lets it; `refusal` is the answer to one that is a status. */
export async function meddle<Refused extends { readonly kind: 'status' }>(
  response: ServerResponse,
  fault: Refused | Mishap | undefined,
  refusal: (fault: Refused) => Reply,
  act: () => Reply,
): Promise<Ending> {
  switch (fault?.kind) {
    case 'status':
      return send(response, refusal(fault))
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

function send(response: ServerResponse, { status, body, headers }: Reply): number {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { ...(text === undefined ? {} : { 'content-type': type }), ...headers })
  response.end(text)
  return status
}
