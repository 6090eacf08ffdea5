import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/newsletter open 2026 kind:annual closes:2027-01-31')
  await here.say(focal('interpol'), '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
  await here.say(
    focal('interpol'),
    '/meeting schedule "Gas in cities" wg:ETCIP start:"11 Dec 14:30" confirm:yes',
  )
  await here.say(focal('unodc'), '/update post UNODC trained judges in Dakar, Senegal (3 Nov)')
  for (let day = 1; day <= 10; day++)
    await here.say(
      focal('iom'),
      `/update post IOM launched the ${day}th map of town ${day} (${day} Nov) confirm:yes`,
    )
})
afterAll(() => here.end())

type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('an answer to an invitation', () => {
  const rows: Rows = [
    [':+1:', /Which meeting\?/], [':thumbsup::skin-tone-3:', /Which meeting\?/], ['thumbs up', /Which meeting\?/], ['yes to both', /Which meeting\?/], ['yes to both meetings', /Which meeting\?/], ['no to all', /Which meeting\?/],
    ['yes to Drones', /You said yes to M1 Drones/], ['coming to Gas in cities, thanks', /You said yes to M2|no meeting called/], ['not coming to Gas in cities', /You said no to M2/], ['maybe to Drones please', /You said maybe to M1/],
    ['No to hatred was launched by CTED and many friends (3 Nov)', /Shall I post it/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(focal('cted'), typed)).text).toMatch(wanted)
  })

  test('that took the place of another is taken back by undo', async () => {
    await here.say(focal('who'), 'yes M1')
    await here.say(focal('who'), 'no M1')
    const undone = await here.say(focal('who'), 'undo')
    const back = await press(here, focal('who'), buttonNamed(undone, 'Undo: back to yes'))
    expect(back.text).toContain('You said yes to M1 Drones')
  })
})

describe('names as they are written elsewhere', () => {
  const rows: Rows = [
    ['/directory entity I.O.M.', /^IOM: /], ['/directory entity U.N. Women', /^UN Women: /], ['/directory entity I O M', /^IOM: /], ['/directory entity (UNODC)', /^UNODC: /], ['/directory entity @CTED', /^CTED: /],
    ['/directory person <focal.cted@compact.example>', /^CTED focal point/], ['/directory person Somebody <focal.cted@compact.example>', /^CTED focal point/],
    ['/update post A map of paths was drawn (10 Nov) entities:"UNODC", "IOM"', /Entities: UNODC, IOM/], ['/newsletter status annual 2026', /^Annual issue, 2026/], ['/newsletter status annual issue of 2026', /^Annual issue, 2026/],
    ['/meeting suggest ETCIP 7-11 Dec', /7 Dec – 11 Dec 2026/], ['/meeting suggest ETCIP next week', /30 Nov – 4 Dec|30 Nov – 6 Dec/],
    ['/update show U1 and U2', /Is it one of these\?\n.*U1 UNODC trained.*U2 IOM/s], ['/update edit U1: UNODC trained clerks in Dakar, Senegal (4 Nov)', /Changed U1 .*: UNODC trained clerks/],
    ['／update show U1', /^U1, /], ['/newsletter extend 1 to 20 Jan', /until Wed 20 Jan 2027/], ['/newsletter extend No. 1 15 Jan', /until Fri 15 Jan 2027/], ['undo please', /^Your last change/], ['cheers', /You are welcome/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })
})

describe('the name of an option as programs take it', () => {
  const rows: Rows = [
    ['UNODC trained 21 judges (10 Nov) Section= publications', /: UNODC trained 21 judges \(10 Nov\)\nSection: Reports/], ['UNODC equipped 33 clerks (10 Nov) -section:publications', /: UNODC equipped 33 clerks \(10 Nov\)\nSection: Reports/],
    ['UNODC opened an E=mc2 lab in Rome (10 Nov)', /: UNODC opened an E=mc2 lab in Rome/], ['UNODC published Part I of its guide (9 Nov)', /^(?!.*It says “I”)/s],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(focal('unodc'), `/update post ${typed} confirm:yes`)).text).toMatch(wanted)
  })
})

test.each([
  ['in an hour', /still needs: text/],
  ['on Friday at 10', /still needs: text/],
  ['to call Ana in an hour', /05:00 .*: call Ana$/m],
])('“remind me %s” has no text but what is to be done', async (typed, wanted) => {
  expect((await here.say(secretariat, `remind me ${typed}`)).text).toMatch(wanted)
})

test('other names are separated by a slash between acronyms', async () => {
  await here.say(secretariat, '/directory add entity OSCE name:"Organization for Security" aliases:ОБСЕ/OSZE')
  expect((await here.say(secretariat, '/directory entity OSZE')).text).toMatch(/^OSCE: /)
})
