import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal } from '../../../support/world.ts'

const chair = focal('interpol')
const scheduled = '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" duration:90m confirm:yes'

test.each([
  ['extend M1 by 30 minutes', '2 h'],
  ['extend M1 until 17:00', '2 h'],
  ['extend M1 to 2 hours', '2 h'],
  ['make M1 longer by half an hour', '2 h'],
  ['make M1 half an hour longer', '2 h'],
  ['make M1 2 hours', '2 h'],
  ['prolong M1 of 30 minutes', undefined],
  ['shorten M1 by 15 minutes', '1 h 15 min'],
  ['shorten M1 to 1 hour', '1 h'],
  ['M1 ends at 16:00', '1 h'],
  ['/meeting edit M1 duration:+30m', '2 h'],
  ['/meeting move M1 duration:"15 minutes less"', '1 h 15 min'],
])('“%s” says how long the meeting takes, beside how long it took before: %s', async (line, length) => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    const asked = await here.say(chair, line)

    if (length === undefined) expect(asked.text).toContain('as a duration')
    else expect(asked.text).toContain(`length now ${length} (was 1 h 30 min)`)
  })
})

test('a call with two groups is scheduled for both, and whoever is invited reads who is coming', async () => {
  await inFreshWorld(monday, async (here) => {
    const asked = await here.say(focal('unoct'), 'schedule a call with ETCIP and PCVE on Thursday 3pm')
    expect(asked.text).not.toContain('cannot read')
    await here.say(chair, scheduled)
    const reply = await here.say(focal('cted'), 'who is coming to M1?')

    expect(reply.outcome).toBe('done')
    expect(reply.text).toContain('No answer yet')
  })
})

test('whoever may not is told so before they are asked for the rest, and whoever may is offered their own entity', async () => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(focal('who'), '/wg join ETCIP')).text).toContain('Only the chairs of ETCIP')
    expect((await here.say(chair, '/wg join ETCIP')).text).toContain('[INTERPOL]')
    expect((await here.say(focal('who'), '/meeting schedule Call wg:ETCIP')).text).toContain(
      'Only the chairs of ETCIP',
    )
  })
})

test('a meeting that is moved and ends at an hour ends there by its new beginning', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    const moved = await here.say(chair, '/meeting move M1 start:"16:00" duration:"until 17:00"')

    expect(moved.text).toContain('to Thu 10 Dec 2026, 16:00')
    expect(moved.text).toContain('length now 1 h (was 1 h 30 min)')
    expect((await here.say(chair, 'extend the meeting by 30 minutes')).text).toContain('[M1 Plenary]')
  })
})

test('a day of several words after its option is one day', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    const added = await here.say(chair, '/meeting action add M1 "Draft" due:"first Monday of the month"')

    expect(added.text).toContain('A1 Draft (nobody yet, due 7 Dec 2026)')
    expect(
      (await here.say(chair, '/reminder add Call at:"on the 2nd Tuesday of each month at 10:00"')).text,
    ).toContain('Tue 8 Dec 2026, 10:00')
  })
})
