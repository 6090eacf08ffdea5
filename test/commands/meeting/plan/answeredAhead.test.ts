import { expect, test } from 'vitest'

import { buttonNamed } from '../../../support/lines/pressed.ts'
import { focal, world } from '../../../support/world.ts'

test('a yes that was said in advance holds behind the question which meetings of a series are meant', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 1 })
  const chair = focal('interpol')
  try {
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"30 Nov 15:00" repeat:weekly until:"31 Dec" confirm:yes',
    )
    const asked = await here.say(chair, '/meeting cancel M2 reason:"no room" confirm:yes')
    expect(buttonNamed(asked, 'This one and the rest')).toMatchObject({ confirmed: true })
    const one = buttonNamed(asked, 'This one alone')
    const done = await here.press(chair, one.command, one.values, one.confirmed)
    expect(done).toMatchObject({ outcome: 'done', text: expect.stringContaining('Cancelled M2') })
    // Without it, the question comes as ever.
    const plain = buttonNamed(await here.say(chair, '/meeting cancel M3'), 'This one alone')
    expect(plain.confirmed).toBeUndefined()
  } finally {
    await here.end()
  }
})
