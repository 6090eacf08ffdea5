import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-26T09:00:00Z' })
})
afterAll(() => here.end())

test.each([
  'UNODC held a forum; link: https://unodc.org/b and more text follows (5 Nov)',
  'UNODC trained judges of five States. Section: regional matters (4 Nov)',
  'Entities: UNODC and IOM met in Baku (13 Nov)',
])('a word that is the name of an option may stay a word of the sentence: %s', async (text) => {
  const asked = await here.say(unodc, `/update post ${text}`)
  expect(asked.outcome).not.toBe('done')
  const whole = buttonNamed(asked, 'Post it as it stands')
  expect(whole).toMatchObject({ command: 'update post', values: { text } })
  expect((await press(here, unodc, whole)).text).toContain('Posted U')
})

test.each(['"UNODC held a forum" section: nowhere', 'UNODC held a forum in Baku section:nowhere'])(
  'what was typed as an option is not: %s',
  async (typed) => {
    const refused = await here.say(unodc, `/update post ${typed}`)
    expect(refused.outcome).toBe('refused')
    expect(buttonLike(refused, /as it stands/)).toBeUndefined()
  },
)

test('what is chosen for an option that cannot be read takes the words behind it along in the text', async () => {
  const asked = await here.say(
    unodc,
    '/update post UNODC met monks section:regional, then left for Rome (8 Nov)',
  )
  expect(buttonNamed(asked, 'Regional focus').values).toEqual({
    text: 'UNODC met monks (8 Nov), then left for Rome',
    section: 'regional',
  })
})

test('an update’s card has its text on a line of its own, below whose it is', async () => {
  await here.say(unodc, '/update post "UNODC trained judges in Accra (4 Nov)"')
  const posted = await here.say(unodc, '/update list')
  const [, id] = /(U\d+) .*judges in Accra/.exec(posted.text) ?? []
  const shown = await here.say(unodc, `/update show ${id}`)

  expect(shown.answer.message.blocks[0]).toMatchObject({ kind: 'text' })
  expect(shown.text).toMatch(/^U\d+, proposed, by .*:\nUNODC trained judges in Accra$/m)
})

test('the versions give each editor their own change alone, and say what was taken back', async () => {
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  const posted = await here.say(unodc, '/update post "UNODC visited Jordan (16-19 Nov)"')
  const id = /Posted (U\d+)/.exec(posted.text)?.[1]
  await here.say(secretariat, `/update edit ${id} place:Lomé`)
  const second = await here.say(secretariat, `/update edit ${id} place:Kara`)
  await press(here, secretariat, buttonNamed(second, 'Undo'))
  await here.say(unodc, `/update edit ${id} wg:ETCIP`)

  const { text } = await here.say(unodc, `/update show ${id}`)
  expect(text).toMatch(/1\. UNODC focal point, .*: UNODC visited Jordan \(16-19 Nov\)$/m)
  expect(text).toMatch(/2\. Compact Secretariat, [^:]*:\d\d \([^)]*\): place Lomé \(was Jordan\)$/m)
  expect(text).toMatch(/3\. Compact Secretariat, .*, taken back since: place Kara \(was Lomé\)$/m)
  expect(text).toMatch(/4\. UNODC focal point, .*, from version 2: wg ETCIP \(was none\)$/m)
})
