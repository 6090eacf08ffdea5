import { afterEach, beforeEach, expect, test } from 'vitest'
import { monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonLike, buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const who = focal('who')

let here: World
beforeEach(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:"18 Dec 14:30" confirm:yes')
  await here.say(
    secretariat,
    '/meeting poll open "Which day?" wg:ETCIP slots:"15 Dec 10:00, 16 Dec 10:00, 17 Dec 10:00" until:"1 Dec 10:00" confirm:yes',
  )
})
afterEach(() => here.end())

async function undone() {
  const taken = buttonLike(await here.say(who, 'undo'), /^Undo/)
  if (!taken) throw new Error('nothing is taken back')
  return press(here, who, taken)
}
const answers = () =>
  here.database.store.pool.query('select response, remark, responded_at from invitations order by person_id')
const votes = () =>
  here.database.store.pool.query('select number, person_id, vote from poll_votes order by person_id, number')

test('a first answer is taken back to none, and had again with its note', async () => {
  const before = (await answers()).rows
  await here.say(who, '/meeting rsvp M1 yes note:"with two colleagues"')
  const given = (await answers()).rows
  const back = await undone()
  expect(back.text).toMatch(/^Taken back: you have not answered M1 Plenary/)
  expect((await answers()).rows).toEqual(before)
  await press(here, who, buttonNamed(back, 'Undo: back to yes'))
  expect((await answers()).rows).toEqual(given)
  expect((await here.say(who, 'yes')).text).toContain('No invitation to a meeting waits')
})

test('a changed answer is had back with the note of before', async () => {
  await here.say(who, '/meeting rsvp M1 yes note:"with two colleagues"')
  const before = (await answers()).rows
  await here.say(who, '/meeting rsvp M1 no')
  await undone()
  expect((await answers()).rows).toEqual(before)
})

test('a vote is taken back to none, and to the vote before it', async () => {
  await here.say(who, '/meeting poll vote P1 slots:"1, 2 if needed"')
  const before = (await votes()).rows
  expect(before).toHaveLength(3)
  await here.say(who, '/meeting poll vote P1 slots:3')
  await undone()
  expect((await votes()).rows).toEqual(before)
  const none = await here.say(who, '/meeting poll vote P1 whole:none')
  expect(none.text).toMatch(/^Taken back: you have not voted in P1/)
  expect((await votes()).rows).toEqual([])
  await undone()
  expect((await votes()).rows).toEqual(before)
})

test('a vote by press is taken back as a typed one is, by its button and by “undo”', async () => {
  const turn = (number: string) => here.press(who, 'meeting poll vote', { poll: 'P1', turn: number })
  const first = await turn('1')
  const before = (await votes()).rows
  await press(here, who, buttonNamed(first, 'Undo: no vote'))
  expect((await votes()).rows).toEqual([])
  await turn('1')
  await turn('1')
  await undone()
  expect((await votes()).rows).toEqual(before)
})

test('a vote on some of the times alone is had back as it was', async () => {
  await here.say(who, '/meeting poll vote P1 turn:1')
  const before = (await votes()).rows
  expect(before).toHaveLength(1)
  await here.say(who, '/meeting poll vote P1 slots:all')
  await undone()
  expect((await votes()).rows).toEqual(before)
})
