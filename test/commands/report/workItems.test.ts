import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('an item of a work plan', () => {
  let here: World
  beforeEach(async () => {
    here = await world({ amends: true })
    await here.say(secretariat, '/report plan ETCIP add:"A paper on drones" who:CTED due:"20 Dec 2026"')
    await here.say(secretariat, '/report plan ETCIP add:"A visit" due:"20 Dec 2026"')
  })
  afterEach(() => here.end())

  const asked = (item: string) =>
    here.delivered.filter(({ text }) => text.startsWith(`${item} of the work plan`))

  test('is asked of the entity that does it, and at last of those who lead the group, with who was asked before', async () => {
    for (const day of ['2026-12-06', '2026-12-07', '2026-12-19', '2026-12-27', '2027-01-10', '2027-01-11'])
      await here.turn(`${day}T15:00:00Z`)

    const people = asked('WP1').map(({ to }) => to)
    expect(people.slice(0, 3)).toEqual([focal('cted'), focal('cted'), focal('cted')])
    expect(people.slice(3)).toContain(focal('interpol'))
    expect(people.slice(3)).not.toContain(focal('cted'))
    expect(asked('WP1').at(-1)?.text).toContain('Asked before: CTED focal point')
    expect(asked('WP1')[0]?.text).toMatch(
      /Why you: you are at CTED, which does it; .+ put it into the plan\./,
    )
  })

  test('is put into the plan once, however often and by whom it is said, and again for another day', async () => {
    const say = (who: string, due: string) => here.say(who, `/report plan ETCIP add:"A visit" due:"${due}"`)
    expect((await say(secretariat, '20 Dec 2026')).text).toBe('WP2 says that already; nothing was added.')
    const both = await Promise.all([say(secretariat, '21 Dec 2026'), say(focal('interpol'), '21 Dec 2026')])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
  })

  test('is asked of those who lead the group where it names no entity', async () => {
    await here.turn('2026-12-06T15:00:00Z')

    expect(asked('WP2').map(({ to }) => to)).toContain(focal('interpol'))
  })

  test('is asked of nobody any more once it is done, and its reminders show it', async () => {
    await here.turn('2026-12-06T15:00:00Z')
    const [first] = asked('WP1')
    await here.press(focal('cted'), 'report plan', { wg: 'ETCIP', item: 'WP1', status: 'done' })
    await here.turn('2026-12-19T15:00:00Z')

    expect(asked('WP1')).toHaveLength(1)
    expect(here.amended.get(first?.key ?? '')).toContain('✓ Settled by CTED focal point')
  })
})
