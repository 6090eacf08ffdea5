import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, '/wg leave ETCIP entity:CTED confirm:yes')
  await here.say(secretariat, '/wg leave ETCIP entity:WHO on:"10 Dec 2026" confirm:yes')
  await here.say(secretariat, '/directory add person "Una Bell" email:una@un.example entity:UNODC')
  await here.press(
    secretariat,
    'directory retire person',
    { person: 'una@un.example', on: '2026-12-05' },
    true,
  )
})
afterAll(() => here.end())

async function left(days: string) {
  return (await here.say(secretariat, `/directory list left:"${days}"`)).text.split('\n')
}

test('what is only to end is not said to have ended', async () => {
  expect(await left('November 2026')).toEqual([
    '1 role or record ended within November 2026.',
    '- CTED, member of ETCIP, until 22 Nov 2026',
  ])
  expect((await left('December 2026'))[0]).toMatch(/^(1 role or record ends|2 roles and records end) within/)
  expect((await left('2026'))[0]).toMatch(
    /^1 role or record ended within 2026, and [12] more (is|are) to end\.$/,
  )
  expect((await left('2026')).join()).not.toContain('Una Bell (UNODC) left')
})
