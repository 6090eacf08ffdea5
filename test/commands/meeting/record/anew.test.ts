import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('what is said of a meeting once more', () => {
  let here: World
  beforeEach(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(
      secretariat,
      '/directory add person "Alternate" email:alt@who.example entity:WHO timezone:Asia/Bangkok',
    )
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"24 Nov 14:30"')
    here.delivered.length = 0
  })
  afterEach(() => here.end())

  test('a meeting that was cancelled after its hour by mistake comes back with its answers and waits for its outcome', async () => {
    await here.say(focal('who'), '/meeting rsvp M1 yes')
    await here.turn('2026-11-25T09:00:00Z')
    const cancelled = await here.say(chair, '/meeting cancel M1 confirm:yes')
    const refused = await here.say(chair, '/meeting hold M1 summary:"Discussed drones"')
    here.delivered.length = 0
    const back = await press(here, chair, buttonNamed(cancelled, 'Undo: restore it'))

    expect(refused.text).toContain('Restore it first')
    expect(back.text).toContain('its time has passed, so it waits for its outcome')
    expect(here.delivered.map(({ text }) => text).join()).toContain(
      'It was not cancelled after all: Quarterly',
    )
    expect((await here.say(chair, '/meeting show M1')).text).toContain('Yes: WHO')
    expect((await here.say(chair, '/meeting hold M1 summary:"Discussed drones"')).outcome).toBe('done')
  })

  test('who was asked today already for an answer is not said to be asked again', async () => {
    await here.say(chair, '/meeting attendees M1 nudge:yes confirm:yes')
    const again = await here.say(chair, '/meeting attendees M1 nudge:yes confirm:yes')

    expect(again.outcome).toBe('refused')
    expect(again.text).toContain('were asked today already; nobody was written to')
    const history = (await here.say(chair, '/meeting history M1')).text
    expect(history.split('once more for an answer').length).toBe(2)
  })

  test('a colleague who is sent instead reads the hour on their own clock, and is asked once', async () => {
    await here.say(focal('who'), '/meeting rsvp M1 no delegate:alt@who.example')
    const again = await here.say(focal('who'), '/meeting rsvp M1 no delegate:alt@who.example')
    const asked = here.delivered.filter(({ to }) => to === 'alt@who.example')

    expect(asked.map(({ text }) => text).join()).toContain('20:30 (Asia/Bangkok)')
    expect(asked).toHaveLength(1)
    expect(again.text).toContain('instead of you already; nothing was changed')
    await here.say('alt@who.example', '/meeting rsvp M1 no')
    expect(here.delivered.at(-1)?.text).toContain('14:30 (Europe/Zurich)')
    expect((await here.say(focal('who'), '/meeting rsvp M1 no delegate:alt@who.example')).outcome).toBe(
      'done',
    )
  })

  test('an action that is overdue is given back by the undo of its handing over', async () => {
    await here.say(chair, '/meeting action add M1 what:"Send the list" owner:WHO due:"25 Nov"')
    await here.turn('2026-11-30T09:00:00Z')
    const handed = await here.say(chair, '/meeting action hand-over A1 owner:CTED')
    const back = await press(here, chair, buttonNamed(handed, 'Undo: give it back'))
    const later = await here.say(chair, '/meeting action hand-over A1 owner:CTED due:"9 Dec"')

    expect(back.text).toContain('A1 Send the list (WHO, due 25 Nov 2026)')
    expect((await press(here, chair, buttonNamed(later, 'Undo: give it back'))).text).toContain('(WHO')
  })
  test('an item that somebody presents themselves bears their name', async () => {
    const added = await here.say(
      focal('unesco'),
      '/meeting agenda add M1 item:Heritage presenter:me minutes:15',
    )
    expect(added.text).toContain('1. Heritage (UNESCO focal point, 15 min)')
  })

  test('the former order of an agenda comes back though an item was put on it since', async () => {
    for (const item of ['Drones', 'Budget', 'Borders'])
      await here.say(chair, `/meeting agenda add M1 item:${item}`)
    const ordered = await here.say(chair, '/meeting agenda order M1 items:"3, 1"')
    await here.say(focal('cted'), '/meeting agenda remove M1 item:Budget')
    await here.say(focal('cted'), '/meeting agenda add M1 item:Ports')
    await here.say(focal('cted'), '/meeting agenda order M1 items:Ports')
    await here.say(chair, '/meeting agenda add M1 item:Budget')
    const back = await press(here, chair, buttonNamed(ordered, 'Undo: as before'))

    expect(back.text.match(/\d\. \w+/g)?.slice(0, 2)).toEqual(['1. Drones', '2. Borders'])
  })

  test('a proposal that is sent twice is put once, and whoever was there and is left out of a list is named', async () => {
    await here.turn('2026-11-24T13:30:00Z')
    await here.say(chair, '/meeting start M1')
    await here.say(focal('ocha'), '/meeting rsvp M1 here')
    await here.say(chair, '/meeting propose M1 text:"The group adopts its plan"')
    const again = await here.say(chair, '/meeting propose M1 text:"the group adopts its plan"')
    const held = await here.say(chair, '/meeting hold M1 summary:"adopted its plan" attended:"INTERPOL, WHO"')
    const corrected = await here.say(
      chair,
      '/meeting hold M1 summary:"adopted its plan" attended:"INTERPOL, OCHA"',
    )

    expect(again.text).toContain('R1 proposes that already and is open; nothing was changed.')
    expect(held.text).toContain('OCHA is down as present in the meeting, and not among those who attended.')
    expect(corrected.text).not.toContain('down as present')
    expect(corrected.text).not.toContain('It said before')
  })
  test('of two who call the next speaker at once the second passes over nobody', async () => {
    await here.turn('2026-11-24T13:30:00Z')
    await here.say(chair, '/meeting start M1')
    for (const who of ['who', 'cted', 'unodc']) await here.say(focal(who), '/meeting queue M1')
    const first = await here.say(chair, '/meeting queue M1 call')
    const button = buttonNamed(first, 'Call the next speaker')
    const called = await press(here, chair, button)
    const again = await press(here, secretariat, button)

    expect(called.text).toContain('CTED (CTED focal point) has the floor')
    expect(again.text).toContain(
      'Somebody was called in the meantime. Hands raised: UNODC. Nothing was changed.',
    )
    expect((await here.say(chair, '/meeting queue M1 call')).text).toContain('UNODC (UNODC focal point)')
  })

  test.each([
    ['five working days', 'by Thu 3 Dec 2026, 00:00'],
    ['in 5 workdays', 'by Thu 3 Dec 2026, 00:00'],
    ['300 working days', 'Give 1 to 60 working days, not “'],
    ['many working days', 'Give 1 to 60 working days, not “'],
    ['5', 'Working days are given as “5 working days”'],
  ])('a text under silence until %s is %s', async (until, text) => {
    expect(
      (await here.say(chair, `/meeting silence open "The plan" wg:ETCIP until:"${until}"`)).text,
    ).toContain(text)
  })
})
