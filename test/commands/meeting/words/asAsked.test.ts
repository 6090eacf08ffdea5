import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat } from '../../../support/world.ts'

const chair = focal('interpol')
const scheduled = '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes'
const opened =
  '/meeting poll open Which wg:ETCIP slots:"15 Dec 10:00, 16 Dec 10:00, 17 Dec 10:00" until:"1 Dec" confirm:yes'

test.each([
  ['vote first', '1 yes, 2 no, 3 no'],
  ['vote the second one', '1 no, 2 yes, 3 no'],
  ['vote 1st and last', '1 yes, 2 no, 3 yes'],
  ['vote option 2', '1 no, 2 yes, 3 no'],
  ['vote all of them', '1 yes, 2 yes, 3 yes'],
  ['vote neither', '1 no, 2 no, 3 no'],
  ['vote third if needed', '1 no, 2 no, 3 if needed'],
  ['vote both', undefined],
])('“%s” is a vote by the place of the times in the list: %s', async (line, votes) => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, opened)
    const reply = await here.say(focal('cted'), line)
    expect(reply.text).toContain(votes ?? '“both” is not a time of this poll')
  })
})

test('a chair lets people vote longer, in whatever words, and takes it back', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, opened)
    expect((await here.say(chair, 'extend the poll')).text).toContain('still needs: until')
    const longer = await here.say(chair, 'extend the poll by 2 days')
    expect(longer.text).toContain('takes votes until Thu 3 Dec 2026, 23:59')
    expect((await here.say(chair, 'keep P1 open until 5 Dec 17:00')).text).toContain('Sat 5 Dec 2026, 17:00')
    const back = await press(here, chair, buttonNamed(longer, 'Undo: as before'))
    expect(back.text).toContain('changed once more since')
    expect((await here.say(chair, 'extend P1 to 20 Dec')).text).toContain('after the first of the times')
    expect((await here.say(focal('cted'), 'extend P1 to 6 Dec')).text).toContain('Only the chairs')
    await here.say(chair, '/meeting poll close P1')
    expect((await here.say(chair, 'extend P1 to 6 Dec')).text).toContain('it was closed')
    expect((await here.say(focal('cted'), 'vote 1')).outcome).toBe('done')
  })
})

test('an action is put off by a length beside the day that it has', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    await here.say(chair, '/meeting action add M1 what:"Send the study" owner:CTED due:"10 Dec"')
    await here.say(chair, '/meeting action add M1 what:"Book a room" owner:CTED')
    for (const [line, due] of [
      ['extend A1 by a week', '17 Dec'],
      ['A1 2 days later', '19 Dec'],
      ['give me another week for A1', '26 Dec'],
      ['push A1 back 1 day', '27 Dec'],
    ] as const)
      expect((await here.say(focal('cted'), line)).text, line).toContain(`due ${due} 2026`)
    expect((await here.say(chair, 'extend A2 by a week')).text).toContain('has no due day yet')
  })
})

test('while a meeting goes on its words are understood, and the card says who is present', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(secretariat, scheduled)
    expect((await here.say(chair, 'who is here')).text).toContain(
      'No meeting that you belong to is under way',
    )
    await here.turn('2026-12-10T20:01:00Z')
    await here.say(chair, 'start M1')
    await here.say(focal('cted'), 'I am here')
    expect((await here.say(focal('unodc'), "who's here?")).text).toMatch(/Present: .*CTED/)
    expect((await here.say(focal('unodc'), 'quorum')).text).toContain('M1 Plenary')
    await here.say(focal('unodc'), 'raise my hand')
    await here.say(focal('cted'), 'raise my hand')
    expect((await here.say(focal('cted'), 'CTED has the floor')).text).toContain('Only the chairs')
    const floor = await here.say(chair, 'give the floor to CTED')
    expect(floor.text).toContain('CTED (CTED focal point) has the floor. Hands raised: UNODC.')
    expect((await here.say(chair, 'give WHO the floor')).text).toContain('WHO has the floor')
    expect((await here.say(chair, 'propose: adopt the plan')).text).toContain('Proposed (R1): adopt the plan')
    expect((await here.say(chair, 'I propose that we meet in May')).text).toContain('(R2): we meet in May')
    expect((await here.say(chair, 'agreed: share the data')).text).toContain('share the data')
    const added = await here.say(chair, 'add to the agenda of M1: Drones')
    expect(added.text).toContain('Drones')
    expect((await here.say(chair, 'ok, next')).text).toContain('Now: 1. Drones')
    expect((await here.say(chair, 'end')).text).toContain('Ended M1 Plenary')
    expect((await here.say(chair, 'resume M1')).text).toContain('M1 Plenary')
  })
})

test.each([
  ['oui, je viens', 'You said yes'],
  ['yes, I will come', 'You said yes'],
  ["Yes I'm coming!", 'You said yes'],
  ["no, I can't make it", 'You said no'],
  ['sí, asistiré', 'You said yes'],
  ['да, буду', 'You said yes'],
  ['non, je ne peux pas venir', 'You said no'],
  ["yes, I can't come", 'did not understand'],
])('“%s” answers the invitation that waits: %s', async (line, wanted) => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    expect((await here.say(focal('cted'), line)).text).toMatch(new RegExp(wanted))
  })
})

test('whoever is invited may be named by address or by name, and everybody is invited already', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    for (const typed of ['john@x.org', 'John Smith <john@x.org>'])
      expect((await here.say(chair, `invite ${typed} to M1`)).text).toContain('No outgoing mail is set up')
    await here.say(secretariat, '/directory add person "Ana Ruiz" email:ana@fatf.example entity:FATF')
    expect((await here.say(chair, 'invite Ana Ruiz to M1')).text).toContain('Guests of M1 Plenary: Ana Ruiz.')
    expect((await here.say(chair, 'invite Nobody Here to M1')).text).toContain(
      'no entity called “Nobody Here”',
    )
    expect((await here.say(chair, 'invite everyone to M1')).text).toContain('Who comes to M1 Plenary')
  })
})

test('a series is scheduled with “repeat” before its rhythm and no colon', async () => {
  await inFreshWorld(monday, async (here) => {
    const line = '/meeting schedule ETCIP call 4 December 10:00'
    for (const rhythm of ['repeat monthly', 'repeating every month', 'and repeat it monthly'])
      expect((await here.say(chair, `${line} ${rhythm} until June`)).text, rhythm).toMatch(/7 meetings/)
  })
})
