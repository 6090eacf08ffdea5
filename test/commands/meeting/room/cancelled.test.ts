import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('of a meeting that is cancelled', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(chair, '/meeting schedule "Rail security" wg:ETCIP start:"3 Dec 15:00" confirm:yes')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
  })
  afterAll(() => here.end())

  test.each([
    ['/meeting attendees M1', 'is cancelled. What was answered, by entity:'],
    ['who has not answered M1', 'is cancelled. What was answered, by entity:'],
    ['/meeting agenda show M1', '(cancelled) has no agenda.'],
    ['/meeting calendar M1', 'is cancelled: where it is in your calendar, the file marks it so.'],
  ])('%s says so', async (line, said) => {
    expect((await here.say(chair, line)).text).toContain(said)
  })

  test.each([
    '/meeting minutes M1',
    '/meeting end M1',
    '/meeting propose M1 "Adopt it"',
    '/meeting queue M1',
    '/meeting note M1 hello',
    '/meeting edit M1 place:Rome',
    '/meeting move M1 start:"4 Dec 15:00"',
  ])('%s is refused for that alone, with the way back', async (line) => {
    const refused = await here.say(chair, line)
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('M1 Rail security is cancelled; nothing was changed.')
    expect(buttonsOf(refused).map(({ label }) => label)).toEqual(['Restore it'])
  })

  test.each(['/meeting minutes M1', '/meeting queue M1', '/meeting note M1 hello'])(
    '%s is refused to whoever may not restore it with the same reason, and nothing is offered',
    async (line) => {
      const refused = await here.say(focal('who'), line)
      expect(refused.text).toBe('M1 Rail security is cancelled; nothing was changed.')
    },
  )

  test('no time before it is reckoned', async () => {
    const refused = await here.say(chair, '/reminder add prepare at:"1 day before M1"')
    expect(refused.text).toContain('M1 Rail security is cancelled, so nothing comes before it. Give a time.')
  })
})

describe('what came of a meeting that is still ahead', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(chair, '/meeting schedule "Rail security" wg:ETCIP start:"3 Dec 15:00" confirm:yes')
  })
  afterAll(() => here.end())

  test('is refused with the way to put another one on record', async () => {
    const refused = await here.say(chair, '/meeting hold ETCIP summary:"discussed drones"')
    expect(refused.text).toContain('M1 Rail security has not begun yet; nothing was changed.')
    const [another] = buttonsOf(refused)
    expect(another).toMatchObject({ label: 'Record another', command: 'meeting schedule', ask: true })
    const recorded = await here.press(chair, 'meeting schedule', {
      ...another?.values,
      title: 'ETCIP in November',
      start: '18 Nov 10:00',
    })
    expect(recorded.text).toContain('shall I put it on record? Nobody is written to.')
  })

  test('is refused beside what is wrong with the line, and not in its place', async () => {
    const refused = await here.say(
      chair,
      '/meeting hold ETCIP summary:"discussed drones" start:"18 Nov 10:00"',
    )
    expect(refused.text).toContain('There is no option “start:”.')
    expect(refused.text).toContain('Without it: M1 Rail security has not begun yet; nothing was changed.')
  })
})
