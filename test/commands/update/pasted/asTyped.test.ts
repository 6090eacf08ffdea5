import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-26T09:00:00Z' })
})
afterAll(() => here.end())

const first = ({ text }: Reply) => text.split('\n')[0]?.replace(/^[^:]*: /, '')

test.each([
  ['Ours: a film by UNICRI on victims, Turin (3 Nov)'],
  ['Re: Think – UNESCO youth conference, Paris (4 Nov)'],
  ['UNODC held a seminar in Rome (4 Nov). Thank you for your support!'],
  ['VIENNA, 12 November 2026 – UNODC opened a laboratory for judges.'],
  ['CTED visited Chad (2-6 Nov). More info here: https://www.un.org/ctc'],
  ['UNODC met in Lima on 5 Nov:\n- judges and prosecutors\n- police officers'],
])('where a reader set something apart, one press prints all that was typed: %s', async (typed) => {
  const posted = await here.say(unodc, `/update post ${typed}`)
  expect(posted.text).toContain('Posted U')
  // The words of a link that has none are its host.
  const whole = typed.replaceAll('\n', ' ').replace('https://www.un.org/ctc', 'www.un.org')
  expect(first(posted)).not.toBe(whole)

  const changed = await press(here, unodc, buttonNamed(posted, 'Print it as typed'))
  expect(changed.outcome).toBe('done')
  expect(first(changed)).toBe(whole)
  expect(buttonLike(changed, /as typed/)).toBeUndefined()
  expect(changed.text).not.toMatch(/Not printed|Removed with the former text/)
})

test('it stays so when something else of it changes, until a new text or print:read', async () => {
  const posted = await here.say(unodc, '/update post OK: a new alert system of WCO, Brussels (4 Nov)')
  const [, id] = /Posted (U\d+)/.exec(posted.text) ?? []
  await press(here, unodc, buttonNamed(posted, 'Print it as typed'))
  const moved = await here.say(unodc, `/update edit ${id} section:regional`)
  expect(first(moved)).toBe('OK: a new alert system of WCO, Brussels (4 Nov)')
  expect(moved.text).toContain('4 Nov 2026')
  const again = await here.say(unodc, `/update edit ${id} print:read`)
  expect(first(again)).toBe('a new alert system of WCO, Brussels (4 Nov)')
  const dated = await here.say(unodc, `/update edit ${id} date:"5 Nov"`)
  expect(first(dated)).toBe('a new alert system of WCO, Brussels (5 Nov)')
})

test('a text of which nothing was set apart has no such button', async () => {
  const posted = await here.say(unodc, '/update post UNODC trained judges in Accra,\nGhana (3 Nov)')
  expect(buttonLike(posted, /as typed/)).toBeUndefined()
})

test('where it is asked before posting, the question names what was set apart', async () => {
  const asked = await here.say(
    unodc,
    '/update post Dear all,\nMissions\n- UNODC visited 3 ports in Benin (5 Nov)\n- CTED visited 4 ports in Togo (6 Nov)\nBest regards,\nAna',
  )
  expect(asked.text).toContain('Nothing is posted yet. This looks like 2 items:')
  for (const said of ['a greeting: Dear all,', 'a heading: Missions', 'a signature: Best regards,'])
    expect(asked.text).toContain(`Not printed, since it is ${said}`)
})
