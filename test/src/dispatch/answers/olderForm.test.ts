import { afterAll, beforeAll, expect, test } from 'vitest'

import { openForm } from '../../../support/lines/openForm.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const open = (who: string, command: string, values: Readonly<Record<string, string>>) =>
  openForm(here, who, { command, values })

test('an older button that carries the words of before opens its form on how the record stands now', async () => {
  const posted = await here.say(
    chair,
    '/update post "INTERPOL trained 30 officers in Lyon (3 Nov)" confirm:yes',
  )
  const update = /U\d+/.exec(posted.text)?.[0] ?? ''
  const { given: before } = (await open(chair, 'update edit', { update })).form
  const text = 'INTERPOL trained 32 officers in Lyon (3 Nov)'
  await here.say(secretariat, `/update edit ${update} text:"${text}" place:"Lyon, France"`)

  const { form } = await open(chair, 'update edit', before)
  expect(form.given).toMatchObject({ text, place: 'Lyon, France' })
  const typed = await open(chair, 'update edit', { ...before, text: 'INTERPOL trained 40 officers in Lyon' })
  expect(typed.form.given['text']).toBe('INTERPOL trained 40 officers in Lyon')
})

test('who was retired and a group that was closed while a form was open are said to be so', async () => {
  await here.say(secretariat, '/directory add person "Ana Silva" email:ana@who.example entity:WHO')
  const person = await open(secretariat, 'directory edit person', { person: 'ana@who.example' })
  const group = await open(secretariat, 'wg edit', { wg: 'NARS' })
  await here.say(secretariat, '/directory retire person ana@who.example confirm:yes')
  await here.say(secretariat, '/wg retire NARS confirm:yes')
  expect((await person.send({ title: 'Chief' })).text).toMatch(/Ana Silva is retired from .* that stays so/)
  expect((await group.send({ number: '19' })).text).toMatch(/NARS is closed since .* that stays so/)
})
