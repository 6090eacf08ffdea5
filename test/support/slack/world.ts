import { createSlack } from '../../../adapters/slack/index.ts'
import { type Timings, timings as usualTimings } from '../../../adapters/slack/limits.ts'
import type { SlackSettings } from '../../../adapters/slack/settings.ts'
import { loadSample } from '../../../db/samples/compact.ts'
import { type SettableClock, settableClock } from '../../../src/core/clock.ts'
import { steadyDatabase, type TestDatabase } from '../database.ts'
import { type Household, type Replica, startReplica } from '../replica.ts'
import { patientAnswerMs } from '../runner/answerWaits.ts'
import { type FarSide, startFarSide } from './farSide.ts'
import {
  blockActions,
  type EventKind,
  eventCallback,
  type Json,
  type PayloadFields,
  slashCommandFields,
} from './payloads.ts'
import { populate } from './people.ts'
import { type Answered, event, interaction, slashCommand } from './signed.ts'

export const signingSecret = 'a-signing-secret'

export interface SlackWorld extends Replica {
  readonly far: FarSide
  readonly database: TestDatabase
  readonly clock: SettableClock
  readonly log: string[]
  /** Another process on the same database. */
  replica(settings?: Partial<SlackSettings>): Promise<Replica>
  command(command: string, text?: string, given?: PayloadFields, base?: string): Promise<Answered>
  act(payload: Json, base?: string): Promise<Answered>
  tell(kind: EventKind, change?: Json, given?: PayloadFields, retry?: number): Promise<Answered>
  /** Presses the button of this label in what was said. */
  press(body: Json | undefined, label: string, where?: PressPlace, given?: PayloadFields): Promise<Answered>
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  /** Works off what is queued. */
  settle(): Promise<void>
  end(): Promise<void>
}

export { users } from './people.ts'

export type PressPlace = Parameters<typeof blockActions>[0]

export const settings: SlackSettings = {
  botToken: 'xoxb-1',
  signingSecrets: [signingSecret],
  appToken: undefined,
  appId: undefined,
  oauth: undefined,
  teams: [],
  trust: [],
  apiUrl: '',
  prefix: '',
}

/** The whole bot behind real HTTP, on a database of its own, with a fake Slack on the far side. */
export async function slackWorld(
  given: Partial<SlackSettings> = {},
  {
    enterpriseId,
    askAbove,
    household,
    timings = { answerMs: patientAnswerMs, eventMs: 2 * patientAnswerMs, quickCallMs: patientAnswerMs },
  }: {
    readonly enterpriseId?: string
    readonly askAbove?: number
    readonly household?: Household | undefined
    /** Where time is what a test is about; else the bot does not hurry, however busy the machine is. */
    readonly timings?: Partial<Timings>
  } = {},
): Promise<SlackWorld> {
  const [database, far] = await Promise.all([household?.database ?? steadyDatabase(), startFarSide()])
  const { users: _users, channels: _channels, ...team } = far.teams.get('T1') ?? far.addTeam(lone)
  if (enterpriseId !== undefined) far.addTeam({ ...team, enterpriseId })
  if (!household) await loadSample(database.store)
  populate(far, household?.emails)
  const clock = household?.clock ?? settableClock(new Date('2026-11-21T12:00:00Z'))
  const log: string[] = []
  const make = (more: Partial<SlackSettings> = {}) =>
    startReplica(
      database,
      clock,
      log,
      (host, to) =>
        createSlack({
          host,
          settings: { ...settings, ...given, ...more, apiUrl: far.url },
          log: to,
          timings: { ...usualTimings, ...timings },
        }),
      { askAbove, household },
    )
  const first = await make()
  const others: Replica[] = []
  const sending = (retry?: number) => ({
    secret: signingSecret,
    at: clock.now(),
    ...(retry === undefined ? {} : { retry: { num: retry, reason: 'http_timeout' } }),
  })
  const world: SlackWorld = {
    ...first,
    far,
    database,
    clock,
    log,
    async replica(more) {
      const other = await make(more)
      others.push(other)
      return other
    },
    command: (command, text = '', more = {}, base = first.base) =>
      slashCommand(base, slashCommandFields(command, text, withUrl(far, more)), sending()),
    act: (payload, base = first.base) => interaction(base, payload, sending()),
    tell: (kind, change = {}, more = {}, retry) =>
      event(first.base, eventCallback(kind, change, more), sending(retry)),
    press(body, label, where = 'channel', more = {}) {
      const { action, message } = findButton(body, label)
      return interaction(
        first.base,
        blockActions(
          where,
          action,
          withUrl(far, { ...more, change: { ...(message ? { message } : {}), ...more.change } }),
        ),
        sending(),
      )
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
  return world
}

const lone = { teamId: 'T1', name: 'Compact', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' }

function withUrl(far: FarSide, given: PayloadFields): PayloadFields {
  return { responseUrl: far.responseUrl(), ...given }
}

/** The action that pressing a button of this label sends. */
export function findButton(
  body: Json | undefined,
  label: string,
): { action: Json; message: Json | undefined } {
  const blocks = Array.isArray(body?.['blocks']) ? body['blocks'] : []
  for (const block of blocks) {
    const elements = Array.isArray(block.elements) ? block.elements : []
    const found = elements.find((one: Json) => one['type'] === 'button' && Object(one['text']).text === label)
    if (found) return { action: { ...found, block_id: block.block_id }, message: undefined }
    const list = elements.find((one: Json) => one['type'] === 'static_select')
    const chosen = list?.options.find((one: Json) => Object(one['text']).text === label)
    if (chosen) {
      const { type, action_id } = list
      const action = { type, action_id, block_id: block.block_id, selected_option: chosen, value: undefined }
      return { action, message: undefined }
    }
  }
  throw new Error(`no button ${label} in ${JSON.stringify(body).slice(0, 2000)}`)
}
