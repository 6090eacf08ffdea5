import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(focal('interpol'), '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
})
afterAll(() => here.end())

test.each([
  '/directory audit page:40',
  '/directory check kind:no-chair page:20',
  '/directory list page:40',
  '/directory lookups 40',
  '/directory vacancies page:40',
  '/library list page:40',
  '/meeting action list page:40',
  '/meeting history M1 page:40',
  '/project list page:40',
  '/recommendation list page:40',
  '/reminder list page:40',
  '/update list page:40',
  '/update mine page:40',
])('where a page is gone, “%s” says so and leads back to the first one', async (line) => {
  const reply = await here.say(secretariat, line)
  const back = await press(here, secretariat, buttonNamed(reply, 'First page'))

  expect(reply.text).toMatch(/there is no page (?:40|20)/i)
  expect(back.text).not.toMatch(/no page/)
  expect(back.outcome).toBe('done')
})

test('a list of several pages is turned on and back with what it was asked for', async () => {
  for (let at = 1; at <= 45; at++)
    await here.say(secretariat, `/library add "Item ${at}" link:https://x.example/${at} kind:training`)
  const all = await here.say(secretariat, '/library list kind:training')
  const next = await press(here, secretariat, buttonNamed(all, 'Next page'))
  const again = await press(here, secretariat, buttonNamed(next, 'Previous page'))

  expect(all.text).not.toContain('[Previous page]')
  expect(next.text).toContain('page 2')
  expect(again.text).toBe(all.text)
})

test('a page of all problems of the directory offers their kinds, of which each has pages', async () => {
  const reply = await here.say(secretariat, '/directory check page:9')
  const kind = await press(here, secretariat, buttonNamed(reply, 'Groups without a chair in office'))

  expect(reply.text).toContain('Pages are of one kind of problem')
  expect(kind.text).toContain('CJLR-CFT')
})
