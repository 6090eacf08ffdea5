import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:"18 Dec 14:30" confirm:yes')
  await here.say(unodc, '/update post UNODC opened a lab in Ghent (7 Nov)')
})
afterAll(() => here.end())

describe('a list is narrowed by a word without its name', () => {
  test.each([
    ['/update list mine', /^1 update:/],
    ['/update list page 2', /^There is no page 2/],
    ['/update list november, page 2', /^There is no page 2/],
    ['/update mine November', /^1 update:/],
    ['/update mine December', /^You have no updates in December 2026/],
    ['/update mine page 2', /^There is no page 2/],
    ['/update list —section regional', /^There are no such updates/],
  ])('%s', async (line, wanted) => {
    expect((await here.say(unodc, line)).text).toMatch(wanted)
  })

  test('those of others are not listed as one’s own', async () => {
    expect((await here.say(secretariat, '/update list')).text).toMatch(/^1 update:/)
    expect((await here.say(secretariat, '/update list mine')).text).toMatch(/^There are no such updates/)
  })
})

test.each(['edit', 'move'])('/meeting %s that names nothing to change offers the forms', async (action) => {
  const answer = await here.say(secretariat, `/meeting ${action} M1`)
  expect(answer.text).toMatch(/^Say what to change: .*\[Move\] \[Edit\]$/s)
})
