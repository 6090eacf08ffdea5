import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, buttonsOf, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterAll(() => here.end())

const told = [
  ['UNODC met partners in Oslo (in March)', 'It was March 2026', 'Date: March 2026'],
  ['UNODC trained judges in Lima (2-5 February)', 'It was 2-5 Feb 2026', 'Date: 2 Feb 2026 to 5 Feb 2026'],
  ['UNODC met envoys in Bern (27 Feb-2 Mar)', 'It was 27 Feb-2 Mar 2026', 'Date: 27 Feb 2026 to 2 Mar 2026'],
  ['UNODC trained 30 judges in Vienna (10 Mar)', 'It was 10 Mar 2026', 'Date: 10 Mar 2026'],
] as const

test.each(told)(
  'before an issue is open, days ahead that are told as done may be those of the year before: %s',
  async (text, label, date) => {
    const posted = await here.say(unodc, `/update post ${text} confirm:yes`)
    expect(posted.text).toContain('is still to come, though the text tells of it as done.')
    expect((await press(here, unodc, buttonNamed(posted, label))).text).toContain(date)
  },
)

test.each(['UNODC will train guards in Lomé (10 Mar)', 'UNODC trained guards in Lomé (10 Mar 2027)'])(
  'and are taken at their word where the text announces them, or names the year: %s',
  async (text) => {
    const posted = await here.say(unodc, `/update post ${text} confirm:yes`)
    expect(buttonsOf(posted).map(({ label }) => label)).not.toContain('It was 10 Mar 2026')
  },
)

test.each(told)(
  'an issue that is open asks the same before anything is posted: %s',
  async (text, label, date) => {
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    const asked = await here.say(unodc, `/update post New this time: ${text}`)
    expect(asked.outcome).toBe('asked')
    expect((await press(here, unodc, buttonNamed(asked, label))).text).toContain(date)
  },
)
