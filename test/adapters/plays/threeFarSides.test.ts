import { afterAll, beforeAll, expect, test } from 'vitest'
import { displayed } from '../../support/discord/rules/limits.ts'
import * as discordPeople from '../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../support/discord/world/world.ts'
import type { Household } from '../../support/replica.ts'
import * as slackPeople from '../../support/slack/people.ts'
import { type SlackWorld, slackWorld, users } from '../../support/slack/world.ts'
import { wordsOf } from '../../support/teams/shown/words.ts'
import * as teamsPeople from '../../support/teams/world/served.ts'
import { type TeamsWorld, teamsWorld } from '../../support/teams/world/world.ts'
import { seenIn } from '../slack/contract/seen.ts'
import { patience } from './acting.ts'
import { openHousehold } from './household.ts'

let household: Omit<Household, 'emails'>
let slack: SlackWorld
let teams: TeamsWorld
let discord: DiscordWorld

/** The people of all entities are spread over three platforms, each with one account. */
beforeAll(async () => {
  household = await openHousehold([])
  const { database } = household
  slack = await slackWorld(
    {},
    { household: { ...household, emails: { secretariat: 'secretariat@compact.example' } } },
  )
  teams = await teamsWorld({}, { household: { ...household, emails: {} } })
  discord = await discordWorld({ household: { ...household, emails: {} } })
  await slackPeople.linkEverybody(database, slack.far)
  await teamsPeople.linkEverybody(database, teams.far)
  await discordPeople.linkEverybody(database, discord.far)
  await teamsPeople.meetEverybody(database, teams.far, teams)
  await discordPeople.meetEverybody(database, discord.far)
  await database.store.pool.query(
    `delete from identities i using people p where p.id = i.person_id and i.platform <>
       case when p.is_secretariat then 'slack' else (array['slack', 'teams', 'discord'])[1 + p.id % 3] end`,
  )
}, 120_000)
afterAll(async () => {
  for (const one of [slack, teams, discord]) await one?.end()
  await household?.bot.stop()
  await household?.database.drop()
})

/** The texts of all direct messages, by platform. */
function said(): Readonly<Record<'slack' | 'teams' | 'discord', readonly string[]>> {
  return {
    slack: slack.far.messages.map(({ args }) => seenIn(args, 'caller', 'message').text),
    teams: teams.far.messages.map(({ activity }) => wordsOf(activity)),
    discord: discord.far.messages.map(({ body }) => displayed(body).text),
  }
}

/** Which entities a text names, on all platforms together and as often as it was said. */
function named(words: RegExp): readonly string[] {
  return Object.values(said())
    .flat()
    .flatMap((text) => words.exec(text)?.[1] ?? [])
    .toSorted()
}

test('a campaign over all entities, spread over Slack, Teams and Discord, calls and reminds each once', async () => {
  const { rows } = await household.database.store.pool.query<{ acronym: string }>(
    `select acronym from entities where kind in ('member', 'observer') and retired is null`,
  )
  const entities = rows.map(({ acronym }) => acronym).toSorted()
  const open = 'open 2026-11..2026-12 closes:2027-01-08'
  await slack.turn('2026-12-01T15:00:00Z')
  await slack.command('/newsletter', open, { user: users.secretariat, channel: 'C1' })
  for (const minute of [11, 12, 40]) await slack.turn(`2026-12-01T15:${minute}:00Z`)

  const called = /please send what (.+) has to report/
  await expect.poll(() => named(called), patience).toEqual(entities)
  for (const texts of Object.values(said()))
    expect(texts.filter((text) => called.test(text)).length).toBeGreaterThan(10)

  await slack.command('/newsletter', 'pass entity:CTED', { user: users.secretariat, channel: 'C1' })
  const silent = entities.filter((one) => one !== 'CTED')
  for (const day of ['2027-01-01', '2027-01-06', '2027-01-07'])
    for (const minute of ['00', '10']) await slack.turn(`${day}T15:${minute}:00Z`)
  await expect
    .poll(() => named(/Nothing from (.+) yet: .*closes (?:in \d days|tomorrow)/).length, patience)
    .toBe(3 * silent.length)
  expect(new Set(named(/Nothing from (.+) yet:/))).toEqual(new Set(silent))
}, 240_000)
