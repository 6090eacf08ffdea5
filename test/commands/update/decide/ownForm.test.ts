import { expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, world } from '../../../support/world.ts'

const unodc = focal('unodc')

test('a form asks before its words take the place of those that its own author typed since it was opened', async () => {
  const here = await world()
  const posted = await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Nov)')
  const { values } = buttonNamed(posted, 'Edit')
  await here.say(unodc, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Nov)"')
  const asked = await here.press(unodc, 'update edit', {
    ...values,
    text: 'UNODC trained 31 judges in Vienna (3 Nov)',
  })
  expect(asked.text).toContain('was changed by yourself since you opened it')
  expect(asked.text).toContain('It says now: Thirty judges learned')
  expect((await here.say(unodc, '/update show U1')).text).toContain('Thirty judges learned')

  const taken = await press(here, unodc, buttonNamed(asked, 'Take mine'))
  expect(taken.text).toContain('UNODC trained 31 judges')
  const next = buttonNamed(taken, 'Edit').values
  const edited = await here.press(unodc, 'update edit', { ...next, place: 'Graz' })
  expect(edited.outcome, edited.text).toBe('done')
  await here.end()
})

test('a form with the words of a version before asks whether they are wanted back', async () => {
  const here = await world()
  const posted = await here.say(unodc, '/update post UNODC trained 30 judges in Vienna (3 Nov)')
  const { values } = buttonNamed(posted, 'Edit')
  await here.say(unodc, '/update edit U1 text:"Thirty judges learned in Vienna from UNODC (3 Nov)"')
  const asked = await here.press(unodc, 'update edit', values ?? {})
  expect(asked.text).toContain('U1 said that before it was changed by yourself. It says now: Thirty judges')

  const taken = await press(here, unodc, buttonNamed(asked, 'Take mine'))
  expect(taken.text).toContain('Changed U1 (version 3): UNODC trained 30 judges in Vienna (3 Nov)')
  await here.end()
})
