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
  [
    'Seminar of UNODC on armed groups, a visit and related risks, Cairo (15 Dec)',
    '15 Dec is still to come. If the day is right,',
  ],
  ['Atelier de l’ONUDC sur les drones à Quito (15 déc)', '15 déc is still to come. If the day is right,'],
  [
    'L’ONUDC a organisé un cours sur la finance illicite à Tunis (15 déc)',
    '15 déc is still to come, though the text tells of it as done.',
  ],
])('that a day is still to come is said: %s', async (text, remark) => {
  expect((await here.press(focal('unodc'), 'update post', { text })).text).toContain(remark)
})

test('an edit keeps a date that was set though its first day is that of the text, and says where new words move it', async () => {
  const author = focal('unodc')
  const posted = await here.say(author, '/update post UNODC trained judges in Lima (10-12 Nov) confirm:yes')
  const [id] = /U\d+/.exec(posted.text) ?? []
  await here.say(author, `/update edit ${id} date:"10-13 Nov"`)
  for (const option of ['section:high', 'place:Cusco', 'entities:WHO']) {
    const edited = await here.say(author, `/update edit ${id} ${option}`)
    expect(edited.text, option).toContain('Date: 10 Nov 2026 to 13 Nov 2026')
    expect(edited.text, option).not.toMatch(/as the new text says|where it stands now/)
  }
  const other = await here.say(author, '/update post UNODC trained judges in Quito (3 Nov) confirm:yes')
  const [another] = /U\d+/.exec(other.text) ?? []
  const moved = await here.say(
    author,
    `/update edit ${another} text:"UNODC issued a manual for judges (2 Nov)"`,
  )
  expect(moved.text).toContain(
    'Its new words read like “Reports and publications”, where it stands now; it was under “Regional focus”.',
  )
})

test('an edit takes no second address for a new text, and names every link that a new text removes', async () => {
  const typed = 'UNODC met guards in Lima (10-12 Nov), slides: https://un.org/a, film: https://un.org/b'
  const [id] = /U\d+/.exec((await here.say(focal('unodc'), `/update post ${typed}`)).text) ?? []
  const edit = (what: string) => here.say(focal('unodc'), `/update edit ${id} ${what}`)
  for (const between of [' ', ', ']) {
    const two = await edit(`link:https://one.example${between}https://two.example`)
    expect(two.text).toContain('link: takes one address, so nothing was changed.')
  }
  const other = await edit(
    'text:"UNODC met guards in Lima (10-12 Nov), notes: https://un.org/c, plan: https://un.org/d"',
  )
  expect(other.text).toContain('Removed with the former text: link https://un.org/a, link https://un.org/b.')
  await edit(`text:"${typed}"`)
  const edited = await edit('text:"UNODC met guards in Lima (10-12 Nov)"')
  expect(edited.text).toContain('Removed with the former text: link https://un.org/a, link https://un.org/b.')
})
