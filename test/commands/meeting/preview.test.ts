import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

function buttonsOf({ answer }: Reply): readonly Button[] {
  return answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

async function press(reply: Reply, label: string, who = chair): Promise<Reply> {
  const found = buttonsOf(reply).find((one) => one.label === label)
  if (!found) throw new Error(`no button ${label}: ${reply.text}`)
  return here.press(who, found.command, found.values, found.confirmed)
}

async function meetings(): Promise<number> {
  const { rows } = await here.database.store.pool.query('select count(*)::int as n from meetings')
  return rows[0].n
}

describe('before many people are written to', () => {
  test('the meeting is shown with whom, when in their hours and its clashes, and one press sends it', async () => {
    await here.say(chair, '/meeting schedule Older wg:ETCIP start:"10 Dec 14:00" confirm:yes')
    here.delivered.length = 0
    const asked = await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30-16:00"')

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('invite 26 people?')
    expect(asked.text).toContain('Members: 1267 Monitoring Team')
    expect(asked.text).toContain('Thu 10 Dec 2026, 08:30: ')
    expect(asked.text).toContain('America/New_York')
    expect(asked.text).toContain('Sent now, it reaches 14 people in the night: 1267')
    expect(asked.text).toContain('Clashes with')
    expect(here.delivered).toEqual([])
    expect(await meetings()).toBe(1)

    const sent = await press(asked, 'Send the invitations')
    expect(sent.text).toContain('Scheduled M2: Q4 (ETCIP), Thu 10 Dec 2026, 14:30 (Europe/Paris)')
    expect(sent.text).toContain('1 h 30 min')
    expect(here.delivered.length).toBeGreaterThan(20)
  })

  test('the button means the moment that was shown, however the words would be read later', async () => {
    const asked = await here.say(chair, '/meeting schedule Soon wg:ETCIP start:"in two hours"')
    await here.turn('2026-11-23T09:30:00Z')

    expect((await press(asked, 'Send the invitations')).text).toContain('12:00 (Europe/Paris)')
  })

  test('confirm:yes answers in advance', async () => {
    const sent = await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    expect(sent.text).toContain('26 people are invited')
  })

  test.each([
    ['13 Dec 03:00', '03:00 (Europe/Paris) is in the night'],
    ['12 Dec 14:30', 'Sat 12 Dec 2026 is a Saturday'],
    ['Sun 6 Dec 22:00', 'Sun 6 Dec 2026 is a Sunday, and 22:00 (Europe/Paris) is in the night'],
  ])('a time such as %s is warned of', async (start, warning) => {
    const asked = await here.say(chair, `/meeting schedule Odd wg:ETCIP start:"${start}"`)
    expect(asked.text).toContain(warning)
  })

  test('a move asks too, as does its undo, which brings all back to the letter, the answers with it', async () => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    await here.say(focal('who'), '/meeting rsvp M1 yes')
    here.delivered.length = 0
    const asked = await here.say(chair, '/meeting move M1 start:"17 Dec 9am"')
    expect(asked.outcome).toBe('asked')
    expect(here.delivered).toEqual([])
    const moved = await press(asked, 'Do it and tell them')
    const shown = await here.say(chair, '/meeting show M1')

    expect(moved.text).toContain('1 answer was for the former time; everybody is asked again.')
    expect(shown.text).toContain('Yes: nobody')
    expect(shown.text).toContain('Said for the former time: WHO (yes)')
    expect(here.delivered.find(({ to }) => to === focal('who'))?.text).toContain('for the former time')

    const undone = await press(moved, 'Undo: move it back')
    expect(undone.text).toContain('and tell 26 people?')
    await press(undone, 'Do it and tell them')
    const back = await here.say(chair, '/meeting show M1')
    expect(back.text).toContain('Thu 10 Dec 2026, 14:30 (Europe/Paris), 1 h')
    expect(back.text).toContain('Yes: WHO')
    expect(back.text).not.toContain('former time')
  })

  test('a settled poll asks too, and the press settles the slot that was shown though votes came since', async () => {
    await here.say(chair, '/meeting poll open Q4 wg:ETCIP slots:"10 Dec 14:30; 11 Dec 14:30" confirm:yes')
    await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
    here.delivered.length = 0
    const asked = await here.say(chair, '/meeting poll settle P1')
    await here.say(focal('who'), '/meeting poll vote P1 slots:2')
    await here.say(focal('undp'), '/meeting poll vote P1 slots:2')

    expect(asked.text).toContain('invite 26 people to Q4 (ETCIP)?')
    expect(await meetings()).toBe(0)
    expect((await press(asked, 'Send the invitations')).text).toContain(
      'P1 is settled: M1 Q4 (ETCIP), Thu 10 Dec',
    )
    expect(here.delivered.length).toBeGreaterThan(20)
  })

  test('cancelling and restoring write to everybody once, and the undo shows them first', async () => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    const cancelled = await here.say(chair, '/meeting cancel M1 confirm:yes')
    const asked = await press(cancelled, 'Undo: restore it')
    expect(asked.text).toContain('Restore M1 Q4, Thu 10 Dec 2026, 14:30 (Europe/Paris), and tell 26 people?')
    const restored = await press(asked, 'Restore it and tell them')

    expect(restored.text).toContain('Restored M1 Q4')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    expect((await here.say(chair, '/meeting restore M1')).outcome).toBe('asked')
  })
})

describe('a meeting that is planned already', () => {
  beforeEach(async () => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" place:"Room 4" confirm:yes')
    here.delivered.length = 0
  })

  test('keeps its start and the answers when it only gets longer, and everybody reads what changed', async () => {
    await here.say(focal('who'), '/meeting rsvp M1 yes')
    const changed = await here.say(chair, '/meeting move M1 duration:2h confirm:yes')

    expect(changed.text).toContain(
      'Changed: Q4, Thu 10 Dec 2026, 14:30 (Europe/Paris): length now 2 h (was 1 h). 26 people are told.',
    )
    expect(here.delivered.find(({ to }) => to === focal('cted'))?.text).toContain('length now 2 h (was 1 h)')
    expect((await here.say(chair, '/meeting show M1')).text).toContain('Yes: WHO')
  })

  test('gets another title, place and link, and the undo brings back the old ones', async () => {
    const changed = await here.say(
      chair,
      '/meeting edit M1 title:"Fourth" place:"Room 5" link:meet.example/x confirm:yes',
    )
    expect(changed.text).toContain('title now Fourth (was Q4); place now Room 5 (was Room 4)')
    const emptied = await here.say(chair, '/meeting edit M1 link:none confirm:yes')
    expect(emptied.text).toContain('link now none (was https://meet.example/x)')
    for (const one of [emptied, changed])
      await press(await press(one, 'Undo: change it back'), 'Do it and tell them')
    const shown = await here.say(chair, '/meeting show M1')

    expect(shown.text).toContain('M1 Q4 (ETCIP)')
    expect(shown.text).toContain('Place: Room 4')
    expect(shown.text).not.toContain('meet.example')
  })

  test.each([
    ['/meeting move M1', 'Say what to change'],
    ['/meeting move M1 start:"10 Dec 14:30" place:"Room 4"', 'planned exactly like that'],
    ['/meeting edit M1 link:javascript:alert(1)', 'is not a web address'],
  ])('%s changes nothing', async (line, why) => {
    const reply = await here.say(chair, line)
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect(here.delivered).toEqual([])
  })
})

describe('a meeting that took place before anybody entered it', () => {
  test('is recorded at one press, writes to nobody, and its outcome reaches the newsletter', async () => {
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    here.delivered.length = 0
    const asked = await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"19 Nov 10:00"')
    expect(asked.text).toContain('that moment has passed. Has it taken place')
    expect(await meetings()).toBe(0)
    const recorded = await press(asked, 'Record it as held')
    expect(recorded.text).toContain('Recorded M1: Q4 (ETCIP), Thu 19 Nov 2026, 10:00 (Europe/Paris), as held')
    const held = await here.say(chair, '/meeting hold M1 summary:"discussed drones" attended:OPCW')

    expect(held.text).toContain('Held: M1 Q4')
    expect(here.delivered).toEqual([])
    expect((await here.say(secretariat, '/newsletter draft')).text).toContain('discussed drones')
  })

  test('is taken off the record again', async () => {
    const recorded = await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"19 Nov 10:00" held:yes')
    await press(recorded, 'Undo: take it off')

    expect((await here.say(chair, '/meeting show M1')).text).toContain('taken off the record')
    expect(here.delivered).toEqual([])
  })

  test('cannot lie ahead', async () => {
    const reply = await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" held:yes')
    expect(reply.text).toContain('A meeting ahead cannot have been held')
    expect(await meetings()).toBe(0)
  })
})
