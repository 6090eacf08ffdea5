import { afterAll, beforeAll, expect, test } from 'vitest'

import { newsletterPage } from '../../../src/bot/newsletterPages.ts'
import type { Household } from '../../support/replica.ts'
import { type Acting, actingAt, patience } from './acting.ts'
import { discordDoor } from './discordDoor.ts'
import type { Door } from './door.ts'
import { openHousehold } from './household.ts'
import { slackDoor } from './slackDoor.ts'
import { teamsDoor } from './teamsDoor.ts'

const focal = (acronym: string) => `focal.${acronym}@compact.example`

/** Two people on each platform; `who` has joined the secretariat. */
const onSlack = { secretariat: 'secretariat@compact.example', cted: focal('cted') }
const onTeams = { interpol: focal('interpol'), unodc: focal('unesco') }
const onDiscord = { secretariat: focal('who'), unodc: focal('unodc') }

let household: Omit<Household, 'emails'>
let doors: { readonly slack: Door; readonly teams: Door; readonly discord: Door }
let slack: Acting
let teams: Acting
let discord: Acting

beforeAll(async () => {
  household = await openHousehold([onDiscord.secretariat])
  doors = {
    slack: await slackDoor({ ...household, emails: onSlack }),
    teams: await teamsDoor({ ...household, emails: onTeams }),
    discord: await discordDoor({ ...household, emails: onDiscord }),
  }
  slack = actingAt(() => doors.slack)
  teams = actingAt(() => doors.teams)
  discord = actingAt(() => doors.discord)
}, 60_000)
afterAll(async () => {
  for (const door of Object.values(doors ?? {})) await door.end()
  await household?.bot.stop()
  await household?.database.drop()
})

/** Everybody has spoken to the bot once; the chair has bound the room. */
async function meet() {
  await slack.say('secretariat', 'profile show', {}, 'secretariat')
  await slack.say('cted', 'profile show', {}, 'CTED')
  await teams.say('interpol', 'profile show', {}, 'INTERPOL')
  await teams.say('unodc', 'profile show', {}, 'UNESCO')
  await discord.say('unodc', 'profile show', {}, 'UNODC')
  await teams.say('interpol', 'wg bind', { wg: 'ETCIP' }, 'ETCIP')
}

async function collect() {
  await doors.slack.turn('2026-12-01T15:00:00Z')
  const issue = { period: '2026-11..2026-12', closes: '2027-01-08' }
  await slack.say('secretariat', 'newsletter open', issue, 'entities are called from')
  for (const minute of [11, 12, 40]) await doors.slack.turn(`2026-12-01T15:${minute}:00Z`)
  await expect.poll(() => slack.told('cted', 'is open: please send'), patience).toBe(1)
  await expect.poll(() => teams.told('unodc', 'is open: please send'), patience).toBe(1)
  await expect.poll(() => discord.told('unodc', 'is open: please send'), patience).toBe(1)

  const own = { text: 'We trained judges with CTED in Ankara, Turkey. (16-18 Nov)' }
  await discord.say('unodc', 'update post', own, 'Posted U1')
  await discord.press('unodc', 'Mend all', 'UNODC trained judges with CTED in Ankara, Türkiye')
  const twin = { text: 'CTED and UNODC held a training of judges in Ankara, Türkiye (17 Nov)' }
  await slack.say('cted', 'update post', twin, 'much like U1')
  const guide = { text: 'UNESCO published a guide for teachers (Nov)', section: 'publications' }
  await teams.say('unodc', 'update post', guide, 'Posted U3')
  const line = { text: 'ETCIP WG discussed drones (26 Nov)', section: 'wg-meetings', wg: 'ETCIP' }
  await teams.say('interpol', 'update post', line, 'Posted U4')
}

/** One of the secretariat on Slack, the other one on Discord. */
async function decide() {
  await discord.say('secretariat', 'update merge', { update: 'U2', into: 'U1' }, 'Merged U2 into U1')
  await expect.poll(() => slack.told('cted', 'U1'), patience).toBeGreaterThan(0)
  await slack.say(
    'secretariat',
    'update return',
    { update: 'U3', comment: 'Where does it stand?' },
    'Returned U3',
  )
  await expect.poll(() => teams.told('unodc', 'Where does it stand?'), patience).toBe(1)
  await teams.fill('unodc', 'Edit', { link: 'https://unesco.example/guide' }, 'https://unesco.example/guide')
  await discord.say('secretariat', 'update accept', { update: 'U1,U3' }, 'Accepted')
  await slack.say('secretariat', 'update accept', { update: 'U4' }, 'Accepted U4')
}

async function print(): Promise<string> {
  await doors.slack.turn('2027-01-11T15:00:00Z')
  await slack.say('secretariat', 'newsletter close', {}, 'losed')
  await slack.say('secretariat', 'newsletter approve', {}, 'Approved')
  await doors.discord.command('secretariat', 'newsletter publish')
  await discord.sees('secretariat', 'Publish No. 1')
  await discord.press('secretariat', 'Yes, publish it', 'Published No. 1')
  await expect
    .poll(() => doors.teams.inRoom().join('\n'), patience)
    .toContain('https://bot.example/newsletters/1')
  await expect.poll(() => slack.told('cted', 'Thank you'), patience).toBe(1)
  const html = (await newsletterPage(household.database.store.kysely, '1'))?.html ?? ''
  for (const words of ['in Ankara, Türkiye', 'https://unesco.example/guide', 'discussed drones'])
    expect(html).toContain(words)
  return html
}

async function correct(before: string) {
  const page = async () => (await newsletterPage(household.database.store.kysely, '1'))?.html ?? ''
  const text = 'UNODC trained 30 judges with CTED in Ankara, Türkiye (16-18 Nov)'
  await discord.say('unodc', 'update edit', { update: 'U1', text }, '30 judges')
  expect(await page()).toBe(before)
  await slack.say('secretariat', 'update accept', { update: 'U1' }, 'Accepted U1')
  await doors.slack.command('secretariat', 'newsletter correct', {
    note: 'The number of judges was missing.',
  })
  await slack.sees('secretariat', '30 judges')
  await slack.press('secretariat', 'Yes, publish it', 'Published edition 2 of No. 1')
  expect(await page()).toContain('30 judges')
  await expect.poll(() => doors.teams.inRoom().join('\n'), patience).toContain('30 judges')
  expect(Object.values(doors).flatMap((door) => door.wrong())).toEqual([])
}

test('an issue is lived from its opening to its correction by two people each on Slack, Teams and Discord', async () => {
  await meet()
  await collect()
  await decide()
  await correct(await print())
}, 240_000)
