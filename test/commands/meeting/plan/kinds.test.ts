import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonLike, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.end())

const say = async (line: string) => (await here.say(chair, line)).text

async function undo(reply: Reply): Promise<void> {
  const button = buttonLike(reply, /^Undo/)
  if (button) await press(here, chair, button)
}

const slots = 'slots:"10 Dec 14:30; 11 Dec 09:00"'

test('a poll for a meeting in focus says so to those who are asked, and makes the meeting one when it is settled', async () => {
  const opened = await say(`/meeting poll open "Cyber threats" wg:ETCIP ${slots} kind:in-focus`)

  expect(opened).toContain('P1 Cyber threats (ETCIP, in-focus)')
  expect(here.delivered.find(({ to }) => to === focal('cted'))?.text).toContain(
    'Which time suits you for Cyber threats (ETCIP, in-focus)? P1',
  )

  await say('/meeting poll settle P1 slot:1')

  expect(await say('/meeting show M1')).toMatch(/Kind\W+in-focus/)
  expect(await say('/report meetings 2026')).toMatch(/ETCIP\s.*0.*1/)
})

test('a poll without a kind makes a regular meeting, and says nothing of its kind', async () => {
  expect(await say(`/meeting poll open Fourth wg:ETCIP ${slots}`)).not.toContain('regular')
  await say('/meeting poll settle P1 slot:1')

  expect(await say('/meeting show M1')).toMatch(/Kind\W+regular/)
})

test('the kind of a meeting is edited: its history tells, one press undoes it, and the year counts it anew', async () => {
  await say('/meeting schedule Cyber wg:ETCIP start:"10 Dec 14:30" place:"Room 4"')
  const inFocus = async () => /in focus/.test(await say('/report meetings 2026'))
  const edited = await here.say(chair, '/meeting edit M1 kind:in-focus')

  expect(edited.text).toContain('kind now in-focus (was regular)')
  expect(await say('/meeting history M1')).toContain('kind now in-focus (was regular)')
  expect(await say('/meeting show M1')).toMatch(/Kind\W+in-focus/)
  expect(
    here.delivered.find(({ to, text }) => to === focal('cted') && text.includes('kind now')),
  ).toBeDefined()

  await undo(edited)

  expect(await say('/meeting show M1')).toMatch(/Kind\W+regular/)
  expect(await say('/meeting show M1')).toContain('Room 4')
  expect(await inFocus()).toBe(false)
  expect(await say('/meeting edit M1 kind:regular')).toContain('nothing was changed')
})

test('the kind of the rest of a series is edited, also of the meetings that are made later, and undone', async () => {
  await say('/meeting schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:weekly until:2026-12-29')
  const edited = await here.press(
    chair,
    'meeting edit',
    { meeting: 'M2', kind: 'committee', series: 'rest' },
    true,
  )
  const kinds = async () =>
    Promise.all(
      [1, 2, 3, 4].map(async (id) => /Kind\W+([\w-]+)/.exec(await say(`/meeting show M${id}`))?.[1]),
    )

  expect(await kinds()).toEqual(['regular', 'committee', 'committee', 'committee'])

  await undo(edited)

  expect(await kinds()).toEqual(['regular', 'regular', 'regular', 'regular'])
})
