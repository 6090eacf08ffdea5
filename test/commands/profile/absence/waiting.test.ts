import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World } from '../../../support/world.ts'
import { colleague, remindedIn, worldWithAction } from './opcwAction.ts'

describe('a reminder that waits for the morning', () => {
  let here: World
  beforeEach(async () => {
    here = await worldWithAction()
  })
  afterEach(() => here.end())

  const reminded = () => remindedIn(here)

  test('what waits for the morning is asked of their alternate where they have gone away in the night', async () => {
    await here.say(focal('opcw'), '/reminder settings quiet:"08:00-12:00"')
    await here.turn('2026-12-07T09:00:00Z')
    await here.say(focal('opcw'), `/profile away 7 Dec - 8 Dec alternate:${colleague}`)
    await here.turn('2026-12-07T15:00:00Z')
    await here.turn('2026-12-07T15:01:00Z')

    const asked = here.delivered.filter(({ text }) => text.includes('our action is due'))
    expect(asked.map(({ to }) => to)).toEqual([colleague])
    expect(asked[0]?.text).toMatch(
      /you are the one who stands in for .*OPCW.* \(its owner\), who is away until 8 Dec 2026/,
    )
  })

  test('what waits for the morning waits until they are back where they name nobody', async () => {
    await here.say(focal('opcw'), '/reminder settings quiet:"08:00-12:00"')
    await here.turn('2026-12-07T09:00:00Z')
    await here.say(focal('opcw'), '/profile away 7 Dec - 8 Dec')
    await here.turn('2026-12-07T15:00:00Z')
    const meanwhile = reminded()
    await here.turn('2026-12-09T15:00:00Z')

    expect(meanwhile).toEqual([])
    expect(reminded()).toContain(focal('opcw'))
  })

  test('what waits for the morning is not said to whoever left its rule in the night', async () => {
    await here.say(focal('opcw'), '/reminder settings quiet:"08:00-12:00"')
    await here.turn('2026-12-07T09:00:00Z')
    const left = await here.say(focal('opcw'), '/reminder stop rule:action')
    await here.turn('2026-12-07T15:00:00Z')

    expect(left.outcome).toBe('done')
    expect(reminded()).toEqual([])
  })
})
