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
  await slack.command(
    '/directory',
    `add person "Second Focal" email:second@who.example entity:${colleague}`,
    {
      user: users.secretariat,
      channel: 'C1',
    },
  )
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

/** An entity of which a second person hears the last call. */
const colleague = 'WHO'

interface Answering {
  readonly entity: string
  /** Where they type; what they are told comes by the platform that they chose. */
  readonly account: string
}

/** Of each platform one who posts and one who has nothing to report, and who is left out; all can type in Slack too. */
async function answering(): Promise<
  readonly [readonly Answering[], readonly Answering[], readonly string[]]
> {
  const { pool } = household.database.store
  const { rows } = await pool.query<{ entity: string; person: number; platform: string; nth: number }>(
    `select e.acronym as entity, p.id as person, i.platform,
       row_number() over (partition by i.platform order by e.acronym)::int as nth
     from people p join entities e on e.id = p.entity_id join identities i on i.person_id = p.id
     where not p.is_secretariat and e.acronym <> $1 and e.kind in ('member', 'observer')
       and (select count(*) from people q where q.entity_id = e.id) = 1`,
    [colleague],
  )
  const nth = (at: number) => rows.filter((one) => one.nth === at)
  const typing = [...nth(1), ...nth(2)]
  for (const { person, platform } of typing) {
    await pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       values ('slack', 'T1', 'U' || (1000 + $1::int), $1, now(), 'sample') on conflict do nothing`,
      [person],
    )
    await say(`reminder settings via:${platform}`, `U${1000 + person}`)
  }
  const asTyping = (at: number) =>
    nth(at).map(({ entity, person }) => ({ entity, account: `U${1000 + person}` }))
  return [asTyping(1), asTyping(2), nth(3).map(({ entity }) => entity)]
}

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

/** A line of somebody in Slack. */
async function say(line: string, user: string = users.secretariat): Promise<void> {
  const [feature = '', ...rest] = line.split(' ')
  await slack.command(`/${feature}`, rest.join(' '), { user, channel: 'C1' })
  await slack.settle()
}

/** Turns the clock to hours of a day, so that everybody’s morning is among them and none is looked at only once. */
async function live(...days: readonly string[]): Promise<void> {
  for (const day of days) for (const time of ['15:00', '15:10']) await slack.turn(`${day}T${time}:00Z`)
}

test('a campaign over all entities, spread over Slack, Teams and Discord, is lived from the call to the thanks', async () => {
  const { rows } = await household.database.store.pool.query<{ acronym: string }>(
    `select acronym from entities where kind in ('member', 'observer') and retired is null`,
  )
  const entities = rows.map(({ acronym }) => acronym).toSorted()
  await slack.turn('2026-12-01T15:00:00Z')
  await say('newsletter open 2026-11..2026-12 closes:2027-01-08')
  for (const minute of [11, 12, 40]) await slack.turn(`2026-12-01T15:${minute}:00Z`)

  const called = /please send what (.+) has to report/
  await expect.poll(() => named(called), patience).toEqual(entities)
  for (const texts of Object.values(said()))
    expect(texts.filter((text) => called.test(text)).length).toBeGreaterThan(10)

  // One of each platform sends something, one of each has nothing to report, and one is left out.
  const [posters, passers, [leftOut = '']] = await answering()
  for (const { entity, account } of posters)
    await say(
      `update post text:"${entity} trained 12 judges in Dakar, Senegal (20 Nov)" confirm:yes`,
      account,
    )
  for (const { account } of passers) await say('newsletter pass', account)
  await say(`newsletter call exclude:"${leftOut}" note:"The printer waits until Friday."`)
  const answered = [...posters, ...passers].map(({ entity }) => entity)
  const silent = entities.filter((one) => !answered.includes(one) && one !== leftOut)
  const reminded = /Nothing from (.+) yet: .*The printer waits until Friday/s
  const inAll = (times: number) => silent.flatMap((one) => Array.from({ length: times }, () => one))
  await live('2027-01-01', '2027-01-06')
  await say('newsletter extend closes:2027-01-15')
  await live('2027-01-07', '2027-01-08', '2027-01-13', '2027-01-14')
  await expect.poll(() => named(reminded), patience).toEqual(inAll(5).toSorted())
  await expect.poll(() => named(/Last call: .*nothing has come from (.+?)\./s), patience).toEqual([colleague])

  await live('2027-01-16')
  const closed = () => said().slack.filter((text) => text.includes('entities have not answered: '))
  await expect.poll(closed, patience).toEqual([expect.stringContaining(`${silent.length} entities`)])
  for (const at of [1, 2, 3]) await say(`update accept U${at}`)
  await say('newsletter approve')
  await say('newsletter publish confirm:yes')
  await live('2027-01-18')
  const thanks = (texts: readonly string[]) =>
    texts.filter((text) => /Thank you: No\. 1 .*https:\/\/bot\.example\/newsletters\/1/s.test(text)).length
  await expect.poll(() => Object.values(said()).map(thanks), patience).toEqual([1, 1, 1])
  expect(named(reminded)).toEqual(inAll(5).toSorted())
}, 240_000)
