import { setTimeout as pause } from 'node:timers/promises'

import { app } from '../../support/teams/far/defaults.ts'
import { type FarSide, startFarSide } from '../../support/teams/far/farSide.ts'
import type { Person } from '../../support/teams/sent/activities.ts'
import { copiedSample } from '../copied.ts'
import { insertPeople, type MadeUpPerson, madeUpPeople } from '../people.ts'
import { lookUpsOf } from '../recorded.ts'
import { type Child, child, compareMemory, compareServed, theBot } from '../served.ts'
import { compareStarts } from '../starts.ts'
import { type Line, line } from '../table.ts'
import { createTeamsLoad, type TeamsLoad } from './load.ts'

const atOnce = [16, 64]
/** So many that none says more in a conversation of two than Teams takes of a bot. */
const many = 1_000
const asking = {
  text: 'directory entity CTED',
  wanted: 'Counter-Terrorism Committee Executive Directorate',
}

/** The whole bot and a bare one on the SDK, each in its process and both through one fake of Teams, in turns. */
export async function benchTeams(server: string): Promise<readonly Line[]> {
  const people = madeUpPeople(many)
  const url = await peopled(server, people)
  const lookUps = await lookUpsOf(url, people[0]?.email ?? '', asking.text)
  const far = await startFarSide()
  const users = meet(far, people)
  const byKey = createTeamsLoad(
    far,
    users,
    people.slice(0, 50).map(({ email }) => ({ text: `directory person ${email}`, wanted: email })),
  )
  const load = createTeamsLoad(far, users, [asking])
  const settings = {
    DATABASE_URL: url,
    MICROSOFT_APP_ID: app.id,
    MICROSOFT_APP_PASSWORD: app.secret,
    MICROSOFT_APP_TYPE: 'SingleTenant',
    MICROSOFT_APP_TENANT_ID: app.tenant,
    MICROSOFT_OPENID_URL: far.openIdUrl,
    MICROSOFT_LOGIN_URL: far.loginUrl,
    TEAMS_SERVICE_HOSTS: '127.0.0.1',
  }
  const starts = {
    ours: () => theBot(settings),
    bare: () => child(['test/bench/teams/bare.ts'], { ...settings, LOOK_UPS: JSON.stringify(lookUps) }),
    bareName: 'a bare bot',
  }
  const children: Child[] = []
  try {
    const ours = await starts.ours()
    children.push(ours)
    const bare = await starts.bare()
    children.push(bare)
    for (const { base } of [ours, bare]) await answers(load, base)
    const pair = { ours, bare, bareName: starts.bareName }
    const lines: Line[] = []
    const loads = [
      { name: 'teams entity', least: 0.8, latest: 1.5, round: load.round },
      { name: 'teams look-up by key', least: 0.8, latest: 2, round: byKey.round },
    ]
    for (const one of loads) {
      for (const together of atOnce) {
        lines.push(
          ...(await compareServed(pair, { ...one, together })),
          ...compareMemory(`${one.name}, ${together} at once`, pair, 1.5),
        )
      }
    }
    lines.push(
      line('teams: people asked about', load.count('member'), '', { at: many, better: 'less' }),
      line('teams: tokens asked for', load.count('token'), '', { at: children.length, better: 'less' }),
    )
    return [...lines, ...(await compareStarts('teams', starts, (base) => byKey.ask(base)))]
  } finally {
    await Promise.all(children.map(({ stop }) => stop()))
    await far.stop()
  }
}

/** A copy of the sample in which these people are too. */
async function peopled(server: string, people: readonly MadeUpPerson[]): Promise<string> {
  const { url, store } = await copiedSample(server, 'teams')
  await insertPeople(store.pool, people)
  await store.pool.query('vacuum analyze')
  await store.close()
  return url
}

function meet(far: FarSide, people: readonly MadeUpPerson[]): readonly Person[] {
  return people.map(({ name, email }, index) => {
    const user = far.addUser({ id: `29:person-${index}`, name, email })
    far.personal(user.id)
    return user
  })
}

/** Waits until it answers as it should. */
async function answers(load: TeamsLoad, base: string): Promise<void> {
  const until = performance.now() + 15_000
  let answer = ''
  while (performance.now() < until) {
    answer = await load.ask(base).catch((error: unknown) => String(error))
    if (answer.includes(asking.wanted)) return
    await pause(200)
  }
  throw new Error(`it answers otherwise: ${answer}`)
}
