import { readOrigin } from '../../../../adapters/teams/inbound/origin.ts'
import { createTeams } from '../../../../adapters/teams/index.ts'
import { timings } from '../../../../adapters/teams/limits.ts'
import { createReferences } from '../../../../adapters/teams/people/addresses.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { TurnTime } from '../../../../src/core/feature/pacing.ts'
import type { Json } from '../../../../src/core/json.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer } from '../../../../src/process/server.ts'
import { stubHost } from '../../../support/stubHost.ts'
import { app, botId, guid, places } from '../../../support/teams/far/defaults.ts'
import { personalId } from '../../../support/teams/far/directory.ts'
import { type FarSide, startFarSide } from '../../../support/teams/far/farSide.ts'
import { type ActivityFields, message, type Person } from '../../../support/teams/sent/activities.ts'
import { bring as post } from '../../../support/teams/sent/signed.ts'
import { settingsFor } from '../../../support/teams/world/world.ts'
import type { Bench, DeliveryReceipt, ShortTimings } from '../../contract/subject.ts'
import { seenInMessage, seenInReply } from './seen.ts'

/** The adapter behind real HTTP, with a fake Teams on the far side and a stub for the house. */
export interface TeamsBench extends Bench {
  readonly far: FarSide
  readonly log: readonly string[]
  /** What happens somewhere, by the caller unless told. */
  at(given?: ActivityFields): ActivityFields
  bring(activity: Json): Promise<DeliveryReceipt>
  /** The token that was had at the start is too old by now. */
  outliveToken(): void
  /** Nobody has opened the caller’s personal chat yet; or nobody has met them at all. */
  forget(what: 'chat' | 'person'): Promise<void>
  /** What stands in conversations and what invokes were answered with, for the buttons in it. */
  holds(): readonly Json[]
}

/** Who asks in all samples. */
export const caller = { id: '29:ana', name: 'Ana', aadObjectId: guid(1), email: 'ana@compact.example' }
const other = { id: '29:ben', name: 'Ben', aadObjectId: guid(2), email: 'ben@compact.example' }

/** Who can be written to, and where both are. */
export const people = [caller, other] as const
export const rooms = [places.channel, places.groupChat] as const

export async function teamsBench(short: ShortTimings = {}, time?: TurnTime): Promise<TeamsBench> {
  const far = await startFarSide()
  for (const user of people) {
    far.addUser(user)
    far.personal(user.id)
  }
  const members = people.map(({ id }) => id)
  far.addTeam({ id: places.team, name: places.teamName, members })
  far.addChannel(places.team, { id: places.channel, name: places.channelName })
  far.addGroupChat({ id: places.groupChat, members })
  const clock = settableClock()
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const host = stubHost(clock, time)
  const references = createReferences(host.keep, clock)
  for (const user of people) {
    for (const where of ['personal', 'channel', 'groupChat'] as const) await meet(user, where)
  }
  const adapter = await createTeams({
    host,
    settings: settingsFor(far),
    log,
    timings: { ...timings, ...short },
  })
  await adapter.start()
  const server = await createServer(noStore, adapter.routes ? [adapter.routes] : [], log)
  const base = await server.listen(0, '127.0.0.1')
  const replies: Json[] = []

  /** Both have spoken to the bot before, everywhere. */
  async function meet(user: Person, where: 'personal' | 'channel' | 'groupChat'): Promise<void> {
    const origin = readOrigin(message('hello', { user, where, serviceUrl: far.serviceUrl }), false)
    if (origin) await references.learn(origin, { tenant: app.tenant, account: user.aadObjectId ?? '' })
  }

  const standing = () => far.messages.filter(({ deleted }) => !deleted)
  return {
    adapter,
    host,
    clock,
    far,
    log: lines,
    at: (given = {}) => ({ user: caller, serviceUrl: far.serviceUrl, at: clock.now(), ...given }),
    async bring(activity) {
      const { status, json, ms } = await post(base, activity)
      if (activity['type'] === 'invoke' && Object.keys(json).length > 0) replies.push(json)
      return { acknowledged: status === 200, ms }
    },
    outliveToken: () => clock.set(new Date(clock.now().getTime() + 7_200_000)),
    async forget(what) {
      const key = { platform: 'teams', tenant: app.tenant, kind: 'person', key: caller.aadObjectId }
      if (what === 'person') await host.keep.drop(key)
      else await host.keep.put(key, { id: caller.id, serviceUrl: far.serviceUrl, bot: botId() })
    },
    holds: () => [...replies, ...standing().map(({ activity }) => activity)],
    seen: () => [
      ...replies.flatMap((reply) => seenInReply(reply) ?? []),
      ...standing().map((posted) => seenInMessage(posted, caller.id, isDirect(posted.conversation))),
    ],
    async end() {
      await server.stop()
      await adapter.stop()
      await far.stop()
    },
  }
}

function isDirect(conversation: string): 'caller' | 'other' | undefined {
  if (conversation === personalId(caller.id)) return 'caller'
  return conversation.startsWith('a:') ? 'other' : undefined
}

/** Health is not asked for here. */
const noStore = {
  get store(): never {
    throw new Error('there is no store')
  },
  queueReady: async () => true,
}
