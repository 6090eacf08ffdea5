import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

test('what is set apart from a pasted text is said, with what its author may mend', async () => {
  const reply = await here.press(focal('unodc'), 'update post', {
    text: '• We trained 40 officers in Accra, Ghana (16-18 Nov).\nPhoto credit: UNODC',
  })

  expect(reply.text).toContain('Not printed, since it is a photo credit: Photo credit: UNODC')
  expect(reply.text).toContain('It says “We”')
})

test('an item in the printed manner is answered without remarks', async () => {
  const reply = await here.press(focal('unodc'), 'update post', {
    text: 'UNODC trained 40 border officers in Accra, Ghana (16-18 Nov)',
  })

  expect(reply.text).not.toContain('Not printed')
})

test.each([
  [
    'UNODC trained 40 officers in Accra (16-18 Dec)',
    '16-18 Dec is still to come, though the text tells of it as done.',
  ],
  ['UNODC will train 40 guards in Lomé on 15 December', '15 Dec is still to come; the text can be edited'],
])('that a day is still to come is said: %s', async (text, remark) => {
  expect((await here.press(focal('unodc'), 'update post', { text })).text).toContain(remark)
})
