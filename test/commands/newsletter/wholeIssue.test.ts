import { afterAll, beforeAll, expect, test } from 'vitest'

import { newsletterPage } from '../../../src/bot/pages/newsletterPages.ts'
import type { Message } from '../../../src/core/message.ts'
import { buttonNamed } from '../../support/lines/pressed.ts'
import { plainMessage } from '../../support/plain.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

interface Person {
  readonly email: string
  readonly platform: 'terminal' | 'slack' | 'teams'
}

const people = {
  secretariat: { email: secretariat, platform: 'terminal' },
  unodc: { email: focal('unodc'), platform: 'slack' },
  chair: { email: focal('interpol'), platform: 'slack' },
  cted: { email: focal('cted'), platform: 'teams' },
  unesco: { email: focal('unesco'), platform: 'teams' },
  who: { email: focal('who'), platform: 'terminal' },
} as const satisfies Readonly<Record<string, Person>>

const heard: { readonly platform: string; readonly to: string; readonly text: string }[] = []

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-21T12:00:00Z', publicUrl: 'https://bot.example' })
  for (const name of ['slack', 'teams']) {
    here.bot.join({
      name,
      reachesByEmail: false,
      lanes: 1,
      start: async () => undefined,
      stop: async () => undefined,
      changed: () => undefined,
      connected: () => true,
      announce: async (room, message) => hear(name, room.channel, message),
      post: async (to, message) => hear(name, to.account, message),
    })
  }
})
afterAll(() => here.end())

function hear(platform: string, to: string, message: Message): void {
  heard.push({ platform, to, text: plainMessage(message) })
}

/** What somebody says on their own platform, which vouches for their address. */
async function say({ email, platform }: Person, text: string, channel?: string): Promise<Reply> {
  const tenant = platform === 'terminal' ? 'local' : 'T1'
  return here.say(email, text, {
    caller: { platform, tenant, account: email },
    place: { platform, tenant, channel: channel ?? email, private: channel === undefined },
    vouchedEmail: email,
    profile: { zone: 'Europe/Vienna' },
  })
}

/** A press by its label, on the platform of whoever presses. */
async function press({ email, platform }: Person, reply: Reply, label: string): Promise<Reply> {
  const { command, values } = buttonNamed(reply, label)
  const answer = await here.bot.dispatch({
    caller: { platform, tenant: platform === 'terminal' ? 'local' : 'T1', account: email },
    place: { platform, tenant: 'T1', channel: email, private: true },
    vouchedEmail: email,
    input: { kind: 'fields', command, fields: values, confirmed: true },
  })
  await here.bot.settle({ ticks: false })
  return { outcome: answer.outcome, text: plainMessage(answer.message), answer }
}

function toldTo({ email, platform }: Person): readonly string[] {
  const there = platform === 'terminal' ? here.delivered : heard
  return there.filter(({ to }) => to === email).map(({ text }) => text)
}

test('an issue goes from its opening to its correction, by six people on three platforms', async () => {
  const { secretariat: office, unodc, chair, cted, unesco, who } = people
  for (const one of [unodc, chair, cted, unesco, who]) await say(one, '/profile show')
  await say(chair, '/wg bind ETCIP', 'C-etcip')
  await say(office, '/newsletter open November-December closes:2027-01-08')
  await here.turn('2026-11-23T15:00:00Z')
  expect(toldTo(unodc).join()).toContain('November–December 2026')

  // Posted in their own words, mended by a press.
  const ours = await say(unodc, '/update post "We trained judges with CTED in Ankara, Turkey. (16-18 Nov)"')
  const mended = await press(unodc, ours, 'Mend all')
  expect(mended.text).toContain('UNODC trained judges with CTED in Ankara, Türkiye')
  const theirs = await say(
    cted,
    '/update post "UNODC-CTED training of judges in Ankara, Türkiye (16-18 Nov)"',
  )
  expect(theirs.text).toContain('very similar to U1')
  await say(unesco, '/update post "UNESCO published a guide for teachers (Nov)" section:publications')
  await say(who, '/newsletter pass')
  await say(
    chair,
    '/meeting schedule "Quarterly meeting" wg:ETCIP start:"2026-12-10 14:30" duration:90m confirm:yes',
  )
  await here.turn('2026-12-10T16:00:00Z')
  await say(chair, '/meeting hold M1 summary:"discussed the protection of soft targets"')

  // The secretariat makes one of two, and asks for what is missing.
  await say(office, '/update merge U2 into:U1')
  await say(office, '/update return U3 comment:"Where does it stand?"')
  expect(toldTo(unesco).join()).toContain('Where does it stand?')
  await say(unesco, '/update edit U3 link:https://unesco.example/guide')
  await say(office, '/update accept U1,U3')
  const status = await say(office, '/newsletter status')
  expect(status.text).toContain('WHO')

  await here.turn('2027-01-09T12:00:00Z')
  await say(office, '/newsletter close')
  await say(office, '/newsletter approve')
  await say(office, '/newsletter publish confirm:yes')
  const page = (await newsletterPage(here.database.store.kysely, '1'))?.html ?? ''
  expect(page).toContain('UNODC trained judges with CTED in Ankara, Türkiye')
  expect(page).toContain('https://unesco.example/guide')
  expect(page).toContain('discussed the protection of soft targets')
  const inRoom = () => heard.filter(({ to }) => to === 'C-etcip').map(({ text }) => text)
  expect(inRoom().join()).toContain('https://bot.example/newsletters/1')
  expect(toldTo(cted).join()).toContain('published')

  // Printed once, it stays; a correction is a new edition, and says what changed.
  await say(unodc, '/update edit U1 text:"UNODC trained 30 judges with CTED in Ankara, Türkiye (16-18 Nov)"')
  expect((await newsletterPage(here.database.store.kysely, '1'))?.html).toBe(page)
  await say(office, '/update accept U1')
  await say(office, '/newsletter correct "The number of judges was missing" confirm:yes')
  expect((await newsletterPage(here.database.store.kysely, '1'))?.html).toContain('30 judges')
  expect(inRoom().at(-1)).toContain('30 judges')

  // What is printed leads back to who wrote it, in which words, and what was made one with it.
  const origin = await say(office, '/update show U1')
  expect(origin.text).toContain('by UNODC focal point')
  expect(origin.text).toContain('We trained judges with CTED')
  expect(origin.text).toContain('Merged into it: U2 of CTED')
  expect(origin.text).toContain('Printed in Newsletter No. 1: November–December 2026, edition 2, under “')
})
