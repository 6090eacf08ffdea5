import { afterEach, beforeEach, expect, test } from 'vitest'

import { fileOf } from '../../support/lines/fileOf.ts'
import { buttonLike, press, pressUndo } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'
import { giveFile, takeOver } from '../directory/giveFile.ts'

const owner = focal('cted')
const first = 'https://calendar.example.org/secret-one.ics'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

const undo = (reply: Reply, who: string) => pressUndo(here, reply, who)

async function sure(who: string, line: string): Promise<Reply> {
  const asked = await here.say(who, line)
  const yes = buttonLike(asked, /^(?:Yes, go ahead|Do it|Merge|Forget me|Retire)/)
  return asked.outcome === 'asked' && yes ? press(here, who, yes) : asked
}

const rows = async (query: string) => (await here.database.store.pool.query(query)).rows
const stored = () => rows('select address, host, set_at, read_at from busy_addresses order by person_id')
const kept = () => rows("select 1 from kept where kind = 'former-calendar'")

test('an address that took the place of another gives way to it again, in turn and not out of turn', async () => {
  const one = await here.say(owner, `/profile busy ${first}`)
  const before = await stored()
  const two = await here.say(owner, '/profile busy https://other.example.org/two.ics')
  expect((await undo(one, owner)).text).toContain(
    'changed once more since. Your calendar at other.example.org',
  )
  const back = await undo(two, owner)
  expect(back.text).toContain('calendar.example.org is read again')
  expect(await stored()).toEqual(before)
  expect((await undo(two, owner)).outcome).toBe('refused')
  expect((await undo(one, owner)).outcome).toBe('done')
  expect(await stored()).toEqual([])
})

test('“back” brings the address before, and none that was forgotten at one’s word', async () => {
  await here.say(owner, `/profile busy ${first}`)
  await here.say(owner, '/profile busy https://other.example.org/two.ics')
  expect((await here.say(owner, '/profile busy back')).outcome).toBe('done')
  expect(await stored()).toMatchObject([{ host: 'calendar.example.org' }])
  await here.say(owner, '/profile busy https://other.example.org/two.ics')
  await here.say(owner, '/profile busy none')
  expect(await kept()).toEqual([])
  expect((await here.say(owner, '/profile busy back')).text).toContain('No address from before is kept')
})

test('the undo of a retirement, and of that undo’s undo, brings the address of their calendar back', async () => {
  await here.say(owner, `/profile busy ${first}`)
  const before = await stored()
  const retired = await sure(secretariat, `/directory retire person ${owner}`)
  expect(await stored()).toEqual([])
  const undone = await undo(retired, secretariat)
  expect(undone.text).toContain('Their calendar is read again too')
  expect(await stored()).toEqual(before)
  const again = await undo(undone, secretariat)
  expect(await stored()).toEqual([])
  await undo(again, secretariat)
  expect(await stored()).toEqual(before)
  expect(await kept()).toEqual([])
})

test('the undo of a merge brings the address of the twin’s calendar back', async () => {
  await here.say(secretariat, '/directory add person "Bao Nguyen" email:bao@who.example entity:WHO')
  await here.say(owner, `/profile busy ${first}`)
  const before = await stored()
  const merged = await sure(secretariat, `/directory merge ${owner} into:bao@who.example`)
  expect(merged.outcome, merged.text).toBe('done')
  expect(await stored()).toEqual([])
  const undone = await undo(merged, secretariat)
  expect(undone.outcome, undone.text).toBe('done')
  expect(await stored()).toEqual(before)
})

test('whoever is forgotten leaves no address of before behind', async () => {
  await here.say(owner, `/profile busy ${first}`)
  await here.say(owner, '/profile busy https://other.example.org/two.ics')
  expect(await kept()).toEqual([expect.anything()])
  const gone = await sure(owner, '/profile forget')
  expect(gone.outcome, gone.text).toBe('done')
  expect(await kept()).toEqual([])
})

test('an import that is taken back keeps the address of the calendar of whom it brought, for the mended file', async () => {
  const list = 'Name,E-mail,Organisation\nAna Nandu,ana@who.example,WHO\n'
  const taken = await takeOver(here, await giveFile(here, 'contacts.csv', list))
  await here.say('ana@who.example', `/profile busy ${first}`)
  const before = await stored()
  expect(before).toHaveLength(1)
  const undone = await undo(taken, secretariat)
  expect(undone.outcome, undone.text).toBe('done')
  expect(await stored()).toEqual([])
  const mended = await takeOver(here, await giveFile(here, 'contacts.csv', list.replace('WHO', 'UNDP')))
  expect(mended.outcome, mended.text).toBe('done')
  expect(await stored()).toEqual(before)
  await undo(mended, secretariat)
  expect(await stored()).toEqual([])
})

test('an address that is kept for a while stands in one’s own data by its host and its last day, until it is forgotten', async () => {
  const held = async () => JSON.parse(fileOf(await here.say(owner, '/profile export')).text).formerCalendars
  await here.say(owner, `/profile busy ${first}`)
  expect(await held()).toEqual([])
  await here.say(owner, '/profile busy https://other.example.org/two.ics')

  expect(await held()).toMatchObject([
    { host: 'calendar.example.org', keptUntil: '2026-12-23T09:00:00.000Z' },
  ])
  expect(JSON.stringify(await held())).not.toContain('secret-one')
  await here.turn('2026-12-23T09:01:00Z')
  expect(await held()).toEqual([])
})
