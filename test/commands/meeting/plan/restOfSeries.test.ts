import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world()
  await here.say(
    chair,
    '/meeting schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:weekly until:2026-12-29',
  )
})
afterEach(() => here.end())

async function listed(): Promise<string> {
  await here.turn('2026-12-08T12:00:00Z')
  await here.turn('2026-12-08T12:01:00Z')
  return (await here.say(chair, '/meeting list wg:ETCIP')).text
}

const editRest = (fields: Readonly<Record<string, string>>) =>
  here.press(chair, 'meeting edit', { meeting: 'M2', ...fields, series: 'rest' }, true)

test('a meeting of a series that was cancelled alone stays cancelled when the rest is changed', async () => {
  await here.press(chair, 'meeting cancel', { meeting: 'M3', series: 'this' }, true)
  await editRest({ place: 'Room 5' })
  const list = await listed()

  expect(list).toContain('3 meetings')
  expect(list).toMatch(/M3 Mon 21 Dec 2026.*cancelled/)
})

test('a meeting of a series that was moved alone stays where it is when the place of the rest is changed', async () => {
  await here.press(chair, 'meeting move', { meeting: 'M3', start: '2026-12-23T10:00Z', series: 'this' }, true)
  await here.say(focal('cted'), '/meeting rsvp M3 yes')
  await editRest({ place: 'Room 5' })
  const list = await listed()

  expect(list).toMatch(/M2 Mon 14 Dec 2026, 14:30/)
  expect(list).toMatch(/M3 Wed 23 Dec 2026.*1 entity said yes/)
  expect(list).toMatch(/M4 Mon 28 Dec 2026, 14:30/)
  expect((await here.say(chair, '/meeting show M3')).text).toContain('Room 5')
})

test('the place of the rest that is changed from a meeting that was moved alone moves none of the others', async () => {
  await here.press(chair, 'meeting move', { meeting: 'M2', start: '2026-12-15T10:00Z', series: 'this' }, true)
  await editRest({ place: 'Room 5' })
  const list = await listed()

  expect(list).toMatch(/M2 Tue 15 Dec 2026/)
  expect(list).toMatch(/M3 Mon 21 Dec 2026, 14:30/)
})

test('what one meeting has of its own stays when the rest is moved, and when that is taken back', async () => {
  await here.press(chair, 'meeting move', { meeting: 'M3', start: '2026-12-23T10:00Z', series: 'this' }, true)
  await here.press(chair, 'meeting edit', { meeting: 'M4', place: 'Room 9', series: 'this' }, true)
  const { text, answer } = await here.press(
    chair,
    'meeting move',
    { meeting: 'M2', start: '2026-12-15T09:00Z', place: 'Room 5', series: 'rest' },
    true,
  )
  const undo = answer.message.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .find(({ label }) => label.startsWith('Undo'))
  const moved = await listed()
  const places = [await show('M3'), await show('M4')]
  await here.press(chair, undo?.command ?? '', undo?.values ?? {}, true)
  const back = await listed()

  expect(text).toContain('M3 was moved by itself before and stays where it is.')
  expect(text).toContain('3 meetings')
  expect(moved).toMatch(
    /M2 Tue 15 Dec 2026, 10:00[\s\S]*M3 Wed 23 Dec 2026, 11:00[\s\S]*M4 Tue 29 Dec 2026, 10:00/,
  )
  expect(places).toEqual([expect.stringContaining('Room 5'), expect.stringContaining('Room 9')])
  expect(back).toMatch(
    /M2 Mon 14 Dec 2026, 14:30[\s\S]*M3 Wed 23 Dec 2026, 11:00[\s\S]*M4 Mon 28 Dec 2026, 14:30/,
  )
  expect(await show('M3')).not.toContain('Room 5')
  expect(await show('M4')).toContain('Room 9')
})

const show = async (meeting: string) => (await here.say(chair, `/meeting show ${meeting}`)).text

test('a meeting of which nothing changes when the rest is moved is none of those of which people are told', async () => {
  await here.press(chair, 'meeting move', { meeting: 'M3', start: '2026-12-23T10:00Z', series: 'this' }, true)
  const { text } = await here.press(
    chair,
    'meeting move',
    { meeting: 'M2', start: '2026-12-15T09:00Z', series: 'rest' },
    true,
  )

  expect(text).toContain('2 meetings')
  expect(text).not.toContain('M3 Wed 23 Dec 2026')
})

test('the rest of a series is shown with its dates before it is moved, changed or restored', async () => {
  await here.end()
  here = await world({ askAbove: 5 })
  const line =
    '/meeting schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:weekly until:2026-12-29 confirm:yes'
  await here.say(chair, line)
  const moved = await here.say(chair, '/meeting move M2 start:"15 Dec 10:00" series:rest')
  const changed = await here.say(chair, '/meeting edit M3 place:"Room 5" series:rest')
  const alone = await here.say(chair, '/meeting edit M3 place:"Room 5" series:this')
  await here.say(chair, '/meeting cancel M3 series:rest confirm:yes')
  const restored = await here.say(chair, '/meeting restore M3 series:rest')

  expect(moved.text).toContain(
    'to Tue 15 Dec 2026, 10:00 (Europe/Paris) with 2 meetings that follow, and tell 26 people?',
  )
  expect(moved.text).toContain('M4 Tue 29 Dec 2026, 10:00')
  expect(changed.text).toContain('(was none), with 1 meeting that follows, and tell 26 people?')
  expect(alone.text).not.toContain('that follow')
  expect(restored.text).toContain('M4 Mon 28 Dec 2026, 14:30')
})
