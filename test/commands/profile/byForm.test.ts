import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, type Reply, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const who = focal('cted')

/** The button that opens a form, with what the form is filled with. */
function opens({ answer }: Reply, label: string) {
  const buttons = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  return buttons.find((one) => one.label === label && one.ask === true)
}

test('what one may set of oneself is offered as a form where nothing is named', async () => {
  expect(opens(await here.say(who, '/profile away'), 'Say when')).toMatchObject({ command: 'profile away' })
  await here.say(who, '/profile away "20 Dec - 5 Jan"')
  expect(opens(await here.say(who, '/profile away'), 'Away again')).toBeDefined()

  const asked = await here.say(who, '/profile edit')
  expect(asked.text).toContain('Which of your details should change')
  expect(opens(asked, 'Change')).toMatchObject({ command: 'profile edit' })
})

test('the form of the reminder settings opens on what is set', async () => {
  await here.say(who, '/reminder settings digest:8:00 weekly:5')
  const shown = await here.say(who, '/reminder settings')

  expect(shown.text).toContain('at most 5')
  const { command = '', values = {} } = opens(shown, 'Change') ?? {}
  const { answer } = await here.say(who, '', {
    input: { kind: 'fields', command, fields: values, ask: true },
  })

  expect(answer.form?.given).toEqual({
    ...{ lead: 'default', quiet: 'default', digest: '08:00', via: 'auto', weekly: '5' },
  })
})
