import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

const typed = 'We trained 40 officers in Turkey. (November 16 – 18)'

test('what is not in the house’s manner is mended by one press, and Undo brings the author’s words back', async () => {
  const posted = await here.press(focal('unodc'), 'update post', { text: typed })
  const all = await press(here, focal('unodc'), buttonNamed(posted, 'Mend all'))

  expect(posted.text).toContain('Entities: UNODC')
  expect(posted.text).toContain('It says “We”')
  expect(all.text).toContain('Changed U1 (version 2): UNODC trained 40 officers in Türkiye')
  expect(all.text).not.toContain('It says')
  expect((await here.say(focal('unodc'), '/update mend U1')).text).toContain('nothing to mend in U1')
  await press(here, focal('unodc'), buttonNamed(all, 'Undo'))
  expect((await here.say(focal('unodc'), '/update show U1')).text).toContain('We trained 40 officers')
})

test('an editor sees the same list, names the author’s entity and mends one kind at a time', async () => {
  const shown = await here.say(secretariat, '/newsletter triage')
  const named = await press(here, secretariat, buttonNamed(shown, 'Write UNODC'))

  expect(shown.text).toContain('The United Nations writes Türkiye for Turkey.')
  expect(named.text).toContain('UNODC trained 40 officers in Turkey')
  expect(here.delivered.at(-1)).toMatchObject({
    to: focal('unodc'),
    text: expect.stringContaining('You wrote: We trained'),
  })
  const shownNow = await here.say(secretariat, '/update show U1')
  await press(here, secretariat, buttonNamed(shownNow, 'Write Türkiye'))
  expect((await here.say(secretariat, '/update show U1')).text).toContain(
    'UNODC trained 40 officers in Türkiye',
  )
})

test('a date inside the sentence goes to its end in brackets by one press, and an item is shown as it is printed', async () => {
  const posted = await here.press(focal('unodc'), 'update post', {
    text: 'UNODC held on Tuesday 17 November 2026 a workshop for judges in Accra, Ghana https://www.unodc.org/accra',
    section: 'regional',
  })
  const mended = await press(here, focal('unodc'), buttonNamed(posted, 'Write (17 Nov)'))

  expect(posted.text).toContain('The date stands in brackets at the end: (17 Nov).')
  expect(mended.text).toContain('UNODC held a workshop for judges in Accra, Ghana')
  expect(mended.text).toContain('Date: 17 Nov 2026')
  expect(mended.text).not.toContain('The date stands in brackets')
  const other = await here.press(focal('unodc'), 'update post', {
    text: 'UNODC opened an office in Lomé, Togo (20 Nov) https://www.unodc.org/lome',
    section: 'multi-agency',
  })
  expect(other.text).toContain('UNODC opened an office in Lomé, Togo (20 Nov)\n')
})

test('only its author and the secretariat mend an update', async () => {
  const reply = await here.say(focal('who'), '/update mend U1')

  expect(reply).toMatchObject({
    outcome: 'refused',
    text: expect.stringContaining('posted by somebody else'),
  })
})

test('what was told beside the text is not asked for again', async () => {
  const posted = await here.press(focal('unesco'), 'update post', {
    text: 'UNESCO trained teachers in Lomé, Togo',
    date: '6 Nov',
  })

  expect(posted.text).not.toContain('add one, such as')
})
