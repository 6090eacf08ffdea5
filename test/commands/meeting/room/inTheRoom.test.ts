import { expect, test } from 'vitest'
import { answered } from '../../../support/lines/answered.ts'
import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { pressUndo } from '../../../support/lines/pressed.ts'
import { focal } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]

test('a meeting is run in plain words, from its agenda to what follows from it', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"23 Nov 11:00" confirm:yes')
    await answered(here, [
      [chair, 'add Budget to the agenda of M1', '1. Budget'],
      [chair, 'put "Drones, 20 min" on the agenda of M1', '2. Drones (20 min)'],
      [chair, 'add an item to M1: Work plan', '3. Work plan'],
      [chair, 'remove item 2 from the agenda of M1', 'Drones'],
    ])
    await here.turn('2026-11-23T10:00:00Z')
    await answered(here, [
      [chair, 'begin the meeting', 'Started M1 Plenary'],
      [member, 'I have a question', 'CTED asks for the floor'],
      [chair, 'who wants to speak?', 'CTED'],
      [chair, 'next speaker', 'has the floor'],
      [member, 'note: CTED shares its study', 'CTED shares its study'],
      [chair, 'go to item 2', '2. Work plan'],
      [chair, 'decision: the plan goes to all members', 'Proposed (R1)'],
      [chair, 'reject R1', 'R1'],
      [chair, 'decided: the plan waits', 'Proposed (R2)'],
      [chair, 'adopted', 'R2'],
      [
        chair,
        'action item for CTED: send the study by 4 December',
        'A1 send the study (CTED, due 4 Dec 2026)',
      ],
      [chair, 'todo: book the room', 'A2'],
      [chair, 'adjourn', 'Ended M1 Plenary'],
    ])
    await here.turn('2026-11-23T11:30:00Z')
    await answered(here, [
      [chair, 'outcome of M1: agreed on the work plan', 'agreed on the work plan'],
      [member, 'minutes', 'Plenary'],
      [member, 'who attended M1?', 'Attended'],
    ])
  })
})

test('an action is done, given away and put off by its number, and its owner stays where only the day is another', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"23 Nov 11:00" confirm:yes')
    await here.say(chair, '/meeting action add M1 "Send the study" owner:CTED due:"4 Dec"')
    await answered(here, [
      [chair, 'extend A1 to 15 December', 'Changed: A1 Send the study (CTED, due 15 Dec 2026)'],
      [chair, 'give A1 to WHO', 'Handed over: A1 Send the study (WHO, due 15 Dec 2026)'],
      [chair, 'who has to do what', 'A1 Send the study (WHO'],
      [focal('who'), 'my action items', 'A1 Send the study'],
      [focal('who'), 'A1 is done', 'Done: A1'],
      [chair, 'reopen A1', 'A1'],
    ])
    const later = await here.say(chair, 'A1 due 20 December')
    expect(later.text).toContain('due 20 Dec 2026')
    expect(later.text).toContain('[Undo: as before]')
    await pressUndo(here, later, chair)
    expect((await here.say(chair, 'open actions')).text).toContain('WHO, due 15 Dec 2026')
  })
})

test('whoever comes late, joins online or is away says so in a sentence', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"4 Dec 11:00" confirm:yes')
    await answered(here, [
      [member, "I'll be late to M1", 'You said yes to M1 Plenary'],
      [member, "I'll join M1 online", 'You said yes to M1 Plenary'],
      [chair, 'invite IOM as a guest to M1', 'IOM'],
      [member, 'on leave 7-11 December', 'You are away 7 Dec – 11 Dec 2026'],
      [member, 'who replaces me?', '7 Dec – 11 Dec 2026'],
      [member, 'cancel my absence', 'You are not away 7 Dec – 11 Dec 2026 any more'],
      [member, 'my working hours are 8:30-17:00', '08:30-17:00'],
      [member, 'my timezone is Nairobi', 'Africa/Nairobi'],
    ])
  })
})
