import type { DiscordSettings } from '../../../../adapters/discord/settings.ts'
import type { SlackSettings } from '../../../../adapters/slack/settings.ts'
import type { TeamsSettings } from '../../../../adapters/teams/settings.ts'
import type { TestDatabase } from '../../database.ts'
import type { FarSide as DiscordFar } from '../../discord/far/farSide.ts'
import { displayed } from '../../discord/rules/limits.ts'
import * as discord from '../../discord/world/people.ts'
import { farSide as discordFar } from '../../discord/world/served.ts'
import type { FarSide as SlackFar } from '../../slack/farSide.ts'
import * as slack from '../../slack/people.ts'
import { settings as slackSettings } from '../../slack/world.ts'
import { app, botId } from '../../teams/far/defaults.ts'
import type { FarSide as TeamsFar } from '../../teams/far/farSide.ts'
import * as teams from '../../teams/world/served.ts'
import { settingsFor } from '../../teams/world/world.ts'
import type { Mishap } from '../callFaults.ts'

/** Where a process that delivers finds its store and the far sides. */
export interface Given {
  readonly url: string
  readonly slack: SlackSettings
  readonly teams: TeamsSettings
  readonly discord: DiscordSettings
}

export type Platform = 'slack' | 'teams' | 'discord'

/** A platform as those see it who look what arrived there. */
export interface Side {
  /** What arrived so far, one text a message. */
  arrived(): readonly string[]
  /** How often it was sent a message so far, or was looked at for one. */
  asked(): number
  /** Goes wrong no more. */
  calm(): void
  /** So many of the next messages go wrong. */
  fault(fault: Mishap, times: number): void
}

export interface FarSides {
  readonly sides: Readonly<Record<Platform, Side>>
  readonly given: Given
  stop(): Promise<void>
}

/** Three platforms, and every person of the directory with one account on one of them. */
export async function threeFarSides(database: TestDatabase): Promise<FarSides> {
  await database.store.pool.query(
    `insert into people (name, email) select 'Reader ' || n, 'reader' || n || '@compact.example'
     from generate_series(1, 180) n`,
  )
  const fars = {
    slack: await slack.farSide(),
    teams: await teams.farSide(),
    discord: await discordFar(database),
  }
  await slack.linkEverybody(database, fars.slack)
  await teams.linkEverybody(database, fars.teams)
  await discord.linkEverybody(database, fars.discord)
  await discord.meetEverybody(database, fars.discord)
  await database.store.pool.query(
    `delete from identities where platform <> (array['slack', 'teams', 'discord'])[1 + person_id % 3]`,
  )
  await meetInTeams(database, fars.teams)
  return {
    sides: sidesOf(fars),
    given: {
      url: database.url,
      slack: { ...slackSettings, apiUrl: fars.slack.url },
      teams: settingsFor(fars.teams),
      discord: fars.discord.settings(),
    },
    async stop() {
      await Promise.all(Object.values(fars).map((far) => far.stop()))
    },
  }
}

/** Everybody has a personal chat with the bot. */
async function meetInTeams({ store }: TestDatabase, far: TeamsFar): Promise<void> {
  const { rows } = await store.pool.query<{ id: number; account: string }>(
    `select person_id as id, account from identities where platform = 'teams'`,
  )
  for (const { id, account } of rows) {
    const user = `29:${1_000 + id}`
    const value = { id: user, serviceUrl: far.serviceUrl, bot: botId() }
    await store.pool.query(
      `insert into kept (platform, tenant, kind, key, value, at) values ('teams', $1, 'person', $2, $3, now())`,
      [app.tenant, account, JSON.stringify({ ...value, conversation: far.personal(user).id })],
    )
  }
}

function sidesOf(fars: {
  readonly slack: SlackFar
  readonly teams: TeamsFar
  readonly discord: DiscordFar
}): FarSides['sides'] {
  const { slack, teams, discord } = fars
  return {
    slack: {
      arrived: () => slack.messages.map(({ args }) => JSON.stringify([args['text'], args['blocks']])),
      asked: () => slack.callsOf('chat.postMessage').length + slack.callsOf('conversations.history').length,
      calm: slack.calm,
      fault: (fault, times) => slack.fault('chat.postMessage', fault, times),
    },
    teams: {
      arrived: () => teams.messages.map(({ activity }) => JSON.stringify(activity)),
      asked: () => teams.callsOf('send').length,
      calm: teams.calm,
      fault: (fault, times) => teams.fault('send', fault, times),
    },
    discord: {
      arrived: () => discord.messages.map((one) => displayed(one.body).text),
      asked: () => discord.callsOf('send').length,
      calm: discord.calm,
      fault: (fault, times) => discord.fault('send', fault, times),
    },
  }
}
