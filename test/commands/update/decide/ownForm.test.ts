import { expect, test } from 'vitest'

import { openForm } from '../../../support/lines/openForm.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, world } from '../../../support/world.ts'

const unodc = focal('unodc')

test('a form asks before its words take the place of those that its own author typed since it was opened', async () => {
  const here = await world()
  const posted = await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Nov)')
  const form = await openForm(here, unodc, buttonNamed(posted, 'Edit'))
  await here.say(unodc, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Nov)"')
  const asked = await form.send({ text: 'UNODC trained 31 judges in Vienna (3 Nov)' })
  expect(asked.text).toContain('That was changed by yourself since you opened the form')
  expect(asked.text).toContain('Text: Thirty judges learned')
  expect((await here.say(unodc, '/update show U1')).text).toContain('Thirty judges learned')

  const taken = await press(here, unodc, buttonNamed(asked, 'Take mine'))
  expect(taken.text).toContain('UNODC trained 31 judges')
  const next = await openForm(here, unodc, buttonNamed(taken, 'Edit'))
  const edited = await next.send({ place: 'Graz' })
  expect(edited.outcome, edited.text).toBe('done')
  await here.end()
})

test('a form with words that an earlier version had as well is taken, for the form knows what it showed', async () => {
  const here = await world()
  const first = 'UNODC trained 30 judges in Vienna (3 Nov)'
  const posted = await here.say(unodc, `/update post ${first}`)
  const early = buttonNamed(posted, 'Edit')
  await here.say(unodc, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Nov)"')
  const form = await openForm(here, unodc, early)
  expect(form.form.given['text']).toContain('Thirty judges learned')
  expect((await form.send({ text: first })).text).toContain(`Changed U1 (version 3): ${first}`)
  await here.end()
})

test('a form whose showing is no longer known asks, and one that agrees with what stands is taken', async () => {
  const here = await world()
  await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Nov)')
  const lost = { 'shown version': 'unknown' }
  const send = (fields: Readonly<Record<string, string>>) =>
    here.say(unodc, '', { input: { kind: 'fields', command: 'update edit', fields, present: lost } })
  const asked = await send({ update: 'U1', text: 'UNODC trained 31 judges in Vienna (3 Nov)', place: 'Graz' })
  expect(asked.text).toContain('I no longer know what this form showed as you opened it')
  expect(asked.text).toContain('UNODC trained 30 judges')
  const same = await send({ update: 'U1', text: 'UNODC trained 30 judges in Vienna (3 Nov)', wg: 'ETCIP' })
  expect(same.outcome, same.text).toBe('done')
  await here.end()
})
