import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { monday } from '../../support/lines/inFreshWorld.ts'
import { focal, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
})
afterAll(() => here.end())

async function said(line: string): Promise<string> {
  return (await here.say(unodc, line)).text
}

describe('languages are kept by their names in English', () => {
  test.each([
    ['français, FR', 'French'],
    ['русский, Español, kiswahili', 'Russian; Spanish; Swahili'],
    ['kurdish, fluent French, Tamazight', 'Kurdish; fluent French; Tamazight'],
  ])('%s', async (typed, kept) => {
    expect(await said(`/profile language ${typed}`)).toContain(`Languages: ${kept}\n`)
  })

  test('what is the name of none is asked about', async () => {
    expect(await said('/profile language French, klingon')).toMatch(
      /^I know no language called “klingon”\. Nothing has been changed yet\.\n\[Note it all the same\]/,
    )
    expect(await said('/profile language French, klingon confirm:yes')).toContain('French; klingon')
  })
})

test.each([
  ['/profile tz geneva', 'Europe/Zurich'],
  ['/profile timezone=nairobi', 'Africa/Nairobi'],
])('%s sets the time zone', async (line, zone) => {
  expect(await said(line)).toContain(`Your time zone is ${zone} now`)
})

test('an absence within another is none more, and whoever is back keeps those ahead', async () => {
  expect(await said('/profile away "20 Dec - 5 Jan"')).toContain('(A1)')
  expect(await said('/profile away all week')).toContain('(A2)')
  const within = await said("I'm away tomorrow")
  expect(within).toMatch(/^You are away 23 Nov – 29 Nov 2026 already \(A2\), and 24 Nov 2026 lies within/)
  expect(within).toContain('[Take A2 back]')
  expect(await said('/profile back')).toMatch(/^You are not away 23 Nov – 29 Nov 2026 any more/)
  expect(await said("I'm back")).toMatch(/^You are away:\n- A1 20 Dec 2026/)
})
