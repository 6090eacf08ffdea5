import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('words behind an update that may be a detail of it', () => {
  let here: World
  const unodc = focal('UNODC')
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    await here.say(secretariat, '/newsletter open Nov-Dec closes:2027-01-08 confirm:yes')
    await here.say(unodc, '/update post UNODC trained 5 clerks in Rome, Italy (5 Nov)')
  })
  afterAll(() => here.end())

  test.each([
    ['reports', '[Section: Reports and publications]'],
    ['Regional', '[It is the new text]'],
    ['in Lima', '[Place: Lima]'],
    ['move to January', '[It is the new text]'],
    ['with IOM', '[It is the new text]'],
    ['because it is wrong', '[It is the new text]'],
  ])('are asked about before they replace its text: %s', async (typed, offered) => {
    const { text } = await here.say(unodc, `/update edit U1 ${typed}`)
    expect(text).toContain(`Nothing is changed yet. “${typed}” would be the whole text of U1.`)
    expect(text).toContain(offered)
    expect((await here.say(unodc, '/update show U1')).text).toContain('UNODC trained 5 clerks in Rome, Italy')
  })

  test('are its text where that is said, and where they tell what happened', async () => {
    const whole = await here.say(unodc, '/update edit U1 UNODC trained 6 clerks (5 Nov)')
    expect(whole.text).toContain('Changed U1 (version 2): UNODC trained 6 clerks (5 Nov)')
    const said = await here.say(unodc, '/update edit U1 text:"Clerks trained" confirm:yes')
    expect(said.text).toContain('Changed U1 (version 3): Clerks trained')
  })

  test('a list with a plus is no addition, and says so', async () => {
    const { text, outcome } = await here.say(unodc, '/update edit U1 entities:+IOM')
    expect(outcome).toBe('refused')
    expect(text).toContain('“+IOM” would be the whole list and no addition to it.')
    expect(text).toContain('[Only IOM]')
  })
})
