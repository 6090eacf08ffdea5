import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonLike, press } from '../../support/lines/pressed.ts'
import { focal, type World, world } from '../../support/world.ts'

const who = focal('who')
let here: World
beforeEach(async () => {
  here = await world()
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"11 Dec 14:30"')
})
afterEach(() => here.end())

const answer = async () =>
  (
    await here.database.store.pool.query(
      'select response, remark from invitations i join people p on p.id = i.person_id where p.email = $1',
      [who],
    )
  ).rows[0]

test('an answer that is given twice is taken back by undo', async () => {
  const before = await answer()
  for (const count of [1, 2])
    expect((await here.say(who, '/meeting rsvp M1 yes')).outcome, `${count}`).toBe('done')
  const undo = await here.say(who, 'undo')
  const button = buttonLike(undo, /^Undo/)
  expect(button, undo.text).toBeDefined()
  if (button) await press(here, who, button)

  expect(await answer()).toEqual(before)
})

test('an answer that is given again keeps its note, and another note is taken back with undo', async () => {
  await here.say(who, '/meeting rsvp M1 no on mission')
  await here.say(who, '/meeting rsvp M1 no')
  expect(await answer()).toEqual({ response: 'no', remark: 'on mission' })

  await here.say(who, '/meeting rsvp M1 no note:"in hospital"')
  expect(await answer()).toEqual({ response: 'no', remark: 'in hospital' })
  const button = buttonLike(await here.say(who, 'undo'), /^Undo/)
  if (button) await press(here, who, button)
  expect(await answer()).toEqual({ response: 'no', remark: 'on mission' })
})

test.each([
  ['/profile timezone Nairobi', 'select zone, zone_from from people where email = $1'],
  [
    '/profile away "7 Dec..9 Dec"',
    'select a.first_day from person_away a join people p on p.id = a.person_id where p.email = $1',
  ],
])('what is said twice and done once is taken back by undo: %s', async (line, record) => {
  const rows = async () => (await here.database.store.pool.query(record, [who])).rows
  const before = await rows()
  for (const count of [1, 2]) expect((await here.say(who, line)).outcome, `${count}`).toBe('done')
  expect(await rows()).not.toEqual(before)
  const undo = await here.say(who, 'undo')
  const button = buttonLike(undo, /^Undo/)
  expect(button, undo.text).toBeDefined()
  if (button) await press(here, who, button)

  expect(await rows()).toEqual(before)
})
