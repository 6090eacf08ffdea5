import { afterAll, beforeAll, expect, test } from 'vitest'

import { actingAt, patience } from './acting.ts'
import { discordDoor } from './discordDoor.ts'
import type { Door } from './door.ts'
import { openHousehold } from './household.ts'
import { slackDoor } from './slackDoor.ts'

let slack: Door
let discord: Door
let close: () => Promise<void>
const emails = {
  secretariat: 'secretariat@compact.example',
  interpol: 'focal.interpol@compact.example',
  cted: 'focal.cted@compact.example',
  unodc: 'focal.unodc@compact.example',
}

/** One bot, and the same people with an account on Slack and one on Discord. */
beforeAll(async () => {
  const household = await openHousehold([])
  slack = await slackDoor({ ...household, emails })
  discord = await discordDoor({ ...household, emails })
  close = async () => {
    await slack.end()
    await discord.end()
    await household.bot.stop()
    await household.database.drop()
  }
}, 120_000)
afterAll(() => close())

const onSlack = actingAt(() => slack)
const onDiscord = actingAt(() => discord)
const inBothRooms = (words: string) =>
  expect
    .poll(() => [slack, discord].map((one) => one.inRoom().join('\n').includes(words)), patience)
    .toEqual([true, true])

test('what somebody posted on one platform they edit on the other, and undo on either', async () => {
  const issue = { period: '2026-11..2026-12', closes: '2027-01-08' }
  await onSlack.say('secretariat', 'newsletter open', issue, 'called from')
  const posted = 'CTED trained 12 judges in Dakar, Senegal (17-19 Nov)'
  await onSlack.say('cted', 'update post', { text: posted }, 'U1')
  await onDiscord.say('cted', 'update show', { update: 'U1' }, '12 judges')
  const text = 'CTED trained 14 judges in Dakar, Senegal (17-19 Nov)'
  await onDiscord.fill('cted', 'Edit', { text }, 'Changed U1 (version 2)')

  await onSlack.press('cted', 'Undo: withdraw it', 'Withdrawn U1: CTED trained 14 judges')
  await onDiscord.say('cted', 'update show', { update: 'U1' }, 'U1, withdrawn')
  await onDiscord.press('cted', 'Restore', 'Restored U1')
  await onSlack.say('cted', 'update show', { update: 'U1' }, 'U1, proposed')
})

test('an answer given on either platform stands on the cards of both', async () => {
  await onSlack.say('interpol', 'wg bind', { wg: 'ETCIP' }, 'This is a room of ETCIP')
  await onDiscord.say('interpol', 'wg bind', { wg: 'ETCIP' }, 'This is a room of ETCIP')
  const meeting = { title: 'Plenary', wg: 'ETCIP', start: '2026-12-10 15:00' }
  await onSlack.say('interpol', 'meeting schedule', meeting, 'Scheduled M1')
  await inBothRooms('0 yes, 0 maybe, 0 no')

  await onDiscord.press('cted', 'Yes', 'You said yes to M1')
  await inBothRooms('1 yes, 0 maybe, 0 no')
  await onSlack.press('cted', 'No', 'You said no to M1')
  await inBothRooms('0 yes, 0 maybe, 1 no')
  await onDiscord.press('cted', 'Undo: no answer', 'Taken back: you have not answered M1')
  await inBothRooms('0 yes, 0 maybe, 0 no, 23 not answered')
})

test('a form that was open while its update was withdrawn on the other platform changes nothing and says why', async () => {
  await onDiscord.say('cted', 'update show', { update: 'U1' }, 'U1, proposed')
  const send = await onDiscord.opened('cted', 'Edit')
  await onSlack.say('cted', 'update withdraw', { update: 'U1', confirm: 'yes' }, 'Withdrawn U1')
  await send(
    { text: 'CTED trained 20 judges in Dakar, Senegal (17-19 Nov)' },
    'U1 was withdrawn; restore it first with /update restore U1. Nothing was changed.',
  )
  expect([...slack.wrong(), ...discord.wrong()]).toEqual([])
})
