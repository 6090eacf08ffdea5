import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type World, world } from '../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.end())

describe('one’s working hours', () => {
  test('are the usual ones of the country of one’s zone until they are set', async () => {
    const shown = await here.say(focal('interpol'), '/profile hours')

    expect(shown.text).toContain('09:00-18:00 (Europe/Paris)')
    expect(shown.text).toContain('Mon-Fri, as usual in France')
    expect(shown.text).toContain('France, as your time zone says')
    expect((await here.say(focal('interpol'), '/profile show')).text).toContain(
      'Working hours: 09:00-18:00, Mon-Fri, as usual in France',
    )
  })

  test('are set one by one, what is not named stays, and the last change is taken back', async () => {
    await here.say(focal('interpol'), '/profile hours 8-16 days:Sun-Thu')
    const after = await here.say(focal('interpol'), '/profile hours country:Kenya')
    await here.press(focal('interpol'), 'profile hours', { hours: '07:00-15:00' })
    const undone = await here.press(focal('interpol'), 'profile hours', {
      hours: '08:00-16:00',
      days: 'Sun-Thu',
      country: 'KE',
    })

    expect(after.text).toContain('08:00-16:00')
    expect(after.text).toContain('Sun-Thu')
    expect(after.text).toContain('Kenya')
    expect(undone.text).toContain('08:00-16:00')
    expect((await here.say(focal('interpol'), '/profile hours usual')).text).toContain('09:00-18:00')
  })

  test('are what they were after Undo, days and holidays that were usual before too', async () => {
    await here.say(focal('interpol'), '/profile hours 10-18')
    const before = (await here.say(focal('interpol'), '/profile hours')).text
    const changed = await here.say(focal('interpol'), '/profile hours 9-17 days:Mon-Thu country:Kenya')
    await press(here, focal('interpol'), buttonNamed(changed, 'Undo: as before'))

    expect((await here.say(focal('interpol'), '/profile hours')).text).toBe(before)
  })

  test('that cannot be read change nothing', async () => {
    const refused = await here.say(focal('interpol'), '/profile hours 17-9')
    const nowhere = await here.say(focal('interpol'), '/profile hours 9-17 country:Atlantis')

    expect(refused.outcome).toBe('refused')
    expect(nowhere.outcome).toBe('refused')
    expect((await here.say(focal('interpol'), '/profile hours')).text).toContain('09:00-18:00')
  })
})

describe('one’s absences', () => {
  test('are noted, listed and taken back by their owner alone', async () => {
    const noted = await here.say(focal('interpol'), '/profile away 20 Dec - 5 Jan')
    await here.say(focal('interpol'), '/profile away 2026-12-20..2027-01-05')
    const listed = await here.say(focal('interpol'), '/profile away')
    const foreign = await here.say(focal('cted'), '/profile away back:A1')
    const back = await here.say(focal('interpol'), '/profile away back:A1')

    expect(noted.text).toContain('You are away 20 Dec 2026 – 5 Jan 2027 (A1)')
    expect(listed.text.match(/A\d+ 20 Dec/g)).toEqual(['A1 20 Dec'])
    expect(foreign.text).toContain('You have no absence A1')
    expect(back.outcome).toBe('done')
    expect((await here.say(focal('interpol'), '/profile away')).text).toContain('no absence ahead')
  })

  test('that have passed are refused', async () => {
    const reply = await here.say(focal('interpol'), '/profile away 2026-11-01..2026-11-05')

    expect(reply.text).toContain('has passed')
  })
})
