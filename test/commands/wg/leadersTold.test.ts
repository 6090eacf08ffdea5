import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('who comes to lead a group and who does no more are told at once, also when it is taken back, and nobody else', async () => {
  here = await world()
  const changed = async (line: string) => {
    const from = here.delivered.length
    expect((await here.say(secretariat, line)).outcome).toBe('done')
    return here.delivered.slice(from).map(({ to, text }) => [to, /(?:do not )?lead \w+/.exec(text)?.[0]])
  }
  const [former, chair, second] = [focal('interpol'), focal('who'), focal('wco')]

  expect(await changed('/wg appoint ETCIP role:chair entity:WHO')).toEqual([
    [chair, 'lead ETCIP'],
    [former, 'do not lead ETCIP'],
  ])
  expect(await changed('/wg undo')).toEqual([
    [former, 'lead ETCIP'],
    [chair, 'do not lead ETCIP'],
  ])
  expect(await changed('/wg release BMLE role:co-chair entity:WCO confirm:yes')).toEqual([
    [second, 'do not lead BMLE'],
  ])
  expect(await changed('/wg appoint ETCIP role:chair entity:WHO from:2027-01-01')).toEqual([])
  expect(await changed('/wg appoint ETCIP role:observer entity:FATF')).toEqual([])
})
