import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [chair, unodc, who] = [focal('interpol'), focal('unodc'), focal('who')]

describe('whoever is named as a presenter', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    await here.say(chair, '/meeting schedule Another wg:ETCIP start:"17 Dec 14:30"')
  })
  afterAll(() => here.end())

  async function told(act: () => Promise<{ readonly text: string }>) {
    const start = here.delivered.length
    const { text } = await act()
    return { text, told: here.delivered.slice(start).map((one) => `${one.to}: ${one.text.split('\n')[0]}`) }
  }

  test('hears of all that they present at once, and of what is taken off and put back', async () => {
    const both = await told(() =>
      here.say(chair, '/meeting agenda add M1 item:"1. Drones\n2. Ships" presenter:"WHO focal point"'),
    )
    const put = 'INTERPOL focal point (chair of ETCIP) put you down to present'
    expect(both.told).toEqual([
      expect.stringContaining(
        `${who}: ${put} Drones (WHO focal point); Ships (WHO focal point) at M1 Quarterly, Thu 10 Dec 2026`,
      ),
    ])
    expect(both.text).toContain('WHO focal point is told what they present.')

    const off = await here.say(chair, '/meeting agenda remove M1 item:1')
    expect(here.delivered.at(-1)?.text).toContain(
      'You are no longer down to present Drones (WHO focal point) at M1 Quarterly',
    )
    const back = await told(() => pressUndo(here, off, chair))
    expect(back.told).toEqual([expect.stringContaining(`${who}: ${put} Drones (WHO focal point) at M1`)])
    const carried = await told(() => here.say(chair, '/meeting agenda add M2 item:all from:M1'))
    expect(carried.told).toEqual([expect.stringContaining('Ships (WHO focal point) at M2 Another')])
  })

  test('is told where it is surely they, by name, address or entity, and is else a name alone', async () => {
    const set = (presenter: string) =>
      told(() => here.say(chair, `/meeting agenda edit M1 1 presenter:"${presenter}"`))
    expect((await set(unodc)).told.map((one) => one.split(':')[0])).toEqual([who, unodc])
    expect((await set('UNODC and Professor Moriarty')).text).toContain(
      '“Professor Moriarty” is kept as typed and hears nothing: none of those invited is surely meant.',
    )
    await here.say(secretariat, '/directory add person "WHO focal point" email:other@who.example entity:WHO')
    await here.say(chair, '/meeting attendees M1 guest:other@who.example')
    const twins = await set('WHO focal point')
    expect(twins.text).toContain('“WHO focal point” is kept as typed')
    expect(twins.told.map((one) => one.split(':')[0])).toEqual([unodc])
    expect((await set('INTERPOL focal point')).told).toEqual([])
  })

  test('who had put it there hears of it once', async () => {
    const unodcs = await here.say(unodc, '/meeting agenda add M1 item:Crime presenter:UNODC')
    expect(unodcs.outcome).toBe('done')
    const off = await told(() => here.say(chair, '/meeting agenda remove M1 item:Crime'))
    expect(off.told.filter((one) => one.startsWith(unodc))).toHaveLength(1)
  })

  test('is one person where their entity stands beside the name', async () => {
    await here.say(secretariat, '/directory add person "Jo Doe" email:jo@who.example entity:WHO')
    await here.say(chair, '/meeting attendees M1 guest:jo@who.example')
    for (const presenter of ['Dr Jo Doe (WHO)', 'WHO (Jo Doe)', 'Jo Doe, WHO and UNODC']) {
      const set = await told(() =>
        here.say(chair, `/meeting agenda add M1 item:"By ${presenter}" presenter:"${presenter}"`),
      )
      const those = presenter.endsWith('UNODC') ? ['jo@who.example', unodc].toSorted() : ['jo@who.example']
      expect(set.told.map((one) => one.split(':')[0]).toSorted()).toEqual(those)
      expect(set.text).not.toContain('kept as typed')
    }
  })

  test('is told in other words of what is taken off, and also once the meeting has begun', async () => {
    const add = await here.say(chair, '/meeting agenda add M1 item:Rivers presenter:UNODC')
    const off = await pressUndo(here, add, chair)
    expect(off.text).toContain('UNODC focal point is told what they no longer present.')
    await here.turn('2026-12-10T14:00:00Z')
    const late = await told(() => here.say(chair, '/meeting agenda add M1 item:Lakes presenter:UNODC'))
    expect(late.text).toContain('UNODC focal point is told what they present.')
    expect(late.told).toEqual([expect.stringContaining('put you down to present Lakes (UNODC)')])
  })
})
