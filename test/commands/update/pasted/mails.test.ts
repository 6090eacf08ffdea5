import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-05T09:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

test('a list of mail addresses is asked about before it is posted', async () => {
  const asked = await here.say(unodc, '/update post ana@un.org\nAli Hassan <ali@who.int>')
  expect(asked.text).toContain('Those are mail addresses and do not tell what happened')
  expect((await here.say(unodc, '/update mine')).text).not.toContain('ana@un.org')
})

test('the day in the head of a mail that is passed on is not taken for that of the update', async () => {
  const reply = await here.say(
    unodc,
    '/update post FYI, see below\n\nFrom: Awa <awa@un.org>\nDate: Thu, 3 Dec 2026 at 16:40\nSubject: Dakar\n\nUNODC trained judges in Dakar, Senegal (2 Dec)',
  )
  expect(reply.text).toContain('UNODC trained judges in Dakar, Senegal (2 Dec)\n')
  expect(reply.text).toContain('Date: 2 Dec 2026')
})

test('items below the titles of sections are posted in those sections', async () => {
  const asked = await here.say(
    unodc,
    '/update post What is new\nUNODC trained judges in Accra, Ghana (1 Dec)\n\nRegional focus\nUNODC published a manual on evidence (2 Dec)',
  )
  const posted = await press(here, unodc, buttonNamed(asked, 'Post as 2 updates'))
  expect(posted.text).toMatch(/What is new, 1 Dec: .*\n.*Regional focus, 2 Dec: /)
})

test('of several items each remark is said once with their numbers, a relative day and a guessed section too', async () => {
  const asked = await here.say(
    unodc,
    '/update post - Last week UNODC trained 20 judges in Accra, Ghana.\n- UNODC and UNDP met in Lomé on 2 December.\n- UNODC launched a lab for evidence in Dakar on 2 December.',
  )
  const posted = await press(here, unodc, buttonNamed(asked, 'Post as 3 updates'))
  expect(posted.text).toContain('U1, U2 and U3: Items are printed without a full stop at the end.')
  expect(posted.text).toContain('U1: “Last week” is not a date once it is printed.')
  expect(posted.text).toMatch(/I am not sure of the section of U\d/)
  const [, unsure = ''] = /not sure of the section of (U\d)/.exec(posted.text) ?? []
  const chosen = await press(here, unodc, buttonNamed(posted, `Section of ${unsure}`))
  expect(chosen.text).toMatch(/section/i)
})

test('two forms one below the other are two items, whose labels are no options', async () => {
  const asked = await here.say(
    unodc,
    '/update post Date: 9-13 November\nActivity: Visit to Bangladesh\nEntities: CTED, IOM\n\nDate: 16-17 November\nActivity: Workshop on finance\nPlace: Kuala Lumpur, Malaysia',
  )
  const posted = await press(here, unodc, buttonNamed(asked, 'Post as 2 updates'))
  expect(posted.text).toContain('CTED, IOM: Visit to Bangladesh (9-13 November)')
  expect(posted.text).toContain('Workshop on finance, Kuala Lumpur, Malaysia (16-17 November)')
})

test('a message that only points to a file is no update', async () => {
  expect((await here.say(unodc, '/update post See attached')).text).toContain('does not say what happened')
})

test('“the following two items:” in a mail is no option', async () => {
  const asked = await here.say(
    unodc,
    '/update post We submit the following two items:\n\n1) UNODC trained judges in Accra, Ghana (1 Dec)\n2) UNODC launched a manual on evidence (2 Dec)',
  )
  expect(asked.text).toContain('This looks like 2 items')
})

test('“WG:” in the subject of a mail that was passed on is no working group', async () => {
  const posted = await here.say(
    unodc,
    '/update post From: Müller, Eva\nSent: Freitag, 20. November 2026\nSubject: WG: Beitrag\n\nUNODC trained judges in Dakar, Senegal (2 Dec)',
  )
  expect(posted.text).toContain('issue: UNODC trained judges in Dakar, Senegal (2 Dec)')
})
