import { createTeams } from '../../../../adapters/teams/index.ts'
import { type Timings, timings as usualTimings } from '../../../../adapters/teams/limits.ts'
import type { TeamsSettings } from '../../../../adapters/teams/settings.ts'
import { loadSample } from '../../../../db/samples/compact.ts'
import { type SettableClock, settableClock } from '../../../../src/core/clock.ts'
import { type Json, object } from '../../../../src/core/json.ts'
import { steadyDatabase, type TestDatabase } from '../../database.ts'
import { type Household, type Replica, startReplica } from '../../replica.ts'
import { patientAnswerMs } from '../../runner/answerWaits.ts'
import type { Posted } from '../far/asked.ts'
import { app, places } from '../far/defaults.ts'
import type { User } from '../far/directory.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { type ActivityFields, message, submitted, type Written } from '../sent/activities.ts'
import { cardAction, search, taskFetch, taskSubmit } from '../sent/invokes.ts'
import { type Answered, bring, type Sending } from '../sent/signed.ts'
import { cardIn, fieldsOf, findAction } from '../shown/cards.ts'
import { populate, type Role, users } from './people.ts'

export interface TeamsWorld extends Replica {
  readonly far: FarSide
  readonly database: TestDatabase
  readonly clock: SettableClock
  readonly log: string[]
  /** Another process on the same database. */
  replica(settings?: Partial<TeamsSettings>): Promise<Replica>
  /** Ids and places of an activity of this person, as the builders of activities want them. */
  by(user: Role, given?: ActivityFields): ActivityFields
  bring(activity: Json, sending?: Sending, base?: string): Promise<Answered>
  /** Writes to the bot; in channels and group chats by mentioning it. */
  say(user: Role, text: string, given?: Written, base?: string): Promise<Answered>
  /** Presses the button of this label in what was said, there where it stands. */
  press(posted: Posted, label: string, user?: Role, given?: ActivityFields): Promise<Answered>
  /** Opens the dialog behind data of a button. */
  fetch(user: Role, data: Json, given?: ActivityFields): Promise<Answered>
  /** Fills in a dialog, by options' names, and sends it off with the button of this label. */
  submit(
    user: Role,
    dialog: Json,
    label: string,
    values: Readonly<Record<string, string>>,
    given?: ActivityFields,
  ): Promise<Answered>
  search(user: Role, dataset: string, typed: string, given?: ActivityFields): Promise<Answered>
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  /** Works off what is queued. */
  settle(): Promise<void>
  end(): Promise<void>
}

/** The settings with which the fake of this address is served. */
export function settingsFor(far: Pick<FarSide, 'openIdUrl' | 'loginUrl'>): TeamsSettings {
  const { id, secret, tenant } = app
  return {
    app: { kind: 'secret', id, secret, tenant },
    tenants: [tenant],
    trust: [],
    openIdUrl: far.openIdUrl,
    loginUrl: far.loginUrl,
    serviceHosts: ['127.0.0.1'],
  }
}

/** The whole bot behind real HTTP, on a database of its own, with a fake Teams on the far side. */
export async function teamsWorld(
  given: Partial<TeamsSettings> = {},
  {
    askAbove,
    household,
    timings = { answerMs: patientAnswerMs },
  }: {
    readonly askAbove?: number
    readonly household?: Household | undefined
    /** Where time is what a test is about; else the bot does not hurry, however busy the machine is. */
    readonly timings?: Partial<Timings>
  } = {},
): Promise<TeamsWorld> {
  const local = given.app?.kind === 'local'
  const [database, far] = await Promise.all([
    household?.database ?? steadyDatabase(),
    startFarSide({ local }),
  ])
  if (!household) await loadSample(database.store)
  populate(far, household?.emails)
  const clock = household?.clock ?? settableClock(new Date('2026-11-21T12:00:00Z'))
  const log: string[] = []
  const make = (more: Partial<TeamsSettings> = {}) =>
    startReplica(
      database,
      clock,
      log,
      (host, to) =>
        createTeams({
          host,
          settings: { ...settingsFor(far), ...given, ...more },
          log: to,
          timings: { ...usualTimings, ...timings },
        }),
      { askAbove, household },
    )
  const first = await make()
  const others: Replica[] = []

  function by(role: Role, more: ActivityFields = {}): ActivityFields {
    const user = userOf(far, role)
    return { user, tenant: user.tenantId, serviceUrl: far.serviceUrl, at: clock.now(), ...more }
  }

  const world: TeamsWorld = {
    ...{ ...first, far, database, clock, log, by },
    async replica(more) {
      const other = await make(more)
      others.push(other)
      return other
    },
    bring: (activity, sending = {}, base = first.base) => bring(base, activity, { none: local, ...sending }),
    say: (user, text, more = {}, base) => world.bring(message(text, by(user, more)), {}, base),
    press(posted, label, user = 'secretariat', more = {}) {
      const action = findAction(posted.activity, label)
      const there = by(user, { ...placeOf(far, posted), replyTo: posted.id, ...more })
      const data = object(action['data'])
      if (action['type'] === 'Action.Execute') {
        return world.bring(cardAction(data, { verb: String(action['verb']), ...there }))
      }
      const opens = object(data['msteams'])['type'] === 'task/fetch'
      return world.bring(opens ? taskFetch(data, there) : submitted(data, there))
    },
    fetch: (user, data, more) => world.bring(taskFetch(data, by(user, more))),
    submit(user, dialog, label, values, more) {
      const typed = Object.entries(values).map(([name, value]) => [`f.${name}`, value])
      const data = object(findAction(cardIn(dialog), label)['data'])
      const sent = { ...data, ...fieldsOf(dialog), ...Object.fromEntries(typed) }
      return world.bring(taskSubmit(sent, by(user, more)))
    },
    search: (user, dataset, typed, more) => world.bring(search(dataset, typed, by(user, more))),
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

function userOf(far: FarSide, role: Role): User {
  const found = far.users.get(users[role].id)
  if (!found) throw new Error(`${role} has no account any more`)
  return found
}

/** Where a message stands, as an activity there says it. */
function placeOf(far: FarSide, { conversation: id, thread, id: message }: Posted): ActivityFields {
  const { kind = 'personal', name, team } = far.conversations.get(id) ?? {}
  if (kind !== 'channel') return { where: kind, conversation: id }
  const channel = { id, ...(name === undefined ? {} : { name }) }
  return { where: kind, channel, team: { id: team ?? places.team }, thread: thread ?? message }
}
