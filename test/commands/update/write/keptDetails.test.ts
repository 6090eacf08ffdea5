import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (10 Nov)')
})
afterAll(() => here.end())

test.each([
  [
    'place:none',
    'UNODC trained 31 judges in Vienna (10 Nov)',
    'Kept as set before: no place, though the text now says Vienna. place: sets another.',
  ],
  [
    'place:Graz',
    'UNODC trained 32 judges in Vienna (10 Nov)',
    'Kept as set before: place Graz, though the text now says Vienna. place: sets another.',
  ],
  [
    'entities:WHO',
    'UNODC and UNICRI trained 33 judges in Graz (10 Nov)',
    'Kept as set before: entities WHO, though the text now says UNODC, UNICRI. entities: sets another.',
  ],
])(
  'what was set by %s stays beside a new text that tells another, and that is said',
  async (set, text, said) => {
    await here.say(unodc, `/update edit U1 ${set}`)
    const edited = await here.say(unodc, `/update edit U1 ${text}`)
    expect(edited.text).toContain(said)
    // What agrees needs no word.
    expect((await here.say(unodc, '/update edit U1 print:as-typed')).text).not.toContain('Kept as set before')
  },
)

test('an address in a new text takes the place of the link that was set before', async () => {
  await here.say(unodc, '/update edit U1 link:https://a.example/x')
  const edited = await here.say(
    unodc,
    '/update edit U1 UNODC trained 34 judges in Graz (10 Nov), see https://b.example/y',
  )
  expect(edited.text).toContain(
    'The link is now https://b.example/y, as the new text says; it was https://a.example/x.',
  )
  expect(edited.text).toContain('Link: https://b.example/y')

  const kept = await here.say(unodc, '/update edit U1 UNODC trained 35 judges in Graz (10 Nov)')
  expect(kept.text).toContain('Removed with the former text: link https://b.example/y')
})

test('several links that a new text puts another in the place of are named once', async () => {
  await here.say(unodc, '/update edit U1 UNODC trained 36 judges in Graz (10 Nov), see https://c.example/1')
  await here.say(unodc, '/update edit U1 link:https://c.example/2')
  const edited = await here.say(
    unodc,
    '/update edit U1 UNODC trained 37 judges in Graz (10 Nov), see https://c.example/3',
  )
  expect(edited.text).toContain(
    'Removed with the former text: link https://c.example/1, link https://c.example/2.',
  )
  expect(edited.text).not.toContain('The link is now')
})
