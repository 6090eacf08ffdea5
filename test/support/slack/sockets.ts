import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { WebSocket, WebSocketServer } from 'ws'

import { createFaults, type Faults, type Mishap, type Reply } from '../faults/callFaults.ts'
import { patientAnswerMs } from '../runner/answerWaits.ts'
import { type Json, object, unique } from './payloads.ts'

/** What shall go wrong with a call. */
export type Fault =
  | { readonly kind: 'error'; readonly error: string; readonly extra?: Json }
  | { readonly kind: 'status'; readonly status: 429 | 500 | 502 | 503; readonly retryAfter?: number }
  | Mishap

/** Faults of calls by method, and of one channel where it is named. */
export const slackFaults = () => createFaults<string, Fault>()

/** Does what is asked and answers, as far as the fault lets it; resolves to what became of the call. */
export async function meddle(
  response: ServerResponse,
  fault: Fault | undefined,
  act: () => Promise<Reply>,
): Promise<string> {
  switch (fault?.kind) {
    case 'error':
      return reply(response, { status: 200, body: { ok: false, error: fault.error, ...fault.extra } })
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      const body = fault.status === 429 ? { ok: false, error: 'ratelimited' } : 'upstream error'
      return reply(response, { status: fault.status, body, headers })
    }
    case 'reset':
      if (!fault.before) await act()
      response.socket?.resetAndDestroy()
      return fault.before ? 'reset before' : 'reset after'
    case 'hang':
      if (fault.acts) await act()
      return fault.acts ? 'hung after' : 'hung before'
    case 'slow': {
      const late = await act()
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      return reply(response, late)
    }
    case undefined:
      return reply(response, await act())
  }
}

function reply(response: ServerResponse, { status, body, headers }: Reply): string {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
  if (status !== 200) return `status ${status}`
  const error = object(body)['error']
  return typeof error === 'string' ? error : 'ok'
}

export interface Ack {
  readonly envelope_id: string
  readonly payload?: Json
}

export interface Extra {
  readonly envelope_id?: string
  readonly accepts_response_payload?: boolean
  readonly retry_attempt?: number
  readonly retry_reason?: string
  /** How long the acknowledgement is waited for: longer than Slack’s three seconds unless told. */
  readonly timeoutMs?: number
  /** Which of the open connections, counted from 0. */
  readonly on?: number
}

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api'

/** Socket Mode as Slack's side of it. */
export interface Sockets {
  /** How many connections are open and may be sent to. */
  readonly open: number
  /** All acknowledgements that came, those nobody waited for too. */
  readonly acks: Ack[]
  /** What apps.connections.open answers. */
  ticket(): Json
  /** Resolves when so many connections are open. */
  opened(count?: number): Promise<void>
  send(type: EnvelopeType, payload: Json, extra?: Extra): Promise<Ack>
  /** Gives the envelope's id. */
  sendWithoutWaiting(type: EnvelopeType, payload: Json, extra?: Extra): string
  /** Tells so many connections, the oldest first, that they end; all of them when not said. */
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled', count?: number): void
  /** Ends so many connections without a word. */
  drop(count?: number): void
  /** The next so many apps.connections.open fail with an error's name or a status. */
  refuse(times: number, kind: string | 429 | 500 | 503): void
  /** Pings are answered by default; a mute server answers none and sends none. */
  mute(on: boolean): void
  stop(): void
}

/** Socket Mode on the upgrade of an HTTP server; `origin` is where that is reached. */
export function createSockets(server: Server, faults: Faults<string, Fault>, origin: () => string): Sockets {
  const upgrades = new WebSocketServer({ noServer: true, autoPong: false })
  const tickets = new Set<string>()
  const acks: Ack[] = []
  const waiting = new Map<string, (ack: Ack) => void>()
  let sockets: WebSocket[] = []
  let muted = false
  const usable = () => sockets.filter((socket) => socket.readyState === WebSocket.OPEN)
  const pinging = setInterval(() => {
    if (!muted) for (const socket of usable()) socket.ping('Ping from far side')
  }, 5_000).unref()

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const ticket = new URL(request.url ?? '/', origin()).searchParams.get('ticket') ?? ''
    if (!tickets.delete(ticket)) return socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
    return upgrades.handleUpgrade(request, socket, head, welcome)
  })

  function welcome(socket: WebSocket): void {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets = sockets.filter((one) => one !== socket)
    })
    socket.on('ping', (data) => muted || socket.pong(data))
    socket.on('message', (data) => {
      const ack: Ack = JSON.parse(String(data))
      acks.push(ack)
      waiting.get(ack.envelope_id)?.(ack)
    })
    const connection_info = { app_id: 'A1' }
    const debug_info = { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 }
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: sockets.length, debug_info, connection_info }),
    )
  }

  function sendWithoutWaiting(type: EnvelopeType, payload: Json, extra: Extra = {}): string {
    const { timeoutMs: _timeout, on = 0, ...rest } = extra
    const envelope_id = extra.envelope_id ?? `00000000-0000-4000-8000-${String(unique()).padStart(12, '0')}`
    const retries = type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {}
    const accepts_response_payload = type !== 'events_api'
    const socket = usable()[on]
    if (!socket) throw new Error('no connection is open')
    socket.send(JSON.stringify({ envelope_id, payload, type, accepts_response_payload, ...retries, ...rest }))
    return envelope_id
  }

  return {
    get open() {
      return usable().length
    },
    acks,
    sendWithoutWaiting,
    ticket() {
      const ticket = `ticket-${unique()}`
      tickets.add(ticket)
      return { ok: true, url: `${origin().replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=A1` }
    },
    async opened(count = 1) {
      while (usable().length < count) await new Promise((resolve) => setTimeout(resolve, 10))
    },
    send(type, payload, extra = {}) {
      const { timeoutMs = patientAnswerMs } = extra
      return new Promise<Ack>((resolve, reject) => {
        const id = sendWithoutWaiting(type, payload, extra)
        const late = setTimeout(
          () => reject(new Error(`no acknowledgement within ${timeoutMs} ms`)),
          timeoutMs,
        )
        waiting.set(id, (ack) => {
          clearTimeout(late)
          resolve(ack)
        })
      })
    },
    disconnect(reason, count = sockets.length) {
      const told = usable().slice(0, count)
      for (const socket of told) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }))
      }
      // A warning comes a while before the end.
      if (reason !== 'warning') setTimeout(() => told.map((socket) => socket.close()), 1_000).unref()
      sockets = sockets.filter((socket) => !told.includes(socket))
    },
    drop(count = sockets.length) {
      for (const socket of usable().slice(0, count)) socket.terminate()
    },
    refuse(times, kind) {
      const fault: Fault =
        typeof kind === 'string' ? { kind: 'error', error: kind } : { kind: 'status', status: kind }
      faults.order('apps.connections.open', fault, times)
    },
    mute(on) {
      muted = on
    },
    stop() {
      clearInterval(pinging)
      for (const socket of upgrades.clients) socket.terminate()
      upgrades.close()
    },
  }
}
