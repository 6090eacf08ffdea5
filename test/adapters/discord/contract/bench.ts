import { setTimeout as sleep } from 'node:timers/promises'

import { expect } from 'vitest'

import { createDiscord } from '../../../../adapters/discord/index.ts'
import { timings } from '../../../../adapters/discord/limits.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { TurnTime } from '../../../../src/core/feature/pacing.ts'
import { type Json, object } from '../../../../src/core/json.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer } from '../../../../src/process/server.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { type FarSide, startFarSide } from '../../../support/discord/far/farSide.ts'
import { stubHost } from '../../../support/stubHost.ts'
import type { Bench, DeliveryReceipt, ShortTimings } from '../../contract/subject.ts'
import { seenIn } from './seen.ts'

/** The adapter behind real HTTP or a real gateway, with a fake Discord on the far side and a stub for the house. */
export interface DiscordBench extends Bench {
  readonly far: FarSide
  readonly log: readonly string[]
  /** Brings an interaction as Discord does; the same id is the same interaction, which is made but once. */
  bring(id: string, make: () => Json): Promise<DeliveryReceipt>
  /** A message that stood there before; it is seen only if it is changed. */
  stood(message: Standing): Posted
}

interface Standing {
  readonly id: string
  readonly author: string
  readonly channel: string
  readonly body: Json
  readonly onlyFor?: string
}

/** Who asks in all samples. */
export const caller = {
  ...{ id: '1310000000000002001', username: 'ana', globalName: 'Ana', locale: 'en-GB' },
  /** The conversation with the bot. */
  direct: '1310000000000002101',
}
const other = {
  ...{ id: '1310000000000002002', username: 'ben', globalName: 'Ben', locale: 'fr' },
  direct: '1310000000000002102',
}

/** Who can be written to, and where both are. */
export const people = [caller, other] as const
export const rooms = [places.channel, places.otherChannel] as const

/** After so many milliseconds Discord takes no first answer any more. */
const firstAnswerMs = 3_200

type Open = (short?: ShortTimings, time?: TurnTime) => Promise<DiscordBench>

/** By HTTP. */
export const byRequests: Open = (short, time) => discordBench(false, short, time)

/** By the gateway. */
export const byGateway: Open = (short, time) => discordBench(true, short, time)

async function discordBench(
  gateway: boolean,
  short: ShortTimings = {},
  time?: TurnTime,
): Promise<DiscordBench> {
  const clock = settableClock()
  const far = await startFarSide({ clock })
  populate(far)
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const host = stubHost(clock, time)
  const settings = far.settings(gateway ? { publicKey: undefined } : {})
  const adapter = await createDiscord({ host, settings, log, timings: { ...timings, ...short } })
  await adapter.start()
  const server = await createServer(noStore, adapter.routes ? [adapter.routes] : [], log)
  const base = await server.listen(0, '127.0.0.1')
  const made = new Map<string, Json>()
  const before = new Set<string>()

  async function request(interaction: Json): Promise<DeliveryReceipt> {
    const { status, ms, taken } = await far.deliver(base, interaction)
    const again = object(taken?.body)['code'] === alreadyAnswered
    return { acknowledged: status === 202 || (taken !== undefined && (taken.status < 300 || again)), ms }
  }

  async function emit(interaction: Json): Promise<DeliveryReceipt> {
    const began = performance.now()
    far.emit(interaction)
    const answered = () => far.interactions.find(String(interaction['id']))?.answeredWith !== undefined
    while (!answered() && performance.now() - began < firstAnswerMs) await sleep(5)
    return { acknowledged: answered(), ms: performance.now() - began }
  }

  return {
    ...{ adapter, host, clock, far, log: lines },
    bring(id, make) {
      const interaction = made.get(id) ?? make()
      made.set(id, interaction)
      return gateway ? emit(interaction) : request(interaction)
    },
    stood({ onlyFor, ...message }) {
      const posted = {
        ...{ ...message, files: [], ephemeral: onlyFor !== undefined, onlyFor, interaction: undefined },
        ...{ loading: false, at: clock.now(), editedAt: undefined },
      }
      far.messages.push(posted)
      before.add(posted.id)
      return posted
    },
    seen: () =>
      far.messages
        .filter(({ id, editedAt, loading }) => !loading && !(before.has(id) && editedAt === undefined))
        .map((posted) => seenIn(posted, caller.id, far.channels.get(posted.channel)?.user)),
    async end() {
      await server.stop()
      await adapter.stop()
      await far.stop()
      expect(far.problems).toEqual([])
    },
  }
}

function populate(far: FarSide): void {
  for (const user of people) far.addUser(user)
  far.addGuild({ id: places.guild, name: places.guildName, members: people.map(({ id }) => id) })
  far.addChannel(places.guild, { id: places.channel, name: places.channelName })
  far.addChannel(places.guild, { id: places.otherChannel, name: places.otherChannelName })
  far.addChannel(places.guild, { id: places.thread, name: places.threadName, parent: places.channel })
  for (const { id, direct } of people) far.direct(id, () => direct)
}

/** An interaction that came again was answered the first time. */
const alreadyAnswered = 40_060

/** Health is not asked for here. */
const noStore = {
  get store(): never {
    throw new Error('there is no store')
  },
  queueReady: async () => true,
}
