import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

describe('what is typed for a meeting', () => {
  test.each([
    ['to 4pm', 'Thu 10 Dec 2026, 16:00'],
    ['start:"11:00"', 'Thu 10 Dec 2026, 11:00'],
    ['an hour later', 'Thu 10 Dec 2026, 15:30'],
    ['two hours earlier', 'Thu 10 Dec 2026, 12:30'],
    ['a week later', 'Thu 17 Dec 2026, 14:30'],
    ['tomorrow 15:00', 'Tue 24 Nov 2026, 15:00'],
  ])('a move by %s is told from the meeting, not from today', async (words, moment) => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    expect((await here.say(chair, `/meeting move M1 ${words}`)).text).toContain(`to ${moment} (Europe/Paris)`)
  })

  test('an end that duration: overrules is said of a series, of a move, and of the rest of a series', async () => {
    const said = 'It takes 30 min, as duration: says; the end that was typed is not taken.'
    const at = 'start:"10 Dec 10:00-12:00" duration:30m'
    const series = `/meeting schedule Q4 wg:ETCIP ${at} repeat:monthly until:2027-03-01`
    expect((await here.say(chair, series)).text).toContain(said)
    expect((await here.say(chair, `${series} confirm:yes`)).text).toContain(said)
    const move = '/meeting move M1 start:"11 Dec 10:00-11:00" duration:30m series'
    expect((await here.say(chair, `${move}:this confirm:yes`)).text).toContain(said)
    const rest = '/meeting move M2 start:"12 Jan 10:00-11:00" duration:30m series:rest'
    expect((await here.say(chair, rest)).text).toContain(said)
    expect((await here.say(chair, `${rest} confirm:yes`)).text).toContain(said)
  })

  test.each([['none'], ['-']])('place:%s and the same for the link mean that there is none', async (word) => {
    const sent = await here.say(
      chair,
      `/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" place:${word} link:${word} confirm:yes`,
    )
    expect(sent.outcome).toBe('done')
    expect(sent.text).not.toMatch(/Place|Join|Link/)
    expect(here.delivered.filter(({ text }) => text.includes('Place'))).toEqual([])
  })

  test('a question before many are written to shows the kind, the place and the link as they were taken', async () => {
    const asked = await here.say(
      chair,
      '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" kind:in-focus place:"Room 12" link:https://rooms.example/12',
    )
    expect(asked.text).toMatch(/Kind: in.focus\nPlace: Room 12\nLink: https:\/\/rooms.example\/12\nMembers: /)
  })

  test.each([
    ['"Two words" ETCIP "10 Dec 15:00"'],
    ['"Two words" wg:ETCIP "10 Dec 15:00"'],
    ['Two words for ETCIP "10 Dec 15:00"'],
    ['"Two words", "10 Dec 15:00" wg:ETCIP'],
  ])('%s is scheduled at the time that stands in quotes', async (words) => {
    const sent = await here.say(chair, `/meeting schedule ${words} confirm:yes`)
    expect(sent.text).toMatch(
      /Scheduled M1: Two words[^(]* \(ETCIP\), Thu 10 Dec 2026, 15:00 \(Europe.Paris\)/,
    )
  })

  test.each([
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=3', '3 meetings', 'Mon 1 Mar 2027'],
    ['RRULE:FREQ=WEEKLY;UNTIL=20270118T150000Z;BYDAY=MO;WKST=SU', '3 meetings', 'Mon 18 Jan 2027'],
    // The last evening of 18 January in New York.
    ['FREQ=WEEKLY;UNTIL=20270119T045959Z', '3 meetings', 'Mon 18 Jan 2027'],
  ])('a rule that was copied from a calendar, %s, brings its end with it', async (rule, count, last) => {
    const sent = await here.say(
      chair,
      `/meeting schedule Weekly wg:ETCIP start:"4 Jan 2027 10:00" timezone:America/New_York repeat:"${rule}" confirm:yes`,
    )
    expect(sent.text).toContain(count)
    expect(sent.text).toContain(last)
  })

  test('its title may stand in quotes after the group', async () => {
    const sent = await here.say(
      chair,
      '/meeting schedule wg:ETCIP "Two words" start:10 Dec 2-3pm confirm:yes',
    )
    expect(sent.text).toContain('Scheduled M1: Two words (ETCIP), Thu 10 Dec 2026, 14:00 (Europe/Paris)')
  })
})
