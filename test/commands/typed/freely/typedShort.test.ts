import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(focal('interpol'), '/meeting schedule "Rail" wg:ETCIP start:"16 Dec 14:00" confirm:yes')
})
afterAll(() => here.end())

test('a verb with a bare number offers those records alone that there are, and says where there is none', async () => {
  const one = await here.say(focal('interpol'), 'cancel 1')
  expect(one.text).toContain('Is it this?')
  expect(buttonNamed(one, '/meeting cancel M1')).toMatchObject({ values: { meeting: 'M1' } })
  expect((await here.say(focal('interpol'), 'withdraw 7')).text).toContain('Nothing with the number 7')
})

test('a name before a year or a day is shown as it stood then', async () => {
  expect((await here.say(secretariat, 'ETCIP 2022')).text).toContain('on 31 Dec 2022: chaired by INTERPOL')
  expect((await here.say(secretariat, 'ETCIP in March 2022')).text).toContain(
    'on 31 Mar 2022: chaired by UNICRI',
  )
  expect((await here.say(secretariat, 'CTED on 1 March 2022')).text).toContain('Groups on 1 Mar 2022')
})

test('two names at once have a card each, also where both are misspelt', async () => {
  const both = await here.say(secretariat, 'UNDOC and CETD')
  expect(both.text).toContain('“UNDOC and CETD” names 2, and a card shows one.')
  expect((await press(here, secretariat, buttonNamed(both, 'CTED'))).text).toContain(
    'CTED: Counter-Terrorism',
  )
})

test('two entities that are both misspelt are put right by one press', async () => {
  const asked = await here.say(
    focal('unodc'),
    '/update post "UNODC trained judges in Lima (10 Nov)" entities:"UNDOC and CETD"',
  )
  const posted = await press(here, focal('unodc'), buttonNamed(asked, 'UNODC and CTED'))
  expect(posted.text).toContain('Entities: UNODC, CTED')
})

test('several numbers alone are looked at by one press each', async () => {
  const asked = await here.say(focal('unodc'), 'U1 and U2')
  expect(asked.text).toContain('says what it is about, and not what is to be done')
  expect((await press(here, focal('unodc'), buttonNamed(asked, 'Show U1'))).text).toContain('judges in Lima')
})
