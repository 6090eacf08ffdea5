import { afterAll, beforeAll, expect, test } from 'vitest'
import { buttonNamed, buttonsOf, press } from '../../support/lines/pressed.ts'
import { type World, world } from '../../support/world.ts'

const keeper = 'keeper@water.example'
let here: World
beforeAll(async () => {
  here = await world({ onlySecretariat: [keeper], now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/wg add TRANS name:"Transport"',
    '/directory add entity RHA name:"Rail and Harbours"',
    '/wg appoint TRANS role:chair entity:RHA',
  ])
    expect((await here.say(keeper, line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

test('whoever asks how to begin is shown the first steps, and an order without its record opens the form', async () => {
  for (const asked of ['what do I do first', 'how do I begin', 'where should we start'])
    expect((await here.say(keeper, asked)).text).toContain('Your own directory, step by step')
  const added = buttonNamed(await here.say(keeper, 'add a working group'), '/wg add')
  expect(added).toMatchObject({ command: 'wg add', ask: true })
})

test('nobody is offered to answer an invitation that they do not have, and a meeting without people says why', async () => {
  const made = await here.say(keeper, '/meeting schedule Kick-off wg:TRANS start:"tomorrow 10:00"')
  expect(made.text).toContain(
    'Nobody is invited, since nobody in the directory stands for the members of TRANS yet.',
  )
  expect(buttonsOf(made).map(({ label }) => label)).toEqual(['Undo: cancel it', 'Show'])
  expect((await here.say(keeper, '/meeting suggest TRANS')).text).toContain(
    'Nobody in the directory stands for',
  )
})

test('one group of one has its verb', async () => {
  expect((await here.say(keeper, '/wg cadence')).text).toContain(
    '1 of 1 working group with a rhythm has met, ',
  )
})

test('somebody who is there already is offered to be changed, and made secretariat or coordinator in words', async () => {
  await here.say(keeper, '/directory add person "Ann Lee" email:ann@rha.example')
  const again = await here.say(keeper, '/directory add person "Ann Lee" email:ann@rha.example entity:RHA')
  expect(again.text).toContain('ann@rha.example is Ann Lee’s in the directory already. Nothing was changed.')
  expect((await press(here, keeper, buttonNamed(again, 'Change Ann Lee'))).text).toContain('Entity: RHA')
  expect((await here.say(keeper, 'make Ann Lee coordinator of RHA')).text).toContain('Coordinator: yes')
  expect((await here.say(keeper, 'make Ann Lee part of the secretariat')).text).toContain('Secretariat: yes')
  const removed = await here.say(keeper, 'remove Ann Lee')
  expect(removed.text).toContain('Was adding them a mistake?')
  expect(buttonsOf(removed)).toHaveLength(1)
})

test('a last value in quotes is read behind a name, and a month has its preposition', async () => {
  expect((await here.say(keeper, '/wg show TRANS "last year"')).text).toContain(
    'TRANS, Transport, on 23 Nov 2025',
  )
  await here.say(keeper, '/newsletter open Nov-Dec closes:"8 Jan"')
  expect((await here.say(keeper, '/newsletter extend Nov-Dec "15 Jan"')).text).toContain(
    'until Fri 15 Jan 2027',
  )
  expect((await here.say(keeper, 'minutes of last month')).text).toContain(
    'There is no such meeting in October 2026.',
  )
  await here.say(keeper, '/update post RHA opened a new harbour (20 Nov)')
  expect((await here.say(keeper, '/newsletter status')).text).toContain(
    '1 update, all of authors without an entity,',
  )
  expect((await here.say(keeper, '/newsletter draft')).text).toContain(
    'RHA is the new Chair of Transport (TRANS)',
  )
})
