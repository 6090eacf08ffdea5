import { afterAll, beforeAll, expect, test } from 'vitest'
import { saysVotes } from '../../../../src/core/language/choice/votesSaid.ts'
import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, type World, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('unodc')]

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(
    chair,
    '/meeting poll open Drones wg:ETCIP slots:"15 Dec 10:00, 16 Dec 10:00, 17 Dec 10:00" confirm:yes',
  )
})
afterAll(() => here.end())

test.each([
  ['2 and 3 work, 1 doesn’t', '1 no, 2 yes, 3 yes'],
  ['any day but Wednesday', '1 yes, 2 no, 3 yes'],
  ['all three', '1 yes, 2 yes, 3 yes'],
  ['Tuesday works', '1 yes, 2 no, 3 no'],
  ['2 and 3', '1 no, 2 yes, 3 yes'],
  ['only the first works for us', '1 yes, 2 no, 3 no'],
  ['none of them work', '1 no, 2 no, 3 no'],
  ['Tuesday or Thursday, not Wednesday', '1 yes, 2 no, 3 yes'],
  ['first or last', '1 yes, 2 no, 3 yes'],
  ['all but 3', '1 yes, 2 yes, 3 no'],
  ['15 Dec works', '1 yes, 2 no, 3 no'],
  ['2, 3 work', '1 no, 2 yes, 3 yes'],
  ['2, 3 don’t work', '2 no, 3 no'],
  ['the 16th suits us best', '2 yes\\.'],
  ['I prefer Tuesday', '1 yes\\.'],
])('a poll is answered without buttons: %s', async (typed, votes) => {
  expect((await here.say(member, typed)).text).toMatch(
    new RegExp(`^You(?:r vote in P1 Drones: (?:${votes})| have voted like that)`),
  )
})

test('a time that the poll does not have is not dropped, and what is no vote is none', async () => {
  expect((await here.say(member, 'Tuesday and Friday work')).text).toContain(
    '“Friday” is not a time of this poll',
  )
  expect((await here.say(member, 'all four')).text).toContain('“all four” is not a time of this poll')
  for (const text of [
    'The new system works for us',
    '44 not 40',
    'yes to 2 and 3',
    'Tuesday',
    '2',
    'both work for me',
  ])
    expect(saysVotes(text), text).toBe(false)
})

test('a question on a series is answered by which of its meetings are meant', async () => {
  await here.say(
    chair,
    '/meeting schedule Weekly wg:ETCIP start:"7 Jan 2027 14:00" repeat:weekly until:"31 Jan 2027" confirm:yes',
  )
  await here.say(chair, '/meeting cancel M2')
  expect((await here.say(chair, 'just this one')).text).toMatch(/^Cancel the meeting M2 Weekly/)
  await here.say(chair, '/meeting cancel M2')
  expect((await here.say(chair, 'the whole series')).text).toMatch(/^Cancel 3 meetings of Weekly/)
  expect((await here.say(member, 'yes')).text).toContain('Which meeting?')
  expect((await here.say(member, 'all four')).text).toContain('One is taken at a time; nothing was done yet.')
})
