import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(chair, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
  await here.say(secretariat, '/update post UNOCT trained 30 judges in Vienna (10 Nov)')
  await here.say(secretariat, '/reminder add "Call" at:"tomorrow 9:00"')
})
afterAll(() => here.end())

type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('an action by another word for it is offered with what was typed', () => {
  const rows: Rows = [
    ['/meeting delete M1', /\[\/meeting cancel M1\]/], ['/meeting create "Gas" wg:ETCIP start:"10 Dec 10:00"', /\[\/meeting schedule "Gas" wg:ETCIP start:"10 Dec 10:00"\]/], ['/meeting add M1 Opening', /\[\/meeting agenda add M1 Opening\]/],
    ['/update approve U1', /\[\/update accept U1\]/], ['/update remove U1', /\[\/update withdraw U1\]/], ['/reminder remove R1', /\[\/reminder cancel R1\]/], ['/wg remove ETCIP', /\[\/wg retire ETCIP\]/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })
})

describe('who is who, in the words of those who look for somebody', () => {
  const rows: Rows = [
    ['who chaired ETCIP in August 2022', /OPCW, chair of ETCIP from 1 Jul 2022/], ['who chaired BMLE in Aug 2022?', /chair of BMLE in 2022/], ['ETCIP chair', /The chair of ETCIP/], ['focal point of WHO', /WHO focal point/], ['WHO focal point', /WHO focal point/],
    ['what is CTED?', /^CTED: /], ['contact WHO', /WHO/], ['/directory list ETCIP', /in ETCIP on 23 Nov 2026/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    const reply = await here.say(secretariat, typed)
    expect(reply.text).toMatch(wanted)
    expect(reply.outcome).not.toBe('refused')
  })
})

test('who is away “until Monday”, said on a Monday, is away until the next one', async () => {
  expect((await here.say(focal('wco'), '/profile away until Monday')).text).toContain('23 Nov – 30 Nov 2026')
})

test('several items that were put on an agenda at once are taken off and put back at once', async () => {
  const added = await here.say(chair, '/meeting agenda add M1 1. Opening 2. Drones 3. AOB')
  const off = await press(here, chair, buttonNamed(added, 'Undo: take them off'))
  expect(off.text).toContain('Taken off the agenda of M1 Drones: Opening; Drones; AOB.')
  const back = await press(here, chair, buttonNamed(off, 'Undo: put them back'))
  expect(back.text).toMatch(/3 items\.\n.*1\. Opening.*2\. Drones.*3\. AOB/s)
  const two = await here.say(chair, '/meeting agenda remove M1 1 and 3')
  expect(two.text).toMatch(/: Opening; AOB\.\n.*1\. Drones/s)
})

test('the second session of a course is no twin of the first, and the 1st is one of the first', async () => {
  const first = 'UNODC opened the first session of a course in Nairobi, Kenya (9 Nov)'
  await here.say(focal('unodc'), `/update post ${first}`)
  const second = await here.say(focal('unodc'), `/update post ${first.replace('first', 'second')}`)
  expect(second.text).toMatch(/^Posted/)
  const again = await here.say(focal('unodc'), `/update post ${first.replace('first', '1st')}`)
  expect(again.text).toMatch(/Nothing is posted yet\. It looks like U2/)
})

describe('what is offered or read where a time or a name is typed', () => {
  const rows: Rows = [
    ['/reminder add x at:"05/12/2026 10:00"', /\n\[5 December 2026\]$/], ['/reminder add x at:"12/05/2026 10:00"', /\[5 December 2026\]$/], ['/reminder settings quiet:22h-7h', /22:00-07:00/], ['/reminder settings quiet:off', /none/],
    ['/update post A map of roads was drawn (10 Nov) entities:@UNODC #IOM', /Entities: UNODC, IOM/], ['/reminder add Stand up at:"tomorrow 10:00"', /Stand up/], ['/reminder cancel the stand up', /Cancelled|Taken|no longer/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })
})
