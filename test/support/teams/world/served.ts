import { createTeams } from '../../../../adapters/teams/index.ts'
import type { Json } from '../../../../src/core/json.ts'
import type { TestDatabase } from '../../database.ts'
import { until } from '../../runner/until.ts'
import { numberIn, type Served, serveWith, workOffAhead } from '../../served.ts'
import { app, guid } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { message, type Person, type Written } from '../sent/activities.ts'
import { installationUpdate } from '../sent/conversationEvents.ts'
import { type Answered, bring, type Sending } from '../sent/signed.ts'
import { populate, users } from './people.ts'
import { settingsFor } from './world.ts'

export interface ServedOptions {
  /** Where it finds Postgres and Teams; by the straight way unless told. */
  readonly env?: Readonly<Record<string, string>>
  /** Whether Teams can be asked from the start; waited for, so that the first command finds all in place. */
  readonly reachable?: boolean
}

/** Starts the program on a free port and waits until it serves. */
export async function serve(
  database: Pick<TestDatabase, 'url'>,
  far: Pick<FarSide, 'openIdUrl' | 'loginUrl'>,
  { env = {}, reachable = true }: ServedOptions = {},
): Promise<Served> {
  const served = await serveWith(database, {
    MICROSOFT_APP_ID: app.id,
    MICROSOFT_APP_PASSWORD: app.secret,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_TENANT_ID: app.tenant,
    MICROSOFT_OPENID_URL: far.openIdUrl,
    MICROSOFT_LOGIN_URL: far.loginUrl,
    TEAMS_SERVICE_HOSTS: '127.0.0.1',
    ...env,
  })
  if (reachable) {
    const known = async () => {
      const text = await (await fetch(`${served.base}/readyz`)).text()
      if (!/"teams":true/.test(text)) throw new Error(text)
    }
    await until(known)
  }
  return served
}

/** A fake Teams in which the sample's people have accounts. */
export async function farSide(): Promise<FarSide> {
  const far = await startFarSide()
  populate(far)
  return far
}

/** Links an account to each person of the directory; the person of number 7 is `29:1007`. */
export async function linkEverybody({ store }: TestDatabase, far: FarSide): Promise<void> {
  const people = await store.pool.query<{ id: number; name: string; email: string }>(
    'select id, name, email from people',
  )
  for (const { id, name, email } of people.rows) {
    const account = guid(1_000 + id)
    await store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       values ('teams', $1, $2, $3, now(), 'sample') on conflict do nothing`,
      [app.tenant, account, id],
    )
    far.addUser({ id: `29:${1_000 + id}`, aadObjectId: account, name, email })
    far.personal(`29:${1_000 + id}`)
  }
}

/** Everybody who is linked gets into a team with the bot; nobody has to write to it first. */
export async function meetEverybody(
  database: TestDatabase,
  far: FarSide,
  served: Pick<Served, 'base'>,
): Promise<void> {
  const team = { id: '19:everybody@thread.tacv2', name: 'Everybody' }
  far.addTeam({ ...team, members: [...far.users.keys()].filter((id) => /^29:1\d{3}$/.test(id)) })
  const by = { user: secretariat, serviceUrl: far.serviceUrl, where: 'channel', team } as const
  await tell(served, installationUpdate('add', { ...by, channel: team }))
  await until(async () => {
    const known = await numberIn(database, `select count(*) from kept where kind = 'person'`)
    if (known <= 30) throw new Error(`${known} people are known`)
  })
}

/** The sample's secretariat as it writes. */
export const secretariat: Person = { ...users.secretariat, aadObjectId: guid(1) }

/** Writes to one process, as the secretariat unless told. */
export function say(
  served: Pick<Served, 'base'>,
  far: Pick<FarSide, 'serviceUrl'>,
  text: string,
  given: Written = {},
  sending: Sending = {},
): Promise<Answered> {
  const { serviceUrl } = far
  return tell(served, message(text, { user: secretariat, serviceUrl, ...given }), sending)
}

/** Delivers an activity to one process; it may be delivered as often as wanted. */
export function tell(
  { base }: Pick<Served, 'base'>,
  activity: Json,
  sending: Sending = {},
): Promise<Answered> {
  return bring(base, activity, sending)
}

/** What a process does whose clock is so many minutes ahead: it works until nothing waits any more. */
export function workOffLater(database: TestDatabase, far: FarSide, minutes: number): Promise<void> {
  const settings = settingsFor(far)
  return workOffAhead(database, minutes, (host, log) => createTeams({ host, settings, log }))
}
