import { afterEach, expect, test } from 'vitest'

import { goAhead, pressUndo } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('a poll reminds nobody in the morning who voted in the night before it, and says why it is you', async () => {
  here = await world()
  await here.say(
    focal('interpol'),
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"27 Nov 12:00"',
  )
  for (const who of ['cted', 'who']) await here.say(focal(who), '/reminder settings quiet:"00:00-23:00"')
  await here.turn('2026-11-26T11:30:00Z')
  await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
  for (const hour of ['22', '23']) await here.turn(`2026-11-26T${hour}:30:00Z`)
  await here.turn('2026-11-27T04:30:00Z')
  const reminded = here.delivered.filter(({ text }) => text.includes('You have not voted yet'))

  expect(reminded.map(({ to }) => to)).toContain(focal('who'))
  expect(reminded.map(({ to }) => to)).not.toContain(focal('cted'))
  expect(reminded.find(({ to }) => to === focal('who'))?.text).toMatch(
    /Why you: you are a member of ETCIP; .+ opened the poll\./,
  )
})

test('a poll that closed at night and was settled before the morning is not told of any more', async () => {
  here = await world()
  await here.say(
    focal('interpol'),
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"26 Nov 23:30"',
  )
  await here.turn('2026-11-26T22:35:00Z')
  await here.press(focal('interpol'), 'meeting poll settle', { poll: 'P1', slot: '1' })
  await here.turn('2026-11-27T09:00:00Z')

  expect(here.delivered.filter(({ text }) => text.includes('has closed'))).toEqual([])
})

test('a poll that was closed and takes votes again is told to whoever opened it and to those who have not voted', async () => {
  here = await world()
  const [chair, other] = [focal('interpol'), focal('who')]
  await here.say(secretariat, '/wg appoint ETCIP role:co-chair entity:WHO confirm:yes')
  await here.say(
    chair,
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"26 Nov 12:00"',
  )
  await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
  await here.turn('2026-11-26T12:35:00Z')
  const closed = () => here.delivered.filter(({ to, text }) => to === chair && text.includes('has closed'))
  expect(closed()).toHaveLength(1)

  const extended = await here.say(other, '/meeting poll extend P1 until:"1 Dec 12:00"')
  const again = here.delivered.filter(({ text }) => text.includes('was closed and takes votes again, until'))
  expect(extended.text).toContain('are told that it takes votes again.')
  expect(again.map(({ to }) => to)).toContain(chair)
  expect(again.map(({ to }) => to)).toContain(focal('icao'))
  for (const who of [other, focal('cted')]) expect(again.map(({ to }) => to)).not.toContain(who)

  await here.turn('2026-12-01T12:35:00Z')
  expect(closed()).toHaveLength(2)
})

test('another end of a poll that takes votes is told to all who are asked, from when to when, and asks first where they are many', async () => {
  here = await world({ askAbove: 5 })
  const [chair, member] = [focal('interpol'), focal('cted')]
  await here.say(
    chair,
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"26 Nov 12:00" confirm:yes',
  )
  await here.say(member, '/meeting poll vote P1 slots:1')
  const told = () => here.delivered.filter(({ text }) => text.includes('takes votes until'))

  const asked = await here.say(chair, '/meeting poll extend P1 until:"27 Nov 12:00"')
  expect(asked.outcome).toBe('asked')
  expect(asked.text).toMatch(
    /^Let P1 Fourth meeting take votes until Fri 27 Nov .*, not Thu 26 Nov .*, and tell 25 people\?/,
  )
  expect(told()).toEqual([])
  const extended = await goAhead(here, chair, asked)
  expect(extended.text).toContain('25 people are told until when they may vote.')
  expect(told().map(({ to }) => to)).toContain(member)
  expect(told().map(({ to }) => to)).not.toContain(chair)
  expect(new Set(told().map(({ to }) => to)).size).toBe(25)
  expect(told().find(({ to }) => to === member)?.text).toMatch(
    /until Fri 27 Nov .*, by a change of INTERPOL focal point \(chair of ETCIP\); it was Thu 26 Nov .*\.\nWhy you: you are a member of ETCIP\./,
  )
  await pressUndo(here, extended, chair)
  expect(told()).toHaveLength(50)
})

test('that a poll has closed is told to those who can settle it: its opener in office, the chairs, the secretariat', async () => {
  here = await world()
  const [opener, successor] = [focal('interpol'), focal('who')]
  const told = () =>
    here.delivered.filter(({ text }) => text.includes('has closed')).map(({ to, text }) => [to, whyIn(text)])
  await here.say(
    opener,
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"26 Nov 12:00"',
  )
  await here.say(
    opener,
    '/meeting poll open "Fifth meeting" wg:ETCIP slots:"14 Dec 14:30; 15 Dec 09:00" until:"1 Dec 12:00"',
  )
  await here.say(secretariat, '/wg appoint ETCIP role:chair entity:WHO confirm:yes')
  expect((await here.say(successor, '/reminder list')).text).toContain('closes — you are a chair of ETCIP')
  await here.turn('2026-11-26T12:35:00Z')
  expect(told()).toEqual([
    [successor, expect.stringContaining('you are a chair of ETCIP; INTERPOL focal point opened')],
  ])

  await here.say(secretariat, `/directory retire person ${successor} confirm:yes`)
  await here.turn('2026-12-01T12:35:00Z')
  expect(told().slice(1)).toEqual([
    [secretariat, expect.stringContaining('Nobody leads ETCIP')],
    [secretariat, expect.stringContaining('Nobody leads ETCIP')],
  ])
  expect((await here.say(secretariat, '/meeting poll settle P2 slot:1')).text).toContain('P2 is settled')
})

function whyIn(text: string): string {
  return text.slice(text.indexOf('Why you'))
}

test('a poll says in its heading that it is closed, or settled', async () => {
  here = await world()
  const chair = focal('interpol')
  await here.say(chair, '/meeting poll open Fourth wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00"')
  const heading = async () => (await here.say(chair, '/meeting poll show P1')).answer.message.heading
  const before = await heading()
  await here.say(chair, '/meeting poll close P1')
  const closed = await heading()
  await here.say(chair, '/meeting poll settle P1 slot:1')

  expect([before, closed, await heading()]).toEqual(['Poll P1', 'Poll P1: closed', 'Poll P1: settled'])
})
