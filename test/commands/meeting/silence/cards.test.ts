import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const open = '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"'

let here: World
beforeEach(async () => {
  here = await world({ askAbove: 5 })
})
afterEach(() => here.end())

const headingOf = (like: string) => here.delivered.find(({ text }) => text.includes(like))?.message.heading

test('what asks before everybody is written to is headed by that, also where it is words alone', async () => {
  const asked = await here.say(chair, open)
  await here.say(chair, `${open} confirm:yes`)
  const breaking = await here.say(focal('who'), '/meeting silence break S1 reason:"Too vague"')

  expect([asked, breaking].map(({ outcome }) => outcome)).toEqual(['asked', 'asked'])
  expect([asked, breaking].map(({ answer }) => answer.message.heading)).toEqual([
    'Please confirm',
    'Please confirm',
  ])
})

test('what members hear of a text under silence is headed by its number and how it ended', async () => {
  await here.say(chair, `${open} confirm:yes`)
  await here.say(chair, `${open.replace('work plan', 'calendar')} confirm:yes`)
  await here.say(focal('who'), '/meeting silence break S2 reason:"Too vague" confirm:yes')
  await here.turn('2026-12-04T17:01:00Z')
  const shown = await here.say(focal('cted'), '/meeting silence list silence:S2')

  expect(headingOf('For adoption by silence in ETCIP (S1)')).toBe('Silence procedure S1')
  expect(headingOf('has broken the silence of S2')).toBe('Silence procedure S2: broken')
  expect(headingOf('Adopted by silence in ETCIP: S1')).toBe('Silence procedure S1: adopted')
  expect(shown.answer.message.heading).toBe('Silence procedure S2: broken')
})

test('those who were told in the same minute stand on one line of the proof', async () => {
  await here.say(chair, `${open} confirm:yes`)
  const { answer } = await here.say(chair, '/meeting silence list silence:S1')
  const [block] = answer.message.blocks.filter(({ kind }) => kind === 'list')

  expect(block?.kind === 'list' && block.items.length).toBe(1)
})
