import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('a chair who is asked before many are told', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
    await here.say(chair, '/meeting schedule "Rail" wg:ETCIP start:"8 Dec 15:00" confirm:yes')
  })
  afterAll(() => here.end())

  test('overrules no move that somebody has made since: it is asked anew, of how it stands', async () => {
    const asked = await here.say(chair, '/meeting move M1 start:"9 Dec 15:00"')
    await here.say(secretariat, '/meeting move M1 start:"10 Dec 10:00" confirm:yes')
    here.delivered.length = 0

    const again = await press(here, chair, buttonNamed(asked, 'Do it and tell them'))
    expect(again.outcome).not.toBe('done')
    expect(again.text).toContain('Move Rail from Thu 10 Dec 2026, 16:00')
    expect(again.text).toContain('The meeting has been changed since you were asked.')
    expect(here.delivered).toEqual([])

    const moved = await press(here, chair, buttonNamed(again, 'Do it and tell them'))
    expect(moved.text).toContain('from Thu 10 Dec 2026, 16:00 (Europe/Paris) to Wed 9 Dec 2026, 15:00')
  })

  test('is asked once where nobody has', async () => {
    const asked = await here.say(chair, '/meeting edit M1 place:"Room 5"')
    const done = await press(here, chair, buttonNamed(asked, 'Do it and tell them'))
    expect([done.outcome, done.text]).toEqual(['done', expect.stringContaining('Room 5')])
  })
})
