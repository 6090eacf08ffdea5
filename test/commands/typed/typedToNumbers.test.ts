import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { readNumbers } from '../../../src/core/text/numbers.ts'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule "Drones" wg:ETCIP start:"9 Dec 10:00" confirm:yes')
  await here.say(focal('unodc'), '/update post UNODC trained judges in Tunis on 3rd & 4th November 2026')
  await here.say(focal('unodc'), '/update post UNODC trained police in Accra (5 Nov)')
})
afterAll(() => here.end())

test.each([
  ['yes to M1', 'said yes to M1'],
  ['coming M1', 'said yes to M1'],
  ['can’t make it to M1', 'said no to M1'],
  ['sorry I can’t make it to M1', 'said no to M1'],
  ['maybe to M1', 'said maybe to M1'],
])('an answer may name its meeting after it: %s', async (typed, answer) => {
  expect((await here.say(focal('unodc'), typed)).text).toContain(answer)
})

test('the name of an option without its colon is no word of a sentence after a number', async () => {
  const reply = await here.say(focal('unodc'), '/update edit U2 text UNODC trained guards in Mbour (6 Nov)')
  expect(reply.text).toContain(': UNODC trained guards in Mbour (6 Nov)')
})

test('polite words after a number are no part of it, and other ones leave it offered', async () => {
  expect((await here.say(focal('unodc'), '/update withdraw U2 soon')).text).toMatch(/\[U2 [^\]]+\]$/m)
  expect((await here.say(focal('unodc'), '/update withdraw U2, please!')).text).toContain('Withdrawn U2')
  expect((await here.say(secretariat, '/meeting cancel M1 thanks')).outcome).toBe('asked')
})

test('a date given beside a text that tells another one is not offered to be written as the text tells it', async () => {
  await here.say(focal('unodc'), '/update edit U1 date:4 Nov')
  const shown = await here.say(focal('unodc'), '/update show U1')
  expect(shown.text).toContain('4 Nov 2026')
  expect(shown.text).not.toContain('is printed as 3-4 Nov')
  expect(shown.text).not.toContain('Write (3-4 Nov)')
})

test.each([
  ['/update post IMO gave a talk on ships. Place: Geneva, Date: 5 Nov', /Place: Geneva$/m],
  ['/library add Border guide link: unodc.org/b topics:borders / drones', /Topics: borders, drones/],
  ['/reminder settings lead: 7 d / 1 day and 15 min', /7 days, 1 day, 15 minutes before/],
  [
    '/meeting schedule "Ports" etcip 10 Dec 10:00-11:30',
    /Ports \(ETCIP\), Thu 10 Dec 2026, 10:00.*1 h 30 min/s,
  ],
  ['/meeting schedule "Ports" tomorrow 3pm', /still needs: wg/],
  ['groups of UNODC', /^UNODC: United Nations Office on Drugs and Crime/],
  ['what does CTED stand for?', /^CTED: Counter-Terrorism Committee Executive Directorate/],
  ['who’s in ETCIP?', /^ETCIP, Working Group on Emerging Threats/],
])('is read as it is meant: %s', async (typed, answer) => {
  expect((await here.say(secretariat, typed)).text).toMatch(answer)
})

test.each([
  'U3, number 4',
  'U3 and number 4',
  'numbers 3 and 4',
  'U3, n° 4',
  'U3 et 4',
  'U3 y U4',
  'U3 и 4',
  'номера 3 и 4',
  'U3، U4',
  'U3 و 4',
  'رقم 3 و 4',
  'U3、U4',
  'U3和4',
  '№ 3, № 4',
  'U3 + U4',
  'U3 / 4',
  'U3 plus update 4',
  'U3, item no. 4.',
  'U3 as well as 4',
  'U3 through 4',
  'U3 à U4',
])('several numbers in any words are each meant, and none is a reason: %s', (typed) => {
  // biome-ignore format: a table
  const wanted = { kind: 'command', fields: { update: typed } }
  expect(readLine(features, `/update withdraw ${typed}`)).toMatchObject(wanted)
  expect(readNumbers(typed)).toEqual([3, 4])
})

test('several numbers take the reason after a word that gives one, and are asked about before any other word', async () => {
  const post = async (text: string) =>
    /U(\d+)/.exec((await here.say(focal('unodc'), `/update post ${text}`)).text)?.[1] ?? ''
  const [one, two] = [
    await post('UNODC trained guards in Lima (6 Nov)'),
    await post('UNODC met officials in Quito (7 Nov)'),
  ]
  const asked = await here.say(focal('unodc'), `/update withdraw U${one}, number ${two} says the same`)
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toMatch(new RegExp(`\\[U${one} .*\\[U${two} `, 's'))

  const done = await here.say(
    focal('unodc'),
    `/update withdraw U${one} and number ${two}, because they are twins`,
  )
  expect(done.text).toContain('Withdrawn 2 updates (they are twins)')
})
