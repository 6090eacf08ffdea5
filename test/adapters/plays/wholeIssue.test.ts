import { afterAll, beforeAll, expect, test } from 'vitest'

import { newsletterPage } from '../../../src/bot/pages/newsletterPages.ts'
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
})
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
  await slack.say('secretariat', 'wg bind', { wg: 'BMLE' }, 'BMLE')
  await discord.say('secretariat', 'wg bind', { wg: 'RMME' }, 'RMME')
  const lines = { asked: 'yes', wg: 'ETCIP' }
  await teams.say('interpol', 'update clearance', lines, 'From now on the chairs of ETCIP clear')
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
  await discord.fill('unodc', 'Post an update', own, 'Posted U1')
  await discord.press('unodc', 'Mend all', 'UNODC trained judges with CTED in Ankara, Türkiye')
  const twin = 'CTED and UNODC held a training of judges in Ankara, Türkiye (17 Nov)'
  await slack.take('cted', twin, {}, 'very similar to U1')
  const guide = 'UNESCO published a guide for teachers (Nov)'
  await teams.take('unodc', guide, { section: 'publications' }, 'Posted U3')
  const line = { text: 'ETCIP WG discussed drones (26 Nov)', section: 'wg-meetings', wg: 'ETCIP' }
  await slack.say('cted', 'update post', line, 'It waits for clearance by the chairs of ETCIP')
  const late = { text: 'UNODC briefed its partners in Nairobi, Kenya (30 Nov)', section: 'regional' }
  await discord.say('unodc', 'update post', late, 'Posted U5')
}

/** The chair of the group, whom a letter asks. */
async function clear() {
  await expect.poll(() => teams.told('interpol', 'waits for your clearance for ETCIP'), patience).toBe(1)
  await slack.say('secretariat', 'update accept', { update: 'U4' }, 'U4 waits for clearance by the chairs')
  await teams.press('interpol', 'Clear', 'Cleared U4 for ETCIP')
  await expect.poll(() => slack.told('cted', 'cleared your update U4 for ETCIP'), patience).toBe(1)
}

/** One of the secretariat on Slack, the other one on Discord. */
async function decide() {
  await slack.say('secretariat', 'newsletter triage', {}, '5 updates wait')
  await slack.press('secretariat', 'Merge into U2', 'Merged U1 into U2')
  await slack.press('secretariat', 'Undo: part them', 'Taken back: U1 is proposed again')
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
  await slack.say('secretariat', 'update hold-over', { update: 'U5' }, 'Held over: U5')
  await expect.poll(() => discord.told('unodc', 'for the next issue that is opened'), patience).toBe(1)
}

async function print(): Promise<string> {
  await doors.slack.turn('2027-01-11T15:00:00Z')
  await slack.say('secretariat', 'newsletter close', {}, 'losed')
  await slack.say('secretariat', 'newsletter approve', {}, 'Approved')
  await doors.discord.command('secretariat', 'newsletter publish')
  await discord.sees('secretariat', 'Publish No. 1')
  await discord.press('secretariat', 'Yes, publish it', 'Published No. 1')
  for (const door of Object.values(doors))
    await expect.poll(() => door.inRoom().join('\n'), patience).toContain('https://bot.example/newsletters/1')
  await expect.poll(() => slack.told('cted', 'Thank you'), patience).toBe(1)
  const html = (await newsletterPage(household.database.store.kysely, '1'))?.html ?? ''
  for (const words of ['in Ankara, Türkiye', 'https://unesco.example/guide', 'discussed drones'])
    expect(html).toContain(words)
  expect(html).not.toContain('Nairobi')
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
  for (const door of Object.values(doors))
    await expect.poll(() => door.inRoom().join('\n'), patience).toContain('30 judges')
}

/** What was held over is in the issue that comes after, and nowhere was anything sent that its platform would refuse. */
async function openNext() {
  const issue = { period: '2027-01..2027-02', closes: '2027-03-05' }
  await discord.say('secretariat', 'newsletter open', issue, '1 update posted before it opened is in it')
  await slack.say('secretariat', 'newsletter draft', {}, 'Nairobi')
  expect(Object.values(doors).flatMap((door) => door.wrong())).toEqual([])
}

test('an issue is lived from its opening to its correction by two people each on Slack, Teams and Discord', async () => {
  await meet()
  await collect()
  await clear()
  await decide()
  await correct(await print())
  await openNext()
}, 240_000)
