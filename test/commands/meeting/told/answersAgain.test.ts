import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

describe('an answer to a time at which the meeting is planned again', () => {
  test('counts again, as everybody is told, and the undo of an answer to the other time takes it not back', async () => {
    const who = focal('who')
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"17 Dec 15:00" confirm:yes')
    await here.say(who, '/meeting rsvp M1 yes')
    await here.say(chair, '/meeting move M1 start:"18 Dec 15:00" confirm:yes')
    const maybe = await here.say(who, '/meeting rsvp M1 maybe')
    here.delivered.length = 0
    const back = await here.say(chair, '/meeting move M1 start:"17 Dec 15:00" confirm:yes')
    expect(back.text).toContain('1 answer was for the former time; everybody else is asked again.')
    expect(back.text).toContain('1 answer given for this time before counts again.')
    const told = (to: string) => here.delivered.find((one) => one.to === to)?.text
    expect(told(who)).toContain('Your answer for this time, yes, counts again.')
    expect(told(focal('cted'))).toContain('please answer for this one')
    const { command, values } = buttonNamed(maybe, 'Undo: no answer')
    const undone = await here.press(who, command, values)
    expect(undone.outcome).toBe('refused')
    expect(undone.text).toContain('That answer was for another time. You said yes to M1 Q4, Thu 17 Dec 2026')
  })

  test('counts again in a series too, and that answers were for the former times is told to everybody', async () => {
    const who = focal('who')
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"1 Dec 15:00" repeat:weekly until:"15 Dec" confirm:yes',
    )
    await here.say(who, '/meeting rsvp M2 yes')
    here.delivered.length = 0
    const told = (to: string) => here.delivered.findLast((one) => one.to === to)?.text
    const moved = await here.say(chair, '/meeting move M2 start:"9 Dec 15:00" series:rest confirm:yes')
    expect(moved.text).toContain(
      '1 answer was for the former times; everybody is asked again before each meeting.',
    )
    expect(told(who)).toContain('Answers given before were for the former times')
    const back = await here.say(chair, '/meeting move M2 start:"8 Dec 15:00" series:rest confirm:yes')
    expect(back.text).toContain('1 answer given for these times before counts again.')
    expect(back.text).not.toContain('former times')
    expect(told(who)).toContain('Answers given for these times before count again.')
  })
})

describe('a poll that was settled', () => {
  test('says so where its meeting was cancelled since, and who voted only where somebody did', async () => {
    await here.say(
      chair,
      '/meeting poll open When wg:ETCIP slots:"10 Dec 15:00, 11 Dec 15:00" until:"4 Dec" confirm:yes',
    )
    const settled = await here.say(chair, '/meeting poll settle P1 slot:1 confirm:yes')
    expect(settled.text).not.toContain('thanked')
    expect(here.delivered.at(-1)?.text).toContain('in which nobody voted')
    expect((await here.say(chair, '/meeting poll show P1')).text).not.toContain('is cancelled')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    const shown = await here.say(chair, '/meeting poll show P1')
    expect(shown.text).toContain('M1 is cancelled, so another time can be settled.')
    expect(buttonNamed(shown, 'Settle it').command).toBe('meeting poll settle')
    expect((await here.say(chair, '/meeting poll settle P1 slot:2 confirm:yes')).outcome).toBe('done')
  })
})
