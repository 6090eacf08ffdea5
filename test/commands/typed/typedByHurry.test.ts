import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('moments that hurried people type', () => {
  const rows: Rows = [
    ['tonight at midnight', /Tue 24 Nov 2026, 00:00/], ['midnight tonight', /Tue 24 Nov 2026, 00:00/], ['a week today at 10', /Mon 30 Nov 2026, 10:00/],
    ['Friday lunchtime', /Fri 27 Nov 2026, 12:00/], ['EOM 17:00', /Mon 30 Nov 2026, 17:00/], ['EOW 17:00', /Fri 27 Nov 2026, 17:00/], ["month's end 10:00", /Mon 30 Nov 2026, 10:00/],
    ['last day of December 9:00', /Thu 31 Dec 2026, 09:00/], ['last day of next month 9:00', /Thu 31 Dec 2026, 09:00/], ['Dec. 1st, 10 a.m.', /Tue 1 Dec 2026, 10:00/],
    ['13 Dec between 10 and 12', /10:00.*12:00 .*was not taken/s], ["13 Dec ten o'clock", /Sun 13 Dec 2026, 10:00/], ['on 1 December 9:00', /Tue 1 Dec 2026, 09:00/], ['by 1 Dec 9:00', /Tue 1 Dec 2026, 09:00/],
    ['later tonight', /19:00|has no time of day/], ['2night at 8', /Mon 23 Nov 2026, 20:00/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/reminder add x at:"${typed}"`)).text).toMatch(wanted)
  })
})

describe('a meeting in free order', () => {
  const rows: Rows = [
    ['"A" for ETCIP on 10 Dec at 10:00', /: A \(ETCIP\), Thu 10 Dec 2026, 10:00.*, 1 h$/ms], ['A with ETCIP 10 Dec 10:00 for 2 hours', /: A with ETCIP \(ETCIP\), Thu 10 Dec 2026, 10:00.*, 2 h$/ms],
    ['A with ETCIP 10 Dec 10:00 for 2 hours in Vienna', /Thu 10 Dec 2026, 10:00 \(Europe\/Vienna\), 2 h$/m], ['Weekly call wg:ETCIP 10 Dec 10:00', /: Weekly call \(ETCIP\), Thu 10 Dec 2026, 10:00/],
    ['"Review" wg:"ETCIP, PCVE" 10 Dec 10:00', /: Review \(ETCIP and PCVE\), Thu 10 Dec/], ['ETCIP 10 Dec 10:00 1h30', /\(ETCIP\), Thu 10 Dec 2026, 10:00.*, 1 h 30 min$/ms],
    ['Call for papers wg:ETCIP start:"10 Dec 10:00"', /: Call for papers \(ETCIP\)/],
    ['A wg:ETCIP start:"10 Dec 10:00" duration:"half a day"', /“half a day” may be more or fewer hours/], ['A wg:ETCIP start:"10 Dec 10:00" duration:"all day"', /How many\?/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/meeting schedule ${typed}`)).text).toMatch(wanted)
  })
})

describe('an update says what of it was not read', () => {
  const rows: Rows = [
    ['UNODC trained judges in Dakar (33 Nov)', /cannot read “33 Nov” as a date/], ['UNODC trained clerks in Lagos (5-3 Nov)', /before it begins/], ['UNODC trained nurses in Accra (3 Noc)', /cannot read “3 Noc” as a date/],
    ['UNODC trained cooks in Rabat (30 judges)', /^(?!.*cannot read)/s], ['UNODC met guards in Tunis on 3rd', /“on 3rd” is not a date once it is printed/],
    ['UNODC met drivers in Cairo (3, 5, 9 Nov)', /^(?!.*printed as)/s], ['UNODC met pilots in Lima (3, 4, 5 Nov)', /printed as 3-5 Nov/],
    ['Place: Vienna. UNODC launched a study on cash (3 Nov)', /: UNODC launched a study on cash[^\n]*\n.*Place: Vienna/s], ['Link: https://un.org/x UNODC launched a map (3 Nov)', /: UNODC launched a map[^\n]*\n.*Link: https:\/\/un\.org\/x/s],
    ['UNODC launched a guide for teachers (3 Nov)" section:regional', /: UNODC launched a guide for teachers \(3 Nov\)\nSection: Regional/], ['UNODC measured 12"', /: UNODC measured 12"/],
    ['The house was opened; write to ana@unodc.org (3 Nov)', /^(?!.*printed as UNODC)/s], ['UNODC trained bakers in Quito (3 Nov', /: UNODC trained bakers in Quito \(3 Nov\)\n.*Date: 3 Nov 2026/s],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(focal('unodc'), `/update post ${typed} confirm:yes`)).text).toMatch(wanted)
  })

  test('a month with a slip is offered as the date that it is', async () => {
    const posted = await here.say(focal('unodc'), '/update post UNODC trained tailors in Quito (3 Novemeber)')
    const dated = await press(here, focal('unodc'), buttonNamed(posted, 'It was 3 Nov'))
    expect(dated.text).toMatch(/UNODC trained tailors in Quito \(3 Nov\)\n.*Date: 3 Nov 2026/s)
  })
})
