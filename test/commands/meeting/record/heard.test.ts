import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('what becomes of it is heard', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  afterEach(() => here.end())

  const chair = focal('interpol')
  const place = { platform: 'terminal', tenant: 'local', channel: 'room', private: false } as const

  test('by whoever sent a colleague who cannot come, once', async () => {
    await here.say(secretariat, '/directory add person "Alternate" email:alt@who.example entity:WHO')
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 14:30"')
    await here.say(focal('who'), '/meeting rsvp M1 no delegate:alt@who.example')
    await here.say('alt@who.example', '/meeting rsvp M1 no')
    await here.say('alt@who.example', '/meeting rsvp M1 no')

    const heard = here.delivered.filter(({ text }) => text.includes('cannot come in your place'))
    expect(heard.map(({ to }) => to)).toEqual([focal('who')])
    expect(heard[0]?.text).toContain('Plenary')
  })

  test('in the room that was shown a text under silence, when it is adopted and when it is broken', async () => {
    await here.say(chair, '/wg bind ETCIP', { place })
    await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
    await here.say(chair, '/meeting silence open "The budget" wg:ETCIP until:"4 Dec 18:00"')
    await here.press(focal('cted'), 'meeting silence break', { silence: 'S2', reason: 'Too high' }, true)
    await here.turn('2026-12-04T17:01:00Z')
    await here.turn('2026-12-04T18:01:00Z')

    const texts = here.announced.map(({ text }) => text)
    expect(texts.filter((text) => text.includes('has broken the silence of S2'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('Adopted by silence in ETCIP: S1'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('Adopted by silence in ETCIP: S2'))).toEqual([])
  })

  test('by whoever joins the group while a text is open, once, and stands in its proof', async () => {
    await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
    await here.say(secretariat, '/wg join ETCIP entity:ILO')
    await here.turn('2026-11-24T12:00:00Z')
    await here.turn('2026-11-25T12:00:00Z')
    const proof = await here.say(chair, '/meeting silence list silence:S1')

    const sent = here.delivered.filter(({ text }) => text.includes('For adoption by silence'))
    expect(sent.filter(({ to }) => to === focal('ilo'))).toHaveLength(1)
    expect(new Set(sent.map(({ to }) => to)).size).toBe(sent.length)
    expect(proof.text).toContain('(ILO)')
  })

  test('by nobody who joins the group once a text was adopted or its silence broken', async () => {
    await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"27 Nov 18:00"')
    await here.say(chair, '/meeting silence open "The budget" wg:ETCIP until:"4 Dec 18:00"')
    await here.press(focal('cted'), 'meeting silence break', { silence: 'S2', reason: 'Too high' }, true)
    await here.turn('2026-11-27T18:00:00Z')
    await here.say(secretariat, '/wg join ETCIP entity:ILO')
    await here.turn('2026-11-28T12:00:00Z')

    expect(here.delivered.filter(({ to, text }) => to === focal('ilo') && text.includes('silence'))).toEqual(
      [],
    )
  })

  test('and a text that was broken overnight is not sent in the morning to whoever joined', async () => {
    const seen = () => here.delivered.filter(({ to }) => to === focal('ilo')).map(({ text }) => text)
    await here.say(focal('ilo'), '/reminder settings quiet:18:00-08:00')
    await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
    await here.say(chair, '/meeting silence open "The budget" wg:ETCIP until:"4 Dec 18:00"')
    await here.turn('2026-11-24T22:00:00Z')
    await here.say(secretariat, '/wg join ETCIP entity:ILO')
    await here.turn('2026-11-24T22:05:00Z')
    await here.press(focal('cted'), 'meeting silence break', { silence: 'S1', reason: 'Too high' }, true)
    await here.turn('2026-11-25T08:30:00Z')

    expect(seen().filter((text) => text.includes('has broken the silence of S1'))).toHaveLength(1)
    const asked = seen().filter((text) => text.includes('For adoption by silence'))
    expect(asked.map((text) => /S\d/.exec(text)?.[0])).toEqual(['S2'])
  })

  test('before a text is circulated for less than a working day of all', async () => {
    const short = await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"in 3 hours"')
    const long = await here.say(
      chair,
      '/meeting silence open "The work plan" wg:ETCIP until:"5 working days"',
    )

    expect(short.text).toContain('have no whole working day in common until then. The first ends on')
    expect(long.text).not.toContain('whole working day')
  })

  test('of a poll that was settled on the wrong time: once its meeting is cancelled it settles anew', async () => {
    await here.say(chair, '/meeting poll open Fourth wg:ETCIP slots:"1 Dec 14:00; 2 Dec 14:00"')
    await here.say(focal('cted'), '/meeting poll vote P1 slots:1,2')
    await here.say(chair, '/meeting poll settle P1 slot:1')
    const twice = await here.say(chair, '/meeting poll settle P1 slot:2')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    const anew = await here.say(chair, '/meeting poll settle P1 slot:2')

    expect(twice.text).toContain('settled already, as M1; cancel that meeting to choose another time')
    expect(anew.text).toContain('P1 is settled: M2')
  })
})
