import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('the undo of a change to a meeting', () => {
  let here: World
  beforeEach(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" place:"Room 4"')
  })
  afterEach(() => here.end())

  test('leaves what somebody else changed beside it', async () => {
    const moved = await here.say(chair, '/meeting move M1 start:"17 Dec 9am"')
    await here.say(secretariat, '/meeting edit M1 place:"Room 5" title:Fourth')
    const back = await press(here, chair, buttonNamed(moved, 'Undo: move it back'))
    const shown = (await here.say(chair, '/meeting show M1')).text

    expect(back.outcome).toBe('done')
    expect(shown).toContain('M1 Fourth (ETCIP), Thu 10 Dec 2026, 14:30 (Europe/Paris)')
    expect(shown).toContain('Place: Room 5')
  })

  test('changes nothing where somebody else changed the same since, and says how it stands', async () => {
    const moved = await here.say(chair, '/meeting move M1 start:"17 Dec 9am"')
    await here.say(secretariat, '/meeting move M1 start:"2026-12-18T09:00Z"')
    here.delivered.length = 0
    const back = await press(here, chair, buttonNamed(moved, 'Undo: move it back'))

    expect(back.outcome).toBe('refused')
    expect(back.text).toContain('M1 Q4 was changed once more since: Fri 18 Dec 2026, 10:00 (Europe/Paris)')
    expect(back.text).toContain('Nothing was changed')
    expect(here.delivered).toEqual([])
  })

  test('of the rest of a series goes by the same rules', async () => {
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"12 Jan 2027 10:00" repeat:"weekly, 4 times" place:"Room 4"',
    )
    const moved = await here.say(chair, '/meeting move M3 start:"20 Jan 2027 10:00" series:rest')
    await here.say(secretariat, '/meeting edit M3 place:"Room 5" series:this')
    const back = await press(here, chair, buttonNamed(moved, 'Undo: as before'))
    expect(back.text).toContain('M3 Tue 19 Jan 2027, 10:00 (Europe/Paris)')
    expect((await here.say(chair, '/meeting show M3')).text).toContain('Place: Room 5')

    const again = await here.say(chair, '/meeting move M3 start:"20 Jan 2027 10:00" series:rest')
    await here.say(secretariat, '/meeting move M3 start:"2027-01-21T10:00Z" series:rest')
    expect((await press(here, chair, buttonNamed(again, 'Undo: as before'))).outcome).toBe('refused')
  })
  test('is told to nobody as something that could be typed', async () => {
    expect((await here.say(chair, '/help meeting move')).text).not.toContain('undoes')
  })
})
