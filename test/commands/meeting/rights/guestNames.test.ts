import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { fileOf } from '../../../support/lines/fileOf.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
let letters: Letter[]
beforeEach(async () => {
  letters = []
  here = await world({
    mailer: async (letter) => void letters.push(letter),
    publicUrl: 'https://bot.example',
  })
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z duration:1h')
})
afterEach(() => here.end())

const to = (address: string) => letters.filter((one) => one.to === address)

const attendeeIn = (letter: Letter | undefined) =>
  letter?.calendar?.text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .find((line) => line.startsWith('ATTENDEE'))

test('guests by e-mail have the name that was given, for the chair, the members’ minutes and their own letter alone', async () => {
  const chair = focal('interpol')
  const reply = await here.say(chair, '/meeting attendees M1 email:"Nora Briefer <nora@elsewhere.example>"')
  expect(reply.text).toContain('Nora Briefer by e-mail')
  await here.say(chair, '/meeting attendees M1 email:other@elsewhere.example')
  expect((await here.say(chair, '/meeting attendees M1')).text).toContain('2: Nora Briefer, 1 without a name')
  await here.turn('2026-11-21T12:01:00Z')
  expect(attendeeIn(to('nora@elsewhere.example')[0])).toContain('CN="Nora Briefer"')

  await press(here, chair, buttonNamed(reply, 'Undo: take them off'))
  await here.turn('2026-11-21T12:02:00Z')
  expect(to('nora@elsewhere.example').at(-1)?.calendar?.text).toContain('Nora Briefer')
  await here.say(chair, '/meeting attendees M1 email:nora@elsewhere.example')

  await here.turn('2026-12-10T14:01:00Z')
  const minutes = async (who: string) =>
    fileOf(await here.say(who, `/meeting minutes M1 ${who === chair ? '' : 'shareable'}`)).text
  expect(await minutes(chair)).toContain('Guests invited by e-mail: Nora Briefer')
  expect(await minutes(focal('ipu'))).not.toMatch(/Nora|elsewhere/)
  for (const who of [chair, focal('ipu')])
    expect((await here.say(who, '/meeting history M1')).text).not.toMatch(/Nora|elsewhere/)
})

test('guests by e-mail who are named later get the name, and no second letter', async () => {
  await here.say(secretariat, '/meeting attendees M1 email:nora@elsewhere.example')
  const named = await here.say(
    secretariat,
    '/meeting attendees M1 email:"Nora Briefer <nora@elsewhere.example>"',
  )
  expect(named.text).toContain('is Nora Briefer from now on')
  await here.turn('2026-11-21T12:01:00Z')
  await here.turn('2026-11-21T12:02:00Z')
  expect(to('nora@elsewhere.example')).toHaveLength(1)
  expect((await here.say(secretariat, '/meeting attendees M1')).text).toContain('1: Nora Briefer')
})
