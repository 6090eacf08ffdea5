import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const [who, other] = [focal('cted'), focal('unodc')]

test('“next” and “more” turn the page of the list that was the last answer to somebody there', async () => {
  await here.say(who, '/directory list')
  const second = await here.say(who, 'next')
  const third = await here.say(who, 'More.')
  expect(second.text).toContain('page 2 of 3')
  expect(third.text).toContain('page 3 of 3')
  for (const word of ['next', 'more'])
    expect((await here.say(who, word)).text).toContain('That was the last page.')

  await here.say(who, '/directory vacancies')
  expect((await here.say(who, '/next page')).text).toContain('page 2')
})

test('neither for another person, nor elsewhere, nor after another answer, nor much later', async () => {
  const elsewhere = { place: { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false } }
  await here.say(who, '/directory list')
  expect((await here.say(other, 'next')).text).not.toContain('page 2')
  expect((await here.say(who, 'next', elsewhere)).text).not.toContain('page 2')
  await here.say(who, '/profile show')
  expect((await here.say(who, 'next')).text).not.toContain('page 2')
  await here.say(who, '/directory list')
  await here.turn('2026-11-21T13:00:00Z')
  expect((await here.say(who, 'next')).text).not.toContain('page 2')
})
