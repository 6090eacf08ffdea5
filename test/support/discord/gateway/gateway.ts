import type { Server } from 'node:http'

import { type WebSocket, WebSocketServer } from 'ws'

import type { Json } from '../../../../src/core/json.ts'
import { createSession, type GatewayGround, type Session } from './session.ts'

/** Discord’s gateway, as far as it is to be told how to behave. */
export interface Gateway {
  readonly url: string
  /** What was sent to it, heartbeats too, in order. */
  readonly received: Json[]
  /** How often somebody came in anew, and came back. */
  readonly identifies: number
  readonly resumes: number
  /** How often one may still come in today; 1000 less those who did, unless set. */
  left: number
  /** In milliseconds; told to those who connect from now on. */
  heartbeatMs: number
  /** Whether heartbeats are answered. */
  acks: boolean
  /** Those who come in or back are closed out with this code; undefined lets them in. */
  refuses: number | undefined
  /** Sessions that are ready now. */
  ready(): number
  /** Says something to every session, in its order; those who are away get it when they resume. */
  emit(event: string, data: Json): void
  /** Breaks every connection without a word; the sessions can be resumed. */
  drop(): void
  /** Closes every connection with a code. */
  close(code: number): void
  /** Asks every one to come back, op 7. */
  reconnect(): void
  /** Tells every one that its session is no good any more, op 9. */
  invalidate(resumable: boolean): void
  /** Forgets sessions, so that whoever comes back must come in anew. */
  forget(): void
  /** Connections are refused while it is down. */
  down: boolean
  stop(): Promise<void>
}

export function createGateway(server: Server, url: string, ground: GatewayGround): Gateway {
  const sockets = new WebSocketServer({ server })
  const sessions = new Map<string, Session>()
  const counts = { identifies: 0, resumes: 0, used: 0 }
  let total = 1000

  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined)
    if (gateway.down) return socket.terminate()
    greet(socket)
  })

  function greet(socket: WebSocket): void {
    let mine: Session | undefined
    const tell = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }))
    socket.on('message', (data) => {
      const said: { op?: number; d?: unknown } = JSON.parse(String(data))
      const d: Json = Object(said.d)
      gateway.received.push({ ...said })
      if (said.op === 1) {
        if (gateway.acks) tell(11, null)
      } else if (said.op === 2) {
        counts.identifies += 1
        counts.used += 1
        const code = gateway.refuses ?? ground.refusal(d)
        if (code !== undefined) return socket.close(code)
        mine = createSession(ground, url)
        sessions.set(mine.id, mine)
        mine.start(socket)
      } else if (said.op === 6) {
        counts.resumes += 1
        const code = gateway.refuses ?? (ground.isGood(d['token']) ? undefined : 4004)
        if (code !== undefined) return socket.close(code)
        mine = sessions.get(String(d['session_id']))
        if (mine) mine.resume(socket, Number(d['seq']))
        else tell(9, false)
      }
    })
    socket.on('close', (code) => {
      if (!mine) return
      mine.leave(socket)
      // Who goes with a word does not come back.
      if (code === 1000 || code === 1001) sessions.delete(mine.id)
    })
    tell(10, { heartbeat_interval: gateway.heartbeatMs })
  }

  const everySocket = (act: (socket: WebSocket) => void) => {
    for (const socket of sockets.clients) act(socket)
  }

  const gateway: Gateway = {
    ...{ url, received: [], heartbeatMs: 41_250, acks: true, refuses: undefined, down: false },
    get identifies() {
      return counts.identifies
    },
    get resumes() {
      return counts.resumes
    },
    get left() {
      return Math.max(0, total - counts.used)
    },
    set left(more) {
      total = counts.used + more
    },
    ready: () => [...sessions.values()].filter((one) => one.isHere()).length,
    emit(event, data) {
      for (const one of sessions.values()) one.say(event, data)
    },
    drop: () => everySocket((socket) => socket.terminate()),
    close: (code) => everySocket((socket) => socket.close(code)),
    reconnect: () => everySocket((socket) => socket.send(JSON.stringify({ op: 7, d: null }))),
    invalidate(resumable) {
      if (!resumable) sessions.clear()
      everySocket((socket) => socket.send(JSON.stringify({ op: 9, d: resumable })))
    },
    forget: () => sessions.clear(),
    async stop() {
      everySocket((socket) => socket.terminate())
      await new Promise((resolve) => sockets.close(resolve))
    },
  }
  return gateway
}
