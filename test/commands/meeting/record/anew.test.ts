import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/said/pressed.ts'
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
})
