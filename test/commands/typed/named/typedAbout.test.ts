import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:"18 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

describe('words of asking around a name show its card', () => {
  test.each([
    ['what is etcip?', /^ETCIP, Working Group/],
    ['whats etcip', /^ETCIP, Working Group/],
    ['pls show etcip', /^ETCIP, Working Group/],
    ['etcip members', /^ETCIP, Working Group/],
    ['etcip chair?', /^ETCIP, Working Group/],
    ['observers of etcip', /^ETCIP, Working Group/],
    ['tell me about cted', /^CTED: Counter-Terrorism/],
    ['info on cted', /^CTED: Counter-Terrorism/],
    ['etcip meetings', /^1 meeting of ETCIP/],
    ['next etcip meeting', /^M1 Plenary/],
    ['when is the next ETCIP meeting?', /^M1 Plenary/],
    ['meetings in december', /^1 meeting from 1 Dec 2026/],
    ['my time zone', /^You are UNODC focal point/],
    ['my groups', /^You are UNODC focal point/],
    ["what's new", /^No\. 1, November–December 2026 is not published yet/],
    ['what is new?', /^No\. 1, November–December 2026 is not published yet/],
    ['//wg show etcip', /^ETCIP, Working Group/],
    ['\\wg show etcip', /^ETCIP, Working Group/],
    ['time zone Geneva', /^Your time zone is Europe\/Zurich/],
  ])('%s', async (line, wanted) => {
    expect((await here.say(unodc, line)).text).toMatch(wanted)
  })

  test('whoever is back is not away any more', async () => {
    await here.say(unodc, "I'm away until Friday")
    expect((await here.say(unodc, "I'm back")).text).toMatch(/^You are not away/)
  })

  test.each(['frobnicate members', 'staff meetings'])('“%s” names nothing', async (line) => {
    expect((await here.say(unodc, line)).text).not.toMatch(/Working Group on|^No meetings/)
  })
})

describe('what cannot be read is not guessed', () => {
  test.each([
    [
      '/update post "UNODC opened a lab in Rome (8 Nov)" entities:all',
      /^I know no entity called “all”\. Name each/,
    ],
    ['/reminder add call at:"in -2 hours"', /^I cannot read “in -2 hours”/],
    ['/update post "UNODC opened a lab in Rome (8 Nov)" section:?', /^Which section is it\?\n\[/],
    [
      '/update post "UNODC opened a lab in Rome (8 Nov)" section:bananas',
      /“bananas” is not a section.*\[Regional focus\]/s,
    ],
  ])('%s', async (line, wanted) => {
    expect((await here.say(unodc, line)).text).toMatch(wanted)
  })

  test('a title that ends with a question mark ends its sentence', async () => {
    await here.say(
      secretariat,
      '/meeting poll open "Shall we meet?" wg:ETCIP slots:"3 Dec 10:00, 4 Dec 10:00"',
    )
    const closed = await here.say(secretariat, '/meeting poll close "Shall we meet?"')
    expect(closed.text).toMatch(/^Closed P1 Shall we meet\? No slot leads/)
  })
})

describe('what is hardly meant is not done at once', () => {
  test('an update of one word, or that is the number of another, is asked about', async () => {
    const posted = await here.say(unodc, '/update post UNODC opened a lab in Ghent (7 Nov)')
    expect(posted.text).toMatch(/^Posted U1/)
    const number = await here.say(unodc, '/update post U1')
    expect(number.text).toContain('“U1” is the number of an update')
    expect(number.text).toContain('[Open U1]')
    expect((await here.say(unodc, '/update post test')).text).toContain('“test” is one word')
    expect((await here.say(unodc, '/update post test confirm:yes')).text).toMatch(/^Posted U2/)
    expect((await here.say(unodc, '/update post https://www.unodc.org/story')).text).toMatch(/^Posted U3/)
  })

  test('an update is not emptied, and what leads to its new words is none of them', async () => {
    const nothing = await here.say(unodc, '/update edit U1')
    expect(nothing.text).toMatch(/^Say what to change in U1: .*\[Edit\]$/s)
    const none = await here.say(unodc, '/update edit U1 text:none')
    expect(none.text).toContain('An update needs words')
    expect(none.text).toContain('[Withdraw U1]')
    for (const lead of ['to', '=', '->']) {
      const edited = await here.say(
        unodc,
        `/update edit U1 ${lead} UNODC opened ${lead.length + 3} labs in Ghent (7 Nov)`,
      )
      expect(edited.text).toMatch(/: UNODC opened \d labs in Ghent/)
      await here.say(unodc, '/update edit U1 text:"UNODC opened a lab in Ghent (7 Nov)"')
    }
  })
})

test('an entity that was added by mistake and taken back was never there', async () => {
  const before = await here.say(unodc, '/directory list on:"1 Oct 2026"')
  const added = await here.say(secretariat, '/directory add entity XYZ name:"Xylo Organization"')
  expect(added.text).toMatch(/^Added XYZ/)
  await here.say(secretariat, '/directory revert D1')
  expect((await here.say(unodc, '/directory list on:"1 Oct 2026"')).text).toBe(before.text)
  await here.say(secretariat, '/directory revert D2')
  expect((await here.say(unodc, '/directory list on:"1 Oct 2026"')).text).toMatch(/^46 entities/)
})

test('where no group is left, no list of them is begun', async () => {
  await here.say(secretariat, '/wg retire PCVE confirm:yes')
  expect((await here.say(unodc, '/wg list pillar:I')).text).toMatch(
    /^There are no working groups of pillar I on /,
  )
})
