import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('actions of several people', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  })
  afterEach(() => here.end())

  const to = (email: string, word: string) =>
    here.delivered.filter((one) => one.to === email && one.text.includes(word))

  test('that an entity of several people gets are said to be its own, and one of them takes it by a press', async () => {
    await here.say(secretariat, '/directory add person "OPCW two" email:two@opcw.example entity:OPCW')
    const added = await here.say(
      focal('interpol'),
      '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"',
    )
    expect(added.text).toContain('OPCW has it: 2 people there are told, and one of them is to take it.')
    for (const who of [focal('opcw'), 'two@opcw.example']) {
      expect(to(who, 'gave you')).toHaveLength(0)
      expect(to(who, 'gave OPCW an action')[0]?.text).toContain(
        'It went to 2 people; one of you is to take it.',
      )
    }
    await here.turn('2026-12-07T12:00:00Z')
    expect(to('two@opcw.example', 'An action of OPCW is due in 3 days')).toHaveLength(1)

    const taken = await here.press('two@opcw.example', 'meeting action hand-over', {
      action: 'A1',
      owner: 'me',
    })
    expect(taken.text).toContain('Handed over: A1 Draft (OPCW two, due 10 Dec 2026).')
    await here.turn('2026-12-10T12:00:00Z')
    expect(to('two@opcw.example', 'Your action is due today')).toHaveLength(1)
    expect(to(focal('opcw'), 'due today')).toHaveLength(0)
  })

  test('that somebody gives to an entity of their own ask one of “you” to take it', async () => {
    await here.say(
      secretariat,
      '/directory add person "INTERPOL two" email:two@interpol.example entity:INTERPOL',
    )
    const added = await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:INTERPOL')

    expect(added.text).toContain('INTERPOL has it: 1 person there is told, and one of you is to take it.')
    expect(to(focal('interpol'), 'gave INTERPOL')).toHaveLength(0)
    expect(to('two@interpol.example', 'gave INTERPOL an action')).toHaveLength(1)
  })
})
