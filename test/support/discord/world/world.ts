import { createDiscord } from '../../../../adapters/discord/index.ts'
import { type Timings, timings as usualTimings } from '../../../../adapters/discord/limits.ts'
import type { DiscordSettings } from '../../../../adapters/discord/settings.ts'
import { loadSample } from '../../../../db/samples/compact.ts'
import type { Host } from '../../../../src/core/adapter.ts'
import { type SettableClock, settableClock } from '../../../../src/core/clock.ts'
import type { Log } from '../../../../src/process/log.ts'
import { steadyDatabase, type TestDatabase } from '../../database.ts'
import { type Household, type Replica, startReplica } from '../../replica.ts'
import { patientAnswerMs } from '../../runner/answerWaits.ts'
import { until } from '../../runner/until.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { linkPeople, populate } from './people.ts'
import { bringing, type Speaking } from './speaking.ts'

export interface DiscordWorld extends Replica, Speaking {
  readonly far: FarSide
  readonly database: TestDatabase
  readonly clock: SettableClock
  readonly log: string[]
  /** Another process on the same database. */
  replica(settings?: Partial<DiscordSettings>): Promise<Replica>
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  /** Works off what is queued. */
  settle(): Promise<void>
  end(): Promise<void>
}

export interface WorldOptions {
  readonly settings?: Partial<DiscordSettings>
  /** Interactions come by the gateway rather than by HTTP. */
  readonly gateway?: boolean
  readonly now?: string
  /** Whether it is waited for until the gateway lets everybody in; else it may be told before to refuse. */
  readonly connects?: boolean
  /** Where time is what a test is about; else neither the bot nor Discord hurries, however busy the machine is. */
  readonly timings?: Partial<Timings>
  /** How many people may be written to without asking; any number unless told. */
  readonly askAbove?: number
  readonly household?: Household | undefined
  /** Done with the far side before the bot starts. */
  readonly before?: (far: FarSide) => void
}

/** The whole bot behind real HTTP or a real gateway, on a database of its own, with a fake Discord on the far side. */
export async function discordWorld({
  settings = {},
  gateway = false,
  now = '2026-11-21T12:00:00Z',
  connects = true,
  timings,
  askAbove,
  household,
  before,
}: WorldOptions = {}): Promise<DiscordWorld> {
  const clock = household?.clock ?? settableClock(new Date(now))
  const [database, far] = await Promise.all([
    household?.database ?? steadyDatabase(),
    startFarSide({ clock, ...(timings ? {} : { waitsMs: patientAnswerMs }) }),
  ])
  if (!household) await loadSample(database.store)
  populate(far)
  await linkPeople(database, household?.emails)
  far.application.endpointUrl = gateway ? null : 'https://rapporteur.example/discord/interactions'
  before?.(far)
  const log: string[] = []
  const byGateway = gateway ? { publicKey: undefined } : {}
  async function make(more: Partial<DiscordSettings> = {}): Promise<Replica> {
    const create = (host: Host, to: Log) =>
      createDiscord({
        host,
        settings: far.settings({ ...byGateway, ...settings, ...more }),
        log: to,
        timings: { ...usualTimings, ...(timings ?? { answerMs: patientAnswerMs }) },
      })
    const made = await startReplica(database, clock, log, create, { askAbove, household })
    const isIn = () => {
      if (!made.adapter.connected()) throw new Error(`it is not connected: ${log.join('')}`)
    }
    if (connects) await until(isIn)
    return made
  }
  const first = await make()
  const others: Replica[] = []
  const speaking = bringing(far, gateway ? undefined : first.base)

  return {
    ...{ ...first, ...speaking, far, database, clock, log },
    async replica(more) {
      const other = await make(more)
      others.push(other)
      return other
    },
    async turn(iso) {
      clock.set(new Date(iso))
      await first.bot.settle({ ticks: true })
    },
    settle: () => first.bot.settle({ ticks: false }),
    async end() {
      for (const one of [first, ...others]) await one.stop()
      await far.stop()
      if (!household) await database.drop()
    },
  }
}
