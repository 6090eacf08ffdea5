import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(
    chair,
    '/meeting schedule "Quarterly meeting" wg:ETCIP start:"23 Nov 2026 10:30" duration:60m timezone:Europe/Paris',
  )
  await here.say(chair, '/meeting agenda add M1 item:Budget minutes:20')
  await here.turn('2026-11-23T09:31:00Z')
  await here.say(chair, '/meeting start M1')
})
afterAll(() => here.end())

test.each<readonly [typed: string, wanted: RegExp]>([
  ['present: UNODC, CTED', /\(N\d+\): Present: UNODC, CTED$/m],
  ['In the room: WHO and IMO', /\(N\d+\): Present: WHO and IMO$/m],
  ['here: CTED, UNODC and WHO', /Present: CTED, UNODC and WHO$/m],
  ['absent: DSS', /\(N\d+\): Absent: DSS$/m],
  ['CTED has joined', /\(N\d+\): CTED joined$/m],
  ['WHO left the call', /\(N\d+\): WHO left$/m],
  ['5 min break', /\(N\d+\): Break of 5 minutes$/m],
  ["let's take a coffee break of 15 minutes", /\(N\d+\): Break of 15 minutes$/m],
  ['coffee break', /\(N\d+\): Break$/m],
  ['seconded', /\(N\d+\): Seconded$/m],
  ['CTED seconds the motion', /\(N\d+\): Seconded by CTED$/m],
  ['extend by 10 minutes', /length now 1 h 10 min \(was 1 h\)/],
  ['10 more minutes please', /length now 1 h 20 min \(was 1 h 10 min\)/],
  ['add 5 min', /length now 1 h 25 min \(was 1 h 20 min\)/],
  ['five more minutes', /length now 1 h 30 min/],
  ['ten minute break', /\(N\d+\): Break of 10 minutes$/m],
  ['anyone against?', /^M1 Quarterly meeting .*: in progress/],
  ['next steps: CTED to circulate the draft', /^Recorded for M1 .* Circulate the draft \(CTED/],
  ['any objections?', /^M1 Quarterly meeting .*: in progress/],
  ['no objections', /^M1 Quarterly meeting .*: in progress/],
  ['does anyone object?', /^M1 Quarterly meeting .*: in progress/],
  ['who took the action on the draft?', /A1 Circulate the draft \(CTED/],
])('a chair says %j while the meeting goes on', async (typed, wanted) => {
  expect((await here.say(chair, typed)).text).toMatch(wanted)
})

test('a chair raises the hand of another entity, and takes it down again', async () => {
  expect((await here.say(chair, 'UNODC wants the floor')).text).toMatch(
    /^UNODC asks for the floor\. Hands raised: UNODC\./,
  )
  expect((await here.say(chair, 'WHO would like to speak')).text).toMatch(
    /^WHO asks for the floor\. Hands raised: UNODC, WHO\./,
  )
  expect((await here.say(chair, 'UNODC wants the floor')).text).toMatch(
    /^UNODC has raised its hand already\./,
  )
  expect((await here.say(chair, 'UNODC no longer wants the floor')).text).toBe(
    'UNODC no longer asks for the floor.',
  )
  expect((await here.say(chair, '/meeting queue M1')).text).toMatch(
    /^INTERPOL asks for the floor\. Hands raised: WHO, INTERPOL\./,
  )
})

test('nobody else raises the hand of another entity, and their own is theirs', async () => {
  const refused = await here.say(focal('cted'), 'IMO wants the floor')
  expect(refused.outcome).toBe('refused')
  expect(refused.text).toMatch(/^Only the chairs .* “raise my hand” raises yours\.$/)
  expect((await here.say(focal('cted'), 'CTED wants the floor')).text).toMatch(/^CTED asks for the floor/)
  expect((await here.say(chair, 'UNICEF wants the floor')).text).toMatch(/^Nobody of UNICEF is invited to M1/)
})

test('an action that opens with an entity is offered to it', async () => {
  const recorded = await here.say(chair, 'action: CTED circulate minutes')
  expect(recorded.text).toContain('Nobody owns it yet. Is it for CTED?')
  const given = await press(here, chair, buttonNamed(recorded, 'Give it to CTED'))
  expect(given.text).toMatch(/A\d+ CTED circulate minutes.*CTED/)
  expect((await here.say(chair, 'action: Circulate the draft')).text).toContain('hand it over to somebody')
})

test('what nobody objects to is adopted', async () => {
  await here.say(chair, 'propose: meet in Vienna')
  expect((await here.say(chair, 'hearing no objections, it is so decided')).text).toMatch(
    /^R\d+ is adopted: meet in Vienna/,
  )
})

test('a proposal may be named after its meeting', async () => {
  await here.say(chair, 'propose: adopt the budget')
  await here.say(chair, 'propose: elect UNODC as vice-chair')
  expect((await here.say(chair, '/meeting resolve M1 R3 adopted')).text).toMatch(
    /^R3 is adopted: elect UNODC/,
  )
  expect((await here.say(chair, '/meeting resolve M1, R2 withdrawn')).text).toMatch(
    /^R2 is withdrawn: adopt the budget/,
  )
})
