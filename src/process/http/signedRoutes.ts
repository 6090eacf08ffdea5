import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import type { SignedAnswer, SignedRoute } from '../../core/adapter.ts'
import type { Log } from '../log.ts'
import type { Arrivals } from './limits.ts'
import { createUnfinished, type Unfinished } from './unfinished.ts'

/** What is told of a fault of ours; its cause stands in the log alone. */
export const ourFault = 'Something went wrong on our side.'

interface SignedRouteDependencies {
  readonly log: Log
  readonly arrivals: Arrivals
  /** Whether the server takes no new requests any more. */
  readonly stopping: () => boolean
}

/** Answers the signed routes of platforms, and leaves every other request to the framework. */
export function answerSigned(
  routes: readonly SignedRoute[],
  deps: SignedRouteDependencies,
  otherwise: RequestListener,
): RequestListener {
  const byPath = new Map(routes.map((route) => [route.path, route]))
  const unfinished = createUnfinished()
  return (request, response) => {
    const route = request.method === 'POST' ? byPath.get(pathOf(request.url ?? '')) : undefined
    if (!route) return otherwise(request, response)
    deps.arrivals.add(request, response)
    if (deps.stopping()) return refuse(response, 503, 'This process is about to stop.')
    readBody(request, route.bodyLimit, unfinished, (body) => {
      if (body) void answer(route, deps, request, response, body)
      else refuse(response, 413, 'The body of the request is too large.')
    })
  }
}

async function answer(
  route: SignedRoute,
  { log }: SignedRouteDependencies,
  { headers }: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  try {
    send(response, await route.answer({ headers, body, afterwards: (work) => afterwards(response, work) }))
  } catch (error) {
    log.error({ err: error }, 'failed to handle a request')
    send(response, { status: 500, body: errorBody(500, ourFault) })
  }
}

function send(response: ServerResponse, { status, body }: SignedAnswer): void {
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '')
  const type = typeof body === 'object' ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** What was not read of the request goes with its connection. */
function refuse(response: ServerResponse, status: number, message: string): void {
  response.setHeader('connection', 'close')
  send(response, { status, body: errorBody(status, message) })
}

function errorBody(statusCode: number, message: string): object {
  return { statusCode, message }
}

/** Gives the whole body, or undefined as soon as it is longer than `most` bytes; nothing where the request ends early. */
function readBody(
  request: IncomingMessage,
  most: number,
  unfinished: Unfinished,
  whole: (body: Buffer | undefined) => void,
): void {
  const chunks: Buffer[] = []
  let length = 0
  if (Number(request.headers['content-length'] ?? 0) > most) {
    whole(undefined)
    return
  }
  request.on('error', () => undefined)
  request.on('close', () => unfinished.end(request))
  request.on('end', () => {
    unfinished.end(request)
    const [only] = chunks
    if (length <= most) whole(only && chunks.length === 1 ? only : Buffer.concat(chunks))
  })
  request.on('data', (chunk: Buffer) => {
    if (length > most) return
    length += chunk.length
    if (length > most) {
      chunks.length = 0
      unfinished.end(request)
      return whole(undefined)
    }
    chunks.push(chunk)
    unfinished.add(request, chunk.length)
  })
}

function afterwards(response: ServerResponse, work: (whole: boolean) => void): void {
  const ended = () => work(response.writableFinished)
  // The connection may have closed while the answer was being made.
  if (response.destroyed) ended()
  else response.once('close', ended)
}

function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}
