import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const deliveriesTo = (here: World, words: string) => here.delivered.filter(({ text }) => text.includes(words))

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.end())

const say = (line: string, who = chair) => here.say(who, line)

describe('a meeting that has begun', () => {
  beforeEach(async () => {
    await say('/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.turn('2026-12-12T13:30:00Z')
    await say('/meeting start M1')
  })

  test('and was put off is open again: it is answered, started and attended anew', async () => {
    await say('/meeting rsvp M1 here', focal('cted'))
    await say('/meeting end M1')
    await here.press(chair, 'meeting move', { meeting: 'M1', start: '2026-12-15T10:00Z' }, true)
    const answer = await say('/meeting rsvp M1 yes', focal('cted'))
    await here.turn('2026-12-15T10:00:00Z')
    const started = await say('/meeting start M1')
    await here.turn('2026-12-15T11:30:00Z')
    const held = await say('/meeting hold M1 summary:"discussed drones"')

    expect(answer.outcome, answer.text).toBe('done')
    expect(started.outcome, started.text).toBe('done')
    expect(held.text).not.toContain('CTED')
  })

  test('was attended by those who said that they were there, unless somebody says who came', async () => {
    await say('/meeting rsvp M1 here', focal('cted'))
    await say('/meeting rsvp M1 here', focal('who'))
    await say('/meeting end M1')
    const held = await say('/meeting hold M1 summary:"discussed drones"')
    const corrected = await say('/meeting hold M1 summary:"discussed drones" attended:CTED')

    expect(held.text).toContain('CTED, INTERPOL, WHO')
    expect(corrected.text).toMatch(/Attended: CTED$/m)
    expect(corrected.text).toContain('INTERPOL and WHO are down as present in the meeting')
  })

  test('is over once its outcome is recorded, and nobody is told that it closed itself', async () => {
    await here.turn('2026-12-12T14:40:00Z')
    await say('/meeting hold M1 summary:"discussed drones"')
    const proposed = await say('/meeting propose M1 text:"To meet in May"')
    await here.turn('2026-12-12T18:00:00Z')
    await here.turn('2026-12-12T18:01:00Z')

    expect(proposed.outcome).toBe('refused')
    expect(deliveriesTo(here, 'closed itself')).toEqual([])
  })

  test('and was ended by mistake goes on with the item under discussion', async () => {
    for (const item of ['Drones', 'Ships', 'Budget']) await say(`/meeting agenda add M1 item:${item}`)
    await say('/meeting next M1')
    await here.turn('2026-12-12T13:40:00Z')
    const next = await say('/meeting next M1')
    expect(next.text).toContain('Ships')
    await here.turn('2026-12-12T13:50:00Z')
    const ended = await say('/meeting end M1')
    await here.turn('2026-12-12T13:51:00Z')
    const goesOn = await press(here, chair, buttonNamed(ended, 'Undo: go on'))
    expect(goesOn.text).toMatch(/Now: 2\. Ships/)
    expect(goesOn.text).toMatch(/Next: Budget/)
  })

  test('has a raised hand taken down again by “undo”', async () => {
    await say('/meeting queue M1', focal('cted'))
    const offered = await say('undo', focal('cted'))
    const lowered = await press(here, focal('cted'), buttonNamed(offered, 'Undo: take it down'))

    expect(lowered.text).toBe('CTED no longer asks for the floor.')
  })

  test('and runs over is attended by whoever comes late', async () => {
    await here.turn('2026-12-12T14:45:00Z')

    expect((await say('/meeting rsvp M1 here', focal('cted'))).outcome).toBe('done')
  })
})
