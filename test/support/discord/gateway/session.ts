import { randomUUID } from 'node:crypto'

import { WebSocket } from 'ws'

import type { Json } from '../../../../src/core/json.ts'
import { app } from '../far/defaults.ts'
import type { Directory } from '../far/directory.ts'
import { guildObject, userObject } from '../far/objects.ts'

/** What the gateway knows of the world. */
export interface GatewayGround {
  readonly directory: Directory
  isGood(token: unknown): boolean
  /** The code with which somebody who identifies like this is closed out; undefined where they come in. */
  refusal(identify: Json): number | undefined
}

/** What one client was told, so that it can be told again. */
export interface Session {
  readonly id: string
  start(socket: WebSocket): void
  /** Tells what was missed after this number. */
  resume(socket: WebSocket, seq: number): void
  say(event: string, data: Json): void
  leave(socket: WebSocket): void
  isHere(): boolean
}

interface Dispatch {
  readonly op: 0
  readonly s: number
  readonly t: string
  readonly d: Json
}

/** `Guilds`, the one intent that the bot is to have. */
const guilds = 1
/** Members, presences and message contents: for those alone to whom Discord grants them. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15)
const known = 0x3f_ff_ff | (1 << 24) | (1 << 25)

/** What is wrong with the intents of an `IDENTIFY`: the code, and what it is noted as. */
export function wrongIntents(
  intents: unknown,
): { readonly code: number | undefined; readonly problem: string } | undefined {
  const bits = Number(intents)
  if (bits === guilds) return undefined
  const problem = `IDENTIFY: the intents are ${String(intents)}, not ${guilds}`
  if (!Number.isInteger(bits) || bits < 0 || (bits & ~known) !== 0) return { code: 4013, problem }
  return { code: (bits & privileged) !== 0 ? 4014 : undefined, problem }
}

export function createSession({ directory }: GatewayGround, url: string): Session {
  const id = randomUUID().replaceAll('-', '')
  const said: Dispatch[] = []
  let here: WebSocket | undefined

  function send(dispatch: Dispatch): void {
    if (here?.readyState === WebSocket.OPEN) here.send(JSON.stringify(dispatch))
  }

  const session: Session = {
    id,
    start(socket) {
      here = socket
      const me = directory.users.get(app.id)
      const own = [...directory.guilds.values()].filter((one) => one.bot)
      session.say('READY', {
        ...{ v: 10, user: me ? userObject(me) : {}, session_id: id, resume_gateway_url: url, shard: [0, 1] },
        guilds: own.map((one) => ({ id: one.id, unavailable: true })),
        application: { id: app.id, flags: 0 },
      })
      for (const guild of own) session.say('GUILD_CREATE', guildObject({ directory }, guild))
    },
    resume(socket, seq) {
      here = socket
      for (const one of said.filter(({ s }) => s > seq)) send(one)
      session.say('RESUMED', {})
    },
    say(event, data) {
      const dispatch: Dispatch = { op: 0, s: said.length + 1, t: event, d: data }
      said.push(dispatch)
      send(dispatch)
    },
    leave(socket) {
      if (here === socket) here = undefined
    },
    isHere: () => here !== undefined,
  }
  return session
}
