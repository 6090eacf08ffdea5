import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { type Clock, systemClock } from '../../../../src/core/clock.ts'
import { text } from '../../../../src/core/json.ts'
import { meddle } from '../../faults/callFaults.ts'
import { createGateway } from '../gateway/gateway.ts'
import { wrongIntents } from '../gateway/session.ts'
import { publicKeyOf } from '../sent/keys.ts'
import { bring } from '../sent/signed.ts'
import type { Asked, Deed, Ground } from './asked.ts'
import { conversing, say } from './channels.ts'
import { refusing, wrongCallback, wrongRequest } from './checks.ts'
import { app, version } from './defaults.ts'
import { createDirectory } from './directory.ts'
import { scheduling } from './events.ts'
import type { Call, FarSide } from './face.ts'
import { discordFaults, invalid, no, type Reply, refusal } from './faults.ts'
import { looking } from './guilds.ts'
import { answerMs, createInteractions, respond } from './interacting.ts'
import { readForm, readWritten } from './multipart.ts'
import { roleKeeping } from './servers/roles.ts'
import { createMint } from './snowflake.ts'
import { interacting } from './webhooks.ts'

export type { Call, Delivered, FarSide } from './face.ts'

export interface FarSideOptions {
  readonly clock?: Clock
  /** For how many minutes the same nonce makes no second message; 5 unless told. */
  readonly nonceMinutes?: number
  /** For how long a first answer is waited for; as long as Discord does unless told. */
  readonly waitsMs?: number
}

/** Discord as the bot sees it, on this machine. */
export async function startFarSide({
  clock = systemClock,
  nonceMinutes = 5,
  waitsMs = answerMs,
}: FarSideOptions = {}): Promise<FarSide> {
  const faults = discordFaults()
  const directory = createDirectory()
  const interactions = createInteractions(clock)
  let token: string | undefined = app.token
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const problems: string[] = []
  const gateway = createGateway(server, `ws://${host}`, {
    directory,
    isGood: (given) => given === token,
    refusal(identify) {
      const wrong = wrongIntents(identify['intents'])
      if (wrong) problems.push(wrong.problem)
      return identify['token'] === token ? wrong?.code : 4004
    },
  })
  const ground: Ground = {
    application: { id: app.id, publicKey: publicKeyOf(), endpointUrl: null },
    ...{ clock, mint: createMint(clock), directory, interactions, nonceMinutes, waitsMs },
    ...{ messages: [], events: [], commands: new Map(), gatewayUrl: gateway.url },
    identifiesLeft: () => gateway.left,
  }
  const { mint, messages, events, commands, application } = ground

  const far: FarSide = {
    ...directory,
    ...{ clock, waitsMs, apiUrl: `http://${host}/api`, calls: [], messages, events, commands, problems },
    ...{ modals: interactions.modals, interactions, gateway, mint, application },
    settings: (over = {}) => ({
      ...{ token: app.token, applicationId: app.id, publicKey: publicKeyOf(), apiUrl: far.apiUrl },
      ...{ guilds: [], commandGuild: undefined, ...over },
    }),
    callsOf: (kind) => far.calls.filter((call) => call.kind === kind),
    fault: faults.order,
    calm: faults.clear,
    async deliver(base, raw, sending = {}) {
      const interaction = interactions.register(raw)
      const answered = await bring(base, raw, { at: clock.now(), ...sending })
      const { status, json, form } = answered
      if (status !== 200 || json['type'] === undefined) return { ...answered, taken: undefined }
      const wrong = wrongCallback(json)
      problems.push(...wrong.map((one) => `answer to ${interaction.id}: ${one}`))
      const { files } = form ? await readForm(form) : { files: [] }
      const refused = refusing(wrong)
      const taken = refused.length > 0 ? invalid(refused) : respond(ground, interaction, json, files)
      return { ...answered, taken }
    },
    emit(raw) {
      const { endpointUrl } = application
      if (endpointUrl !== null) throw new Error(`interactions go to ${endpointUrl}, not by the gateway`)
      interactions.register(raw)
      gateway.emit('INTERACTION_CREATE', raw)
    },
    write: (author, channel, content, more = {}) =>
      say(ground, { author, channel, body: { content, ...more } }),
    directOf: (user) => directory.direct(user, mint).id,
    removeChannel(id) {
      const { guild, kind, parent } = directory.channels.get(id) ?? {}
      directory.removeChannel(id)
      const event = kind === 'thread' ? 'THREAD_DELETE' : 'CHANNEL_DELETE'
      const about = kind === 'thread' ? { type: 11, parent_id: parent } : { type: 0 }
      gateway.emit(event, { id, guild_id: guild, ...about })
    },
    removeBot(guild) {
      directory.removeBot(guild)
      gateway.emit('GUILD_DELETE', { id: guild })
    },
    revokeToken() {
      token = undefined
      gateway.close(4004)
    },
    clear() {
      for (const list of [far.calls, problems]) list.length = 0
      faults.clear()
    },
    async stop() {
      await gateway.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request
    const { body, files, problem } = await readWritten(request)
    const [, root, path] = new RegExp(`^(/api/${version})(/.*)$`).exec(url) ?? []
    const { pathname, searchParams: query } = new URL(`http://${host}${path ?? '/'}`)
    const parts = pathname.split('/').slice(1).map(decodeURIComponent)
    const asked = { method, parts, query, body, files }
    const deed = root === undefined ? undefined : find(asked)
    const { kind } = deed ?? {}
    const authorization = headers.authorization ?? ''
    const call: Call = {
      ...{ method, path: path ?? url, kind, at: new Date(), body, files, authorization, status: undefined },
    }
    far.calls.push(call)
    const wrong = deed ? [problem ?? [], wrongRequest(method, pathname, body, kind)].flat() : []
    const agent = text(headers['user-agent']) ?? ''
    const isClient = agent.startsWith('DiscordBot (')
    const texts = isClient ? wrong : [...wrong, `the user agent is ${agent || 'missing'}`]
    problems.push(...texts.map((one) => `${method} ${pathname}: ${one}`))
    const act = isClient
      ? judged(deed, authorization, wrong)
      : () => no(403, 40_333, 'internal network error')
    call.status = await meddle(response, faults.take(kind, call.path), refusal, act)
  }

  function judged(deed: Deed | undefined, authorization: string, wrong: readonly string[]): () => Reply {
    if (!deed) return () => no(404, 0, '404: Not Found')
    const isBot = token !== undefined && authorization === `Bot ${token}`
    if (!deed.open && !isBot) return () => no(401, 0, '401: Unauthorized')
    const refused = refusing(wrong)
    return refused.length > 0 ? () => invalid(refused) : deed.act
  }

  function find(asked: Asked): Deed | undefined {
    return (
      interacting(ground, asked) ??
      conversing(ground, asked) ??
      scheduling(ground, asked) ??
      roleKeeping(ground, asked) ??
      looking(ground, asked)
    )
  }

  return far
}
