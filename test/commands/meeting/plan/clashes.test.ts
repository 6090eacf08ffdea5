import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('a clash', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule Visit wg:ETCIP start:"2026-12-21T13:45Z" confirm:yes')
  })
  afterEach(() => here.end())

  const schedule = 'schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:weekly until:2026-12-29'

  test('of a later meeting of a series is told when the series is scheduled', async () => {
    const { text } = await here.say(chair, `/meeting ${schedule}`)

    expect(text).toMatch(/Clashes with\s+- M1 Visit/)
  })

  test('of a later meeting of a series is told when its rest is moved, and none with the series itself', async () => {
    await here.say(chair, `/meeting ${schedule.replace('14:30', '10:30')}`)
    const free = await here.press(
      chair,
      'meeting move',
      { meeting: 'M3', start: '2026-12-14T15:00Z', series: 'rest' },
      true,
    )
    const taken = await here.press(
      chair,
      'meeting move',
      { meeting: 'M3', start: '2026-12-14T13:00Z', series: 'rest' },
      true,
    )

    expect(free.text).not.toContain('Clashes with')
    expect(taken.text).toMatch(/Clashes with\s+- M1 Visit/)
  })

  test('that came up while a meeting was cancelled is told when it is restored, alone or with the rest', async () => {
    await here.press(secretariat, 'meeting cancel', { meeting: 'M1' }, true)
    await here.say(chair, `/meeting ${schedule}`)
    const alone = await here.press(secretariat, 'meeting restore', { meeting: 'M1' }, true)
    await here.press(chair, 'meeting cancel', { meeting: 'M3', series: 'rest' }, true)
    const rest = await here.press(chair, 'meeting restore', { meeting: 'M3', series: 'rest' }, true)

    expect(alone.text).toMatch(/Restored M1[\s\S]*Clashes with\s+- M4 Series/)
    expect(rest.text).toMatch(/Restored 3 meetings[\s\S]*Clashes with\s+- M1 Visit/)
  })
})
