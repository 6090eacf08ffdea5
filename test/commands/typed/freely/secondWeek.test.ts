import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 14:30" duration:2h confirm:yes')
  await here.say(chair, '/meeting action add "Draft the note" owner:CTED due:"15 Dec" meeting:M1')
})
afterAll(() => here.end())

/** In this order: what is said of `it` or of A1 goes on with the line before. */
const said: readonly (readonly [line: string, answer: string])[] = [
  ['A1 is done', 'Done: A1'],
  ["A1 isn't done after all", 'Open again: A1'],
  ['need more time for A1', 'Until when? A1 is due on 15 Dec 2026; say “A1 by 20 December”.'],
  ['option 1', 'due 22 Dec 2026'],
  ['A1 till 30 dec', 'due 30 Dec 2026'],
  ["can't do A1, give it to UNODC", 'Handed over: A1 Draft the note (UNODC'],
  ['what does cted have to do', '1 open action of your groups'],
  ['who has what to do', '1 open action of your groups'],
  ['what do i owe', 'No open actions of yours'],
  ['is IOM in ETCIP', 'ETCIP, Working Group'],
  ['who else is in ETCIP', 'ETCIP, Working Group'],
  ['agenda for the plenary', 'Agenda of M1 Plenary'],
  ['put drones on it', 'Put on the agenda of M1 Plenary: drones.'],
  ['rename it drones and ships', ': drones and ships, was drones.'],
  ['put ports on the agenda of M1', '2. ports'],
  ['ports first', 'Did you mean M1'],
  ['yes', '1. ports'],
  ['/meeting agenda order M1 ports last', '1. drones and ships'],
  ['send it round', 'Agenda of M1 Plenary'],
  ['/meeting agenda remove M1 ports', 'Taken off'],
  ['meeting next week', 'No meetings from 30 Nov 2026 to 6 Dec 2026.'],
  ['/meeting december', 'M1 Thu 10 Dec 2026'],
  ['make IOM a member of ETCIP instead', 'IOM is a member of ETCIP'],
  ['add IOM to etcip', 'IOM is a member of ETCIP already'],
  ['take IOM out of ETCIP again', 'End the seat of IOM in ETCIP?'],
  ['ill miss the plenary', 'You said no to M1 Plenary'],
  ["I'll have to miss the plenary", '[/meeting rsvp M1]'],
  ['sorry, I have to skip the plenary because I am in Nairobi', 'no to M1'],
  ["i'm out on 2 Dec", 'You are away 2 Dec 2026'],
  ['extend my leave', 'You are away 2 Dec 2026. Until which day instead?'],
  ['extend my leave to 5 dec', 'You are away 2 Dec – 5 Dec 2026 now (A1); it was 2 Dec 2026.'],
  ['undo', 'Undo: until 2 Dec 2026'],
  ['yes', 'You are away 2 Dec 2026 now (A1); it was 2 Dec – 5 Dec 2026.'],
  ['my leave ends on 4 dec', 'You are away 2 Dec – 4 Dec 2026 now (A1)'],
  ['delete my leave', 'You are not away 2 Dec – 4 Dec 2026 any more.'],
  ['OOO 14-18 Dec', 'You are away 14 Dec – 18 Dec 2026'],
  ['when am i away', 'You are away:'],
  ['im back on the 16th', 'Take A2 back'],
  ['no longer away on 15 Dec', 'Take A2 back'],
  ['not away after all', 'You are not away 14 Dec – 18 Dec 2026 any more.'],
  ['who is away in december', 'Nobody is noted as away, December 2026.'],
]

test('what a chair types in the second week does what it says', async () => {
  for (const [line, answer] of said) {
    const { text } = await here.say(chair, line)
    expect([line, text]).toEqual([line, expect.stringContaining(answer)])
  }
})

test.each([
  'UNODC is back on the agenda of donors',
  'The drones item was discussed for 10 minutes in Vienna',
  'Away from the headlines, UNODC trained 30 judges',
  'It should be said that 25 minutes were lost',
])('“%s” tells something and changes nothing', async (line) => {
  expect((await here.say(chair, line)).outcome).not.toBe('done')
})
