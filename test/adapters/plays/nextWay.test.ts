import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createMailer } from '../../../src/process/mail.ts'
import { displayed } from '../../support/discord/rules/limits.ts'
import { users as onDiscord } from '../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../support/discord/world/world.ts'
import type { Household } from '../../support/replica.ts'
import { users as onSlack, type SlackWorld, slackWorld } from '../../support/slack/world.ts'
import { personalId } from '../../support/teams/far/directory.ts'
import { findAction } from '../../support/teams/shown/cards.ts'
import { wordsOf } from '../../support/teams/shown/words.ts'
import { users as onTeams } from '../../support/teams/world/people.ts'
import { type TeamsWorld, teamsWorld } from '../../support/teams/world/world.ts'
import { seenIn } from '../slack/contract/seen.ts'
import { patience } from './acting.ts'
import { openHousehold } from './household.ts'

const reader = 'focal.cted@compact.example'
const emails = { secretariat: 'secretariat@compact.example', cted: reader }
const often = 1_000

let household: Omit<Household, 'emails'>
let slack: SlackWorld
let teams: TeamsWorld
let discord: DiscordWorld
const letters: string[] = []
/** Whether the mail server knows the reader’s address. */
let known = true

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _, done) {
    if (known || address !== reader) done()
    else done(Object.assign(new Error('no such user'), { responseCode: 550 }))
  },
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    stream.on('end', () => {
      letters.push(`${session.envelope.rcptTo.map((one) => one.address).join()} ${text}`)
      done()
    })
  },
})

/** One person with an account on each platform, who chose Slack and was on Teams last, and who has an address. */
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'rapporteur@compact.example' })
  household = await openHousehold([], mailer)
  slack = await slackWorld({}, { household: { ...household, emails } })
  teams = await teamsWorld({}, { household: { ...household, emails } })
  discord = await discordWorld({ household: { ...household, emails } })
  await say('meeting schedule Quarterly wg:ETCIP start:"2026-12-12T14:30Z"')
  await say('meeting action add M1 what:Draft owner:CTED due:"2 Dec"')
  await say('reminder settings via:slack', onSlack.cted)
  for (const [at, word] of ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'].entries())
    await say(`reminder add ${word} at:"2026-12-0${at + 1}T15:00Z"`, onSlack.cted)
  await discord.slash('cted', 'profile show')
  household.clock.set(new Date('2026-11-21T12:01:00Z'))
  await teams.say('cted', 'profile show')
  await slack.settle()
}, 120_000)
afterAll(async () => {
  for (const one of [slack, teams, discord]) await one?.end()
  await household?.bot.stop()
  await household?.database.drop()
  await new Promise<void>((resolve) => void server.close(() => resolve()))
})

/** A line of somebody in Slack, and what they see of it. */
async function say(line: string, user: string = onSlack.secretariat): Promise<string> {
  const [feature = '', ...rest] = line.split(' ')
  const responseUrl = slack.far.responseUrl()
  const { json } = await slack.command(`/${feature}`, rest.join(' '), { user, channel: 'C1', responseUrl })
  await slack.settle()
  const later = slack.far.responses.filter(({ id }) => responseUrl.endsWith(id)).map(({ body }) => body)
  return [...(json ? [json] : []), ...later].map((body) => seenIn(body, 'caller', 'message').text).join('\n')
}

const inTeams = () =>
  teams.far.messages.filter(({ conversation }) => conversation === personalId(onTeams.cted.id))

function inDiscord() {
  const direct = [...discord.far.channels.values()].find(
    ({ kind, user }) => kind === 'direct' && user === onDiscord.cted.id,
  )
  return discord.far.messages.filter(({ channel }) => channel === direct?.id)
}

/** Where the reader was told words, each as often as it was. */
function told(words: string): readonly string[] {
  const texts = {
    slack: slack.far.messages
      .filter(({ channel }) => channel === `D${onSlack.cted}`)
      .map(({ args }) => seenIn(args, 'caller', 'message').text),
    teams: inTeams().map(({ activity }) => wordsOf(activity)),
    discord: inDiscord().map(({ body }) => displayed(body).text),
    mail: letters.filter((one) => one.startsWith(reader)),
  }
  return Object.entries(texts).flatMap(([name, all]) =>
    all.filter((text) => text.includes(words)).map(() => name),
  )
}

/** Turns the clock to a day's hour and to the minutes and hours after it. */
async function live(day: number): Promise<void> {
  for (const time of ['15:00', '15:01', '15:10', '17:00']) await slack.turn(`2026-12-0${day}T${time}:00Z`)
}

async function allWell() {
  await live(1)
  expect(told('Alpha')).toEqual(['slack'])
  expect(told('An action of CTED is due')).toEqual(['slack'])
}

/** The chosen platform says gone: the one that was used last is next; what is done elsewhere is done there. */
async function gone() {
  const where = `D${onSlack.cted}`
  slack.far.fault('chat.postMessage', { kind: 'error', error: 'user_disabled' }, often, where)
  await live(2)
  expect(told('Bravo')).toEqual(['teams'])
  const posted = inTeams().find(({ activity }) =>
    wordsOf(activity).includes('An action of CTED is due today'),
  )
  expect(findAction(posted?.activity ?? {}, 'Done')).toBeDefined()
  await discord.slash('cted', 'meeting action done', { action: 'A1' })
  await slack.settle()
  const standing = () => inTeams().find(({ id }) => id === posted?.id)?.activity
  await expect.poll(() => wordsOf(standing() ?? {}), patience).toContain('✓ Done by CTED focal point')
  expect(() => findAction(standing() ?? {}, 'Done')).toThrow()
}

/** It says forbidden: the third is next, and the first is not asked any more. */
async function forbidden() {
  const asked = slack.far.callsOf('chat.postMessage').length
  const fault = { kind: 'status', status: 403, code: 'BotDisabledByAdmin' } as const
  teams.far.fault('send', fault, often, personalId(onTeams.cted.id))
  await live(3)
  expect(told('Charlie')).toEqual(['discord'])
  const direct = `D${onSlack.cted}`
  const again = slack.far.callsOf('chat.postMessage').slice(asked)
  expect(again.filter(({ args }) => args['channel'] === direct)).toEqual([])
}

/** No platform is left: the mail server is. */
async function byMail() {
  const [{ channel } = { channel: '' }] = inDiscord()
  discord.far.fault('send', { kind: 'status', status: 403, code: 50_007 }, often, channel)
  await live(4)
  expect(told('Delta')).toEqual(['mail'])
}

/** Nothing is left: the secretariat sees who and why, and sends it again once there is a way. */
async function nowhere() {
  known = false
  await live(5)
  await slack.turn('2026-12-06T16:00:00Z')
  await slack.turn('2026-12-07T18:00:00Z')
  expect(told('Echo')).toEqual([])
  const failed = await say('reminder failed')
  expect(failed).toMatch(/N\d+ reminder \(reminder:5\) to CTED focal point/)
  expect(failed).not.toContain('Echo')
  const unreachable = await say('reminder unreachable')
  expect(unreachable).toMatch(/CTED focal point \(CTED\).*slack: .*deactivated.*Missed 1 notice/)
  known = true
  await say(`reminder resend ${/N\d+/.exec(failed)?.[0]}`)
  await slack.turn('2026-12-07T19:00:00Z')
  expect(told('Echo')).toEqual(['mail'])
  expect(await say('reminder unreachable')).toContain('could be reached')
}

test('whoever cannot be reached by one platform is by the next, then by mail, and is listed where all fail: each word once', async () => {
  await allWell()
  await gone()
  await forbidden()
  await byMail()
  await nowhere()
  for (const [word, way] of Object.entries({
    Alpha: 'slack',
    Bravo: 'teams',
    Charlie: 'discord',
    Delta: 'mail',
    Echo: 'mail',
  }))
    expect(told(word)).toEqual([way])
}, 120_000)
