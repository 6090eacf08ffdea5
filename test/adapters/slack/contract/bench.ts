import { createSlack } from '../../../../adapters/slack/index.ts'
import { timings } from '../../../../adapters/slack/limits.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { TurnTime } from '../../../../src/core/feature/pacing.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer } from '../../../../src/process/server.ts'
import { type FarSide, startFarSide } from '../../../support/slack/farSide.ts'
import { type Json, object } from '../../../support/slack/payloads.ts'
import { type Answered, event, interaction, slashCommand } from '../../../support/slack/signed.ts'
import { settings, signingSecret } from '../../../support/slack/world.ts'
import { stubHost } from '../../../support/stubHost.ts'
import type { Bench, DeliveryReceipt, Seen, ShortTimings } from '../../contract/subject.ts'
import { seenIn } from './seen.ts'

/** The adapter behind real HTTP, with a fake Slack on the far side and a stub for the house. */
export interface SlackBench extends Bench {
  readonly far: FarSide
  readonly log: readonly string[]
  /** Response URLs come expired, views are closed once they are sent, and the bot is out of its channels. */
  closed: boolean
  /** A response URL that leads to a channel. */
  urlFor(channel: string): string
  /** The trigger of an event: minted once, and good for three seconds. */
  triggerFor(id: string): string
  command(fields: Record<string, string>): Promise<DeliveryReceipt>
  act(payload: Json): Promise<DeliveryReceipt>
  tell(payload: Json, retry?: number): Promise<DeliveryReceipt>
  /** What the far side itself holds, for the buttons in it. */
  holds(): readonly Json[]
}

/** Who asks in all samples. */
export const caller = 'U1'

export async function slackBench(short: ShortTimings = {}, time?: TurnTime): Promise<SlackBench> {
  const far = await startFarSide()
  const clock = settableClock()
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const one = { teamId: 'T1', name: 'Compact', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' }
  far.addTeam({ ...one, enterpriseId: 'E1' })
  far.addUser('T1', { id: 'U1', email: 'ana@compact.example', realName: 'Ana', tz: 'Europe/Vienna' })
  far.addUser('T1', { id: 'U2', email: 'ben@compact.example', realName: 'Ben' })
  for (const id of ['C1', 'C2']) {
    far.addChannel('T1', { id, name: id.toLowerCase(), members: ['UBOT1', 'U1', 'U2'] })
  }
  const host = stubHost(clock, time)
  const bot = {
    enterprise: 'E1',
    botToken: 'xoxb-1',
    botUserId: 'UBOT1',
    installedAt: clock.now().toISOString(),
  }
  await host.keep.put({ platform: 'slack', kind: 'installation', tenant: 'E1', key: 'bot' }, bot)
  const adapter = await createSlack({
    host,
    settings: { ...settings, apiUrl: far.url },
    log,
    timings: { ...timings, ...short, ...(short.answerMs === undefined ? {} : { eventMs: 1_500 }) },
  })
  await adapter.start()
  const server = await createServer(noStore, adapter.routes ? [adapter.routes] : [], log)
  const base = await server.listen(0, '127.0.0.1')
  const acks: { readonly body: Json; readonly channel: string }[] = []
  const urls = new Map<string, string>()
  const triggers = new Map<string, string>()
  const sending = { secret: signingSecret }

  async function taken(sent: Promise<Answered>, payload: Json): Promise<DeliveryReceipt> {
    const start = Date.now()
    const { status, json } = await sent
    const ms = Date.now() - start
    if (json) read(json, payload)
    return { acknowledged: status === 200, ms }
  }

  /** Does with an acknowledgement what Slack does. */
  function read(ack: Json, payload: Json): void {
    const action = ack['response_action']
    const id = String(object(payload['view'])['id'])
    if (action === undefined) acks.push({ body: ack, channel: String(payload['channel_id']) })
    else if (action === 'clear' || bench.closed) far.views.delete(id)
    else if (action === 'update') far.views.set(id, { id, ...object(ack['view']) })
  }

  const bench: SlackBench = {
    adapter,
    host,
    clock,
    far,
    log: lines,
    closed: false,
    urlFor(channel) {
      const url = far.responseUrl()
      urls.set(url.split('/').at(-1) ?? '', channel)
      if (bench.closed) far.expire(url)
      return url
    },
    triggerFor(id) {
      const trigger = triggers.get(id) ?? far.mintTrigger()
      triggers.set(id, trigger)
      return trigger
    },
    command: (fields) => taken(slashCommand(base, fields, sending), fields),
    act: (payload) => taken(interaction(base, payload, sending), payload),
    tell: (payload, retry) =>
      taken(
        event(
          base,
          payload,
          retry === undefined ? sending : { ...sending, retry: { num: retry, reason: 'http_timeout' } },
        ),
        payload,
      ),
    holds: () => [
      ...acks.map(({ body }) => body),
      ...far.responses.map(({ body }) => body),
      ...far.messages.map(({ args }) => args),
      ...far.views.values(),
      ...far.homes.values(),
    ],
    seen: () => [
      ...acks.map(({ body, channel }) => seenIn(body, readerOf(body, channel), 'message')),
      // What is taken away is not seen.
      ...far.responses
        .filter(({ body }) => body['delete_original'] !== true)
        .map(({ id, body }) => seenIn(body, readerOf(body, urls.get(id) ?? ''), 'message')),
      ...far.messages.map(({ channel, ephemeralTo, args }) =>
        seenIn(args, memberOf(channel, ephemeralTo), channel.startsWith('D') ? 'direct' : 'message'),
      ),
      ...[...far.views.values()].map((view) => seenIn(view, 'caller', 'view')),
      ...[...far.homes].map(([key, view]) =>
        seenIn(view, key === `T1:${caller}` ? 'caller' : 'other', 'view'),
      ),
    ],
    async end() {
      await server.stop()
      await adapter.stop()
      await far.stop()
    },
  }
  return bench
}

function readerOf(body: Json, channel: string): Seen['by'] {
  return body['response_type'] === 'in_channel' && !channel.startsWith('D') ? 'room' : 'caller'
}

function memberOf(channel: string, ephemeralTo: string | undefined): Seen['by'] {
  const only = ephemeralTo ?? (channel.startsWith('D') ? channel.slice(1) : undefined)
  if (only === undefined) return 'room'
  return only === caller ? 'caller' : 'other'
}

/** Health is not asked for here. */
const noStore = {
  get store(): never {
    throw new Error('there is no store')
  },
  queueReady: async () => true,
}
