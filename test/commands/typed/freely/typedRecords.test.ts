import { afterAll, beforeAll, expect, test } from 'vitest'
import { monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
})
afterAll(() => here.end())

const text = async (who: string, line: string) => (await here.say(who, line)).text

test('two letters swapped in an acronym among other words mean that acronym, and no other that looks alike', async () => {
  expect(await text(secretariat, '/directory find UNDOC focal point')).toMatch(
    /UNODC focal point[\s\S]*\[UNODC focal point\]$/,
  )
  expect(await text(secretariat, '/directory find UNDP focal point')).toContain('UNDP focal point, UNDP')
})

test('projects are asked for by where they are, and the lead is told what somebody else changed in one', async () => {
  await here.say(
    secretariat,
    '/project add "Border training" lead:UNODC beneficiaries:Kenya budget:"USD 100,000"',
  )
  await here.say(secretariat, '/project add "Courts" lead:CTED beneficiaries:Chad budget:"USD 5,000"')
  for (const line of [
    'projects in kenya',
    'which projects are in Kenya?',
    'show me the projects for Kenya',
  ]) {
    const shown = await text(focal('who'), line)
    expect(shown, line).toContain('PRJ1 Border training')
    expect(shown, line).not.toContain('Courts')
  }
  expect(await text(focal('who'), 'projects of CTED')).toContain('Courts')

  here.delivered.length = 0
  expect(await text(secretariat, '/project edit PRJ1 budget:"USD 200,000"')).toContain(
    '1 coordinator of UNODC is told.',
  )
  expect(here.delivered.map(({ to }) => to)).toEqual([focal('unodc')])
  expect(here.delivered[0]?.text).toMatch(
    /changed PRJ1 Border training[\s\S]*Budget: USD 200,000 \(was USD 100,000\)/,
  )
  expect(await text(focal('unodc'), '/project edit PRJ1 status:ongoing')).not.toContain('told')
  expect(here.delivered).toHaveLength(1)
})

test('a day in the note on a recommendation is said to be in the note alone, and made its day at one press', async () => {
  await here.say(secretariat, '/recommendation add "Train judges" country:Kenya owner:UNODC')
  const line = '/recommendation status REC1 in progress note:"we finish by 5 dec"'
  expect(await text(focal('unodc'), line)).toContain(
    '5 Dec 2026 is only in the note: REC1 has no day; the secretariat, which has your note, sets its day.',
  )
  const said = await here.say(
    secretariat,
    '/recommendation status REC1 open note:"to be done by 5 dec, at last"',
  )
  expect(said.text).toContain('5 Dec 2026 is only in the note: REC1 has no day.')
  expect((await press(here, secretariat, buttonNamed(said, 'Due 5 Dec 2026'))).text).toContain(
    'Follow-up: 5 Dec 2026',
  )
  expect(await text(secretariat, line)).not.toContain('only in the note')
})

test('whoever was added today is not retired but taken back, and a group is renamed without the word for one', async () => {
  await here.say(
    secretariat,
    '/directory add person "Port Officer" email:port@unodc.example entity:UNODC from:today',
  )
  const refused = await here.say(secretariat, '/directory retire person "Port Officer" confirm:yes')
  expect(refused.text).toContain('Port Officer was added on 23 Nov 2026')
  await press(here, secretariat, buttonNamed(refused, 'Yes: take back that they were added'))
  expect(await text(secretariat, '/directory find Port Officer')).not.toContain('port@unodc.example')

  await here.say(secretariat, '/wg add PORT name:"Ports group"')
  expect(await text(secretariat, 'rename PORT to HARBOUR')).toContain(
    'PORT is a working group and no entity; nothing was done.',
  )
  expect(await text(secretariat, 'yes')).toMatch(/^Changed PORT[\s\S]*HARBOUR/)
  expect(await text(secretariat, 'rename HARBOUR to "Harbours and ports"')).toContain(
    'Did you mean the group?',
  )
  expect(await text(secretariat, 'rename UNODC to UNODCX')).toMatch(/^Changed UNODC/)
})

test('an option is taken by the name that it bears elsewhere: who stands in for somebody who is away', async () => {
  const line = '/profile away "1 Dec to 5 Dec" delegate:focal.cted@compact.example'
  expect(await text(focal('unodc'), line)).not.toContain('There is no option')
})
