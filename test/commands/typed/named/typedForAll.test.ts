import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [unodc, who] = [focal('unodc'), focal('who')]

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(unodc, '/update post "UNODC opened a lab in Tallinn (7 Nov)" section:regional')
  await here.say(secretariat, '/meeting schedule "Drones talk" wg:ETCIP start:"17 Dec 14:30" confirm:yes')
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:"18 Dec 14:30" confirm:yes')
  await here.say(who, '/reminder add "call the embassy" at:"tomorrow 15:00"')
})
afterAll(() => here.end())

describe('a part of a word names nothing', () => {
  test.each([
    [unodc, '/update withdraw all', '/update show U1', /^U1, proposed/],
    [unodc, '/update withdraw lin', '/update show U1', /^U1, proposed/],
    [who, '/meeting rsvp all yes', '/meeting show M1', /You: not answered/],
    [who, '/meeting rsvp alk yes', '/meeting show M1', /You: not answered/],
    [who, '/reminder cancel all', '/reminder list', /call the embassy/],
    [who, '/reminder cancel bass', '/reminder list', /call the embassy/],
  ])('%s %s', async (person, line, shown, wanted) => {
    await here.say(person, line)
    expect((await here.say(person, shown)).text).toMatch(wanted)
  })

  test('the beginning of a word does, as do words in the middle of a text', async () => {
    expect((await here.say(unodc, '/update show tall')).text).toMatch(/^U1, proposed/)
    expect((await here.say(unodc, '/update show "lab in tallinn"')).text).toMatch(/^U1, proposed/)
    expect((await here.say(who, '/meeting show talk')).text).toMatch(/^M1 Drones talk/)
  })
})

describe('“all” is no name', () => {
  test('where a text begins with it, it is not what is meant', async () => {
    await here.say(unodc, '/update post "All States of the region met in Riga (8 Nov)" section:regional')
    const answer = await here.say(unodc, '/update withdraw all')
    expect(answer.text).toContain('“all” is not a number such as U12')
    expect(answer.text).toMatch(/\[U2 All States[^\]]*\] \[U1 /)
    expect((await here.say(unodc, '/update show U2')).text).toMatch(/^U2, proposed/)
  })

  test('of meetings one is taken at a time, and those ahead are offered; an answer is for those that wait', async () => {
    await here.say(secretariat, '/meeting schedule "All hands" wg:ETCIP start:"21 Dec 14:30" confirm:yes')
    const answer = await here.say(who, '/meeting rsvp all yes')
    expect(answer.text).toContain('Several invitations wait')
    expect(answer.text).toContain('[M1 Drones talk] [M2 Plenary] [M3 All hands]')
    expect((await here.say(secretariat, '/meeting cancel all')).text).toContain(
      'One meeting is taken at a time',
    )
    expect((await here.say(who, '/meeting show all hands')).text).toMatch(/^M3 All hands/)
  })
})
