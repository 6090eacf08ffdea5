import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonLike, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('places on an agenda that were said a moment ago', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"2026-12-10T14:00"')
    for (const item of ['Opening', 'Budget', 'Ports', 'Closing'])
      await here.say(chair, `/meeting agenda add M1 item:${item}`)
  })
  afterAll(() => here.end())

  const agenda = async () =>
    [...(await here.say(chair, '/meeting agenda show M1')).text.matchAll(/\d\. (\p{L}+)/gu)].map(
      ([, one]) => one,
    )

  test('do not order it anew, unless that is pressed', async () => {
    await here.say(chair, '/meeting agenda order M1 3,1')
    expect(await agenda()).toEqual(['Ports', 'Opening', 'Budget', 'Closing'])
    const again = await here.say(chair, '/meeting agenda order M1 3,1')
    expect(again.text).toContain(
      'You put the agenda into that order a moment ago: Ports; Opening; Budget; Closing.',
    )
    expect(await agenda()).toEqual(['Ports', 'Opening', 'Budget', 'Closing'])

    const more = buttonLike(again, /^Reorder once more/)
    if (more) await press(here, chair, more)
    expect(await agenda()).toEqual(['Budget', 'Ports', 'Opening', 'Closing'])
  })

  test('order it where they are others', async () => {
    await here.say(chair, '/meeting agenda order M1 2,3')
    expect(await agenda()).toEqual(['Ports', 'Opening', 'Budget', 'Closing'])
  })

  test('take off nothing that has moved up, unless that is pressed', async () => {
    await here.say(chair, '/meeting agenda remove M1 1')
    const other = await here.say(focal('cted'), '/meeting agenda remove M1 item:1')
    expect(other.text).toContain(
      '“Ports” stood there and was taken off a moment ago; what you named is now “Opening”',
    )
    expect(await agenda()).toEqual(['Opening', 'Budget', 'Closing'])

    const too = buttonLike(other, /^Take off “Opening”/)
    if (too) await press(here, focal('cted'), too)
    expect(await agenda()).toEqual(['Budget', 'Closing'])
  })

  test('are places as they are now once some minutes have passed', async () => {
    await here.turn('2026-11-23T09:20:00Z')
    await here.say(chair, '/meeting agenda remove M1 1')
    expect(await agenda()).toEqual(['Closing'])
  })
})
