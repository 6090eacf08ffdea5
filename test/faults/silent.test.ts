import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { steadyDatabase, type TestDatabase } from '../support/database.ts'
import { app as discordApp } from '../support/discord/far/defaults.ts'
import { publicKeyOf } from '../support/discord/sent/keys.ts'
import { farSide as discordFarSide } from '../support/discord/world/served.ts'
import { killAll } from '../support/processes.ts'
import { until } from '../support/runner/until.ts'
import { type Served, serveWith } from '../support/served.ts'
import { farSide as slackFarSide } from '../support/slack/served.ts'
import { signingSecret } from '../support/slack/world.ts'
import { app as teamsApp } from '../support/teams/far/defaults.ts'
import { farSide as teamsFarSide } from '../support/teams/world/served.ts'

let database: TestDatabase
let far: Awaited<ReturnType<typeof farSides>>
beforeEach(async () => {
  database = await steadyDatabase()
  far = await farSides()
})
afterEach(async () => {
  await killAll()
  for (const one of Object.values(far)) await one.stop()
  await database.drop()
})

async function farSides() {
  return { slack: await slackFarSide(), teams: await teamsFarSide(), discord: await discordFarSide(database) }
}

/** From now on these are asked in vain: the connection is made, and nothing is ever said on it. */
function hush(...names: readonly (keyof typeof far)[]): void {
  const silence = { kind: 'hang' } as const
  if (names.includes('slack')) far.slack.fault('auth.test', silence, 100)
  if (names.includes('teams'))
    for (const one of ['token', 'openid'] as const) far.teams.fault(one, silence, 100)
  if (names.includes('discord'))
    for (const one of ['me', 'gateway', 'readCommands', 'commands', 'guild'] as const)
      far.discord.fault(one, silence, 100)
}

/** The program on all three platforms. */
function serve(): Promise<Served> {
  const { slack, teams, discord } = far
  return serveWith(database, {
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.url },
    ...{ MICROSOFT_APP_ID: teamsApp.id, MICROSOFT_APP_PASSWORD: teamsApp.secret },
    ...{ MICROSOFT_APP_TYPE: 'SingleTenant', MICROSOFT_APP_TENANT_ID: teamsApp.tenant },
    ...{ MICROSOFT_OPENID_URL: teams.openIdUrl, MICROSOFT_LOGIN_URL: teams.loginUrl },
    ...{ TEAMS_SERVICE_HOSTS: '127.0.0.1', DISCORD_TOKEN: discordApp.token },
    ...{ DISCORD_APPLICATION_ID: discordApp.id, DISCORD_API_URL: discord.apiUrl },
    DISCORD_PUBLIC_KEY: publicKeyOf(),
  })
}

const serves = ({ lines }: Served) => lines.flatMap((line) => /serves (\w+)\./.exec(line)?.[1] ?? [])

async function stop(program: Served) {
  const asked = performance.now()
  program.process.kill('SIGTERM')
  const code = await program.ended
  return { code, ms: performance.now() - asked, said: program.errors.join('') }
}

describe('a start', () => {
  test.each([
    ['slack', ['discord', 'teams']],
    ['teams', ['discord', 'slack']],
    ['discord', ['slack', 'teams']],
  ] as const)('while %s says nothing serves the others at once', async (silent, others) => {
    hush(silent)
    const program = await serve()
    await until(() => expect([...serves(program)].sort()).toEqual(expect.arrayContaining([...others])))

    // It is waited for for some seconds, and served then all the same.
    expect(serves(program)).not.toContain(silent)
  })

  test('while no platform says anything is given up at once where the program is asked to stop', async () => {
    hush('slack', 'teams', 'discord')
    const program = await serve()
    const { code, ms, said } = await stop(program)

    expect(serves(program)).toEqual([])
    expect(code).toBe(0)
    // Slack and Microsoft are waited for for ten seconds each.
    expect(ms).toBeLessThan(9_000)
    expect(said).not.toMatch(/cut off|after calling end| {4}at /)
  })
})
