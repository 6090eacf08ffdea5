import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { monday } from '../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(focal('interpol'), '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

/** Each row: what is typed, and what it must come to on Monday 23 November 2026, 04:00 in New York. */
type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('moments in the words of many people', () => {
  const rows: Rows = [
    ['tmrw 3pm', /Tue 24 Nov 2026, 15:00/], ['tommorow at 15h', /Tue 24 Nov 2026, 15:00/], ['Wednsday 10:00', /Wed 25 Nov 2026, 10:00/], ['Septmber 3 10:00', /Fri 3 Sep 2027, 10:00|3 Sep/],
    ['Tues. 10 a.m.', /Tue 24 Nov 2026, 10:00/], ['noon on Friday', /Fri 27 Nov 2026, 12:00/], ['midnight', /beginning of that day/],
    ['half past three', /15:30.*03:30/s], ['quarter to five tomorrow', /16:45.*04:45/s], ['in half an hour', /04:30/], ['in an hour and a half', /05:30/],
    ['in a couple of hours', /06:00/], ['the day after tomorrow at 9', /Wed 25 Nov 2026, 09:00/], ['a week from today 9am', /Mon 30 Nov 2026, 09:00/],
    ['3 days from now at 9:00', /Thu 26 Nov 2026, 09:00/], ['in 3 days', /Thu 26 Nov 2026, 04:00/], ['in a month', /Wed 23 Dec 2026, 04:00/], ['end of the month', /has no time of day/],
    ['last Friday of December 10am', /Fri 25 Dec 2026, 10:00/], ['beginning of December 9am', /Tue 1 Dec 2026, 09:00/], ['Dec 15th, 2026 @ 3pm', /Tue 15 Dec 2026, 15:00/],
    ['15/12 14:30', /Tue 15 Dec 2026, 14:30/], ['12/15/2026 2:30 PM', /Tue 15 Dec 2026, 14:30/], ['2026/12/15 14:30', /Tue 15 Dec 2026, 14:30/], ['15.12. 14:30', /Tue 15 Dec 2026, 14:30/],
    ['15.12.26 14.30 Uhr', /Tue 15 Dec 2026, 14:30/], ['le 15 décembre à 14h30', /Tue 15 Dec 2026, 14:30/], ['lundi prochain 10h', /Mon 30 Nov 2026, 10:00/],
    ['après-demain à 9h', /Wed 25 Nov 2026, 09:00/], ['el lunes a las 10', /Mon 23 Nov 2026, 10:00/], ['pasado mañana a las 10:00', /Wed 25 Nov 2026, 10:00/],
    ['15 de diciembre de 2026 a las 14:30', /Tue 15 Dec 2026, 14:30/], ['завтра в 15:00', /Tue 24 Nov 2026, 15:00/], ['15 декабря 2026 в 14:30', /Tue 15 Dec 2026, 14:30/],
    ['غدا الساعة 15:00', /Tue 24 Nov 2026, 15:00/], ['١٥ ديسمبر ٢٠٢٦ ١٤:٣٠', /Tue 15 Dec 2026, 14:30/], ['明天下午3点', /Tue 24 Nov 2026, 15:00/],
    ['2026年12月15日 14:30', /Tue 15 Dec 2026, 14:30/], ['dopodomani alle 9', /Wed 25 Nov 2026, 09:00/], ['übermorgen 9 Uhr', /Wed 25 Nov 2026, 09:00/],
    ['15 dezembro 14h30', /Tue 15 Dec 2026, 14:30/], ['15 dicembre alle 14:30', /Tue 15 Dec 2026, 14:30/], ['Mon, 14 Dec 2026 09:00:00 +0100', /Mon 14 Dec 2026, 03:00/],
    ['tomorrow 10:00 Z', /Tue 24 Nov 2026, 05:00/], ['tomorrow 10:00 GMT', /Tue 24 Nov 2026, 05:00/], ['1 Jul 10am gmt', /06:00/], ['tomorrow at 10 AM (CET)', /CET. does not name one/], ['15:00 Geneva time tomorrow', /Tue 24 Nov 2026, 09:00/],
    ['31 November 10:00', /There is no 31 November/], ['Monday 15 December 10:00', /is a Tuesday, not a Monday/], ['13pm tomorrow', /There is no 13pm/], ['asap', /cannot read/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/reminder add x at:"${typed}"`)).text).toMatch(wanted)
  })
})

describe('a reminder keeps every word of its text', () => {
  const rows: Rows = [
    ['Call Vienna tomorrow at 3pm', /24 Nov 2026, 15:00 \(America\/New_York\): Call Vienna$/m], ['Call Vienna in 2 hours', /23 Nov 2026, 06:00 \(America\/New_York\): Call Vienna$/m],
    ['Visit New York tomorrow 3pm', /15:00 \(America\/New_York\): Visit New York$/m], ['tomorrow 3pm call Vienna', /24 Nov 2026, 15:00 .*: call Vienna$/m],
    ['in 2 hours call the chair', /06:00 .*: call the chair$/m], ['Meet Ana tomorrow 3pm Geneva time', /09:00 \(America\/New_York\): Meet Ana$/m],
    ['3 reports to check tomorrow 9am', /09:00 .*: 3 reports to check$/m], ['"Call them", at: "tomorrow 10:00"', /10:00 .*: Call them$/m], ['"Call, ok", at:"tomorrow 10:00", for:me', /: Call, ok$/m],
    ['Call them at=tomorrow 10:00', /10:00 .*: Call them$/m], ['Call them --at "tomorrow 10:00"', /10:00 .*: Call them$/m], ['Call them —at "tomorrow 10:00"', /10:00 .*: Call them$/m], ['Call them –at=tomorrow 10:00', /10:00 .*: Call them$/m], ['Call them at:"this time tomorrow"', /24 Nov 2026, \d\d:00 .*: Call them$/m], ['Call them at:"same time next week"', /30 Nov 2026, \d\d:00 .*: Call them$/m], ['say E=mc2 tomorrow 9am', /09:00 .*: say E=mc2$/m],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/reminder add ${typed}`)).text).toMatch(wanted)
  })
})

describe('commands in the words of many people', () => {
  const rows: Rows = [
    ['/meeting list past', /from 25 Aug 2026 to 23 Nov 2026/], ['/meeting list ETCIP past', /of ETCIP from 25 Aug 2026/], ['/meeting list earlier', /to 23 Nov 2026/],
    ['edit U1 date 13 Nov', /There is no update U1/], ['edit M1 place Vienna', /place now Vienna/],
    ['/wg list pillar II', /3 working groups of pillar II/], ['/wg list pillar 2', /pillar II/], ['/wg list on 2022', /on 1 Jan 2022/], ['/wg show wg ETCIP', /chaired by INTERPOL/],
    ['/meeting create', /Did you mean \/meeting schedule\?/], ['/meeting delete M1', /Did you mean \/meeting cancel\?/], ['/update approve U1', /You may mean \/update accept U1; nothing was done\. There is no update U1/],
    ['/update reject U1', /Did you mean \/update return\?/], ['/meeting suggest ETCIP 7-11 Dec', /7-11 December 2026|7 Dec.*11 Dec/],
    ['/wg show WG 3', /^ETCIP, Working Group/], ['/wg show 1', /^PCVE, Working Group/], ['/wg show ETCIP, 2022', /on 1 Jan 2022/], ['/wg show ETCIP in 2022', /on 1 Jan 2022/], ['/wg show ETCIP as of 1 Aug 2022', /on 1 Aug 2022/], ['/wg history etcip.', /ETCIP: \d+ terms/],
    ['/wg members ETCIP', /no action “members”. Nothing was done. Did you mean \/wg show ETCIP\?/], ['/directory list members', /members on 23 Nov/], ['/directory list of observers', /observers? on 23 Nov/],
    ['/directory show CTED', /^CTED: Counter/], ['/directory show etcip', /^ETCIP, Working Group/], ['/directory entity：CTED', /^CTED: Counter/], ['/directory entity:CTED on:2026-11-01', /Groups on 1 Nov 2026/], ['/wg show:ETCIP', /^ETCIP, Working Group/],
    ['/directory lauren daly', /Nothing was done. Did you mean \/directory find lauren daly\?/], ['/directory frobnicate UNODC', /Did you mean \/directory find UNODC\?/], ['find lauren', /\/directory find lauren/],
    ['show me UNODC', /United Nations Office on Drugs and Crime/], ['show M1', /M1.*Drones/], ['M1', /M1.*Drones/], ['my updates', /no updates yet/], ['my reminders', /R1|no reminders/], ['thx', /You are welcome/],
    ['good morning', /What I can do/], ['/meetings', /^\/meeting: /], ['Update: list', /no updates yet/], ['/update list november', /November 2026/], ['/update list UNODC', /no such updates/], ['/update list regional', /no such updates/],
    ['/profile hours 9 to 5', /09:00-17:00/], ['/profile timezone Bruxelles', /Europe\/Brussels/], ['/profile timezone القاهرة', /Africa\/Cairo/], ['/profile timezone Нью-Йорк', /America\/New_York/],
    ['/reminder settings quiet:"from 20:00 to 7:00"', /20:00-07:00/], ['/reminder settings quiet:"between 8pm and 7am"', /20:00-07:00/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })
})

describe('answers to an invitation in the words of many people', () => {
  const rows: Rows = [
    ['/meeting rsvp M1 oui', /said yes/], ['/meeting rsvp M1 нет', /said no/], ['/meeting rsvp M1 نعم', /said yes/], ['/meeting rsvp M1 👍🏽', /said yes/], ['/meeting rsvp M1 peut-être', /said maybe/], ['oui M1', /said yes/], ['да M1', /said yes/],
    ['/meeting rsvp M1 attending', /You (?:already )?said yes/], ["/meeting rsvp M1 can't make it", /You (?:already )?said no/], ['/meeting rsvp M1 decline', /You (?:already )?said no/], ['/meeting rsvp M1 probably', /You (?:already )?said maybe/],
    ['/meeting rsvp M1 accept', /You (?:already )?said yes/], ['not coming to M1', /You (?:already )?said no/], ['coming to M1', /You (?:already )?said yes/], ["/meeting rsvp M1 can't attend, on mission", /You (?:already )?said no/], ['/meeting rsvp M1 yes, with two colleagues', /You (?:already )?said yes/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(focal('who'), typed)).text).toMatch(wanted)
  })

  test('are for the invitation that waits where none is named', async () => {
    expect((await here.say(focal('icao'), 'count me in')).text).toMatch(/You (?:already )?said yes/)
    expect((await here.say(focal('imo'), 'I cannot attend')).text).toMatch(/You (?:already )?said no/)
  })
})

test('a meeting takes group, hour and length from a line of plain words', async () => {
  const reply = await here.say(
    focal('interpol'),
    '/meeting schedule ETCIP quarterly meeting on 11 December at 14:30 for 2 hours',
  )
  expect(reply.text).toMatch(/ETCIP quarterly meeting \(ETCIP\), Fri 11 Dec 2026, 14:30/)
  expect(reply.text).toMatch(/When: .*14:30.*, 2 h/)
})
