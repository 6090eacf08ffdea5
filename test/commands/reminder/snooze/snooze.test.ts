import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

function heard(by: string): string[] {
  return here.delivered.filter((one) => one.to === by).map((one) => one.text.split('\n')[0] ?? '')
}

describe('snoozing', () => {
  test('says one firing again later and leaves the next one alone', async () => {
    here = await world()
    await here.say(who, '/reminder add "Report" at:"tomorrow 09:00" repeat:daily')
    await here.turn('2026-11-22T08:00:00Z')
    const snoozed = await here.say(who, '/reminder snooze R1 until:1h')
    expect(snoozed.text).toContain('10:00')
    await here.turn('2026-11-22T08:59:00Z')
    expect(heard(who)).toHaveLength(1)
    await here.turn('2026-11-22T09:00:00Z')
    await here.turn('2026-11-22T09:30:00Z')
    expect(heard(who)).toEqual([expect.stringContaining('Report'), 'Again, as you asked: Report'])
    await here.turn('2026-11-23T08:00:00Z')

    expect(heard(who)).toHaveLength(3)
  })

  test('takes how long from after the number', async () => {
    here = await world()
    await here.say(who, '/reminder add "Report" at:"tomorrow 09:00"')
    await here.turn('2026-11-22T08:00:00Z')
    for (const line of ['R1 1h', 'R1 for 1 hour', 'R1 until 10:00', '#R1 1h'])
      expect((await here.say(who, `/reminder snooze ${line}`)).text, line).toContain('22 Nov 2026, 10:00')
    expect((await here.say(who, '/reminder snooze R1 until tomorrow morning')).text).toContain(
      '23 Nov 2026, 09:00',
    )
  })

  test('without a number means the last one heard, and can be let be', async () => {
    here = await world()
    await here.say(who, '/reminder add "Tea" at:"tomorrow 09:00"')
    await here.turn('2026-11-22T08:00:00Z')
    const snoozed = await here.say(who, '/reminder snooze until:"tomorrow morning"')
    expect(snoozed.text).toContain('Mon 23 Nov 2026, 09:00')
    expect((await here.say(who, '/reminder list')).text).toContain('Z1 Tea')
    await here.say(who, '/reminder unsnooze Z1')
    await here.turn('2026-11-23T08:00:00Z')

    expect(heard(who)).toHaveLength(1)
  })

  test('of a meeting’s reminder comes before the meeting, and not where it was cancelled or moved into the past', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-12T14:30Z')
    await here.turn('2026-12-05T14:30:00Z')
    here.delivered.length = 0
    expect((await here.say(who, '/reminder snooze M1 until:before')).text).toContain('Sat 12 Dec 2026, 15:15')
    expect((await here.say(who, '/reminder snooze M1 until:"13 Dec 10:00"')).text).toContain(
      'will have begun',
    )
    await here.say(who, '/reminder snooze M1 until:"6 Dec 10:00"')
    await here.say(secretariat, '/meeting cancel M1 confirm:yes')
    here.delivered.length = 0
    await here.turn('2026-12-06T09:00:00Z')

    expect(heard(who)).toEqual([])
  })

  test('of a meeting’s reminder ends when its reader declines, and holds again once they come after all', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-12T14:30Z')
    await here.turn('2026-12-05T14:30:00Z')
    here.delivered.length = 0
    await here.say(who, '/reminder snooze M1 until:2h')
    await here.say(who, '/meeting rsvp M1 no')
    expect((await here.say(who, '/reminder list')).text).not.toContain('Z1')
    expect((await here.say(who, '/reminder snooze M1 until:2h')).text).toContain(
      'nothing left to remind you of',
    )
    await here.say(who, '/meeting rsvp M1 yes')
    expect((await here.say(who, '/reminder list')).text).toContain('Z1')
    await here.say(who, '/meeting rsvp M1 no')
    await here.turn('2026-12-05T17:00:00Z')

    expect(heard(who)).toEqual([])
  })

  test('of a cancelled reminder is neither promised nor listed', async () => {
    here = await world()
    await here.say(who, '/reminder add "Report" at:"tomorrow 09:00" repeat:daily')
    await here.turn('2026-11-22T08:00:00Z')
    await here.say(who, '/reminder snooze R1 until:tomorrow')
    await here.say(who, '/reminder cancel R1')
    expect((await here.say(who, '/reminder list')).text).toContain('no reminders ahead')

    expect((await here.say(who, '/reminder snooze R1 until:1h')).text).toContain(
      'nothing left to remind you of',
    )
  })

  test('takes how long without a number for the last one heard', async () => {
    here = await world()
    await here.say(who, '/reminder add "Tea" at:"tomorrow 09:00"')
    await here.turn('2026-11-22T08:00:00Z')
    for (const [line, when] of [
      ['1h', '22 Nov 2026, 10:00'],
      ['10m', '22 Nov 2026, 09:10'],
      ['for 2 hours', '22 Nov 2026, 11:00'],
      ['tomorrow', '23 Nov 2026, 09:00'],
      ['until tomorrow morning', '23 Nov 2026, 09:00'],
      ['tomorrow 10:00', '23 Nov 2026, 10:00'],
      ['1 day', '23 Nov 2026, 09:00'],
      ['R1 3d', '25 Nov 2026, 09:00'],
      ['R1 until next week', '29 Nov 2026, 09:00'],
      ['next friday', '27 Nov 2026, 09:00'],
      ['until:"28 Nov"', '28 Nov 2026, 09:00'],
      ['until:"30 days"', '22 Dec 2026, 09:00'],
    ])
      expect((await here.say(who, `/reminder snooze ${line}`)).text).toContain(when)
  })

  test('is refused where nothing was heard', async () => {
    here = await world()
    expect((await here.say(who, '/reminder snooze R7')).text).toContain(
      'not reminded you of anything under R7',
    )
    expect((await here.say(who, '/reminder snooze')).text).toContain('not reminded you of anything yet')
  })

  test('of what was done in the meantime is not said again, and of what was not, it is', async () => {
    here = await world()
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"20 Dec"')
    await here.say(focal('interpol'), '/meeting action add M1 what:Letter owner:OPCW due:"20 Dec"')
    await here.turn('2026-12-20T12:00:00Z')
    const again = () => here.delivered.filter(({ text }) => text.startsWith('Again, as you asked'))
    await here.say(focal('opcw'), '/reminder snooze until:"tomorrow morning"')
    await here.say(focal('opcw'), '/meeting action done A2')
    await here.turn('2026-12-21T12:00:00Z')
    expect(again()).toEqual([])
    await here.say(focal('opcw'), '/meeting action done A2 reopen:yes')
    await here.turn('2026-12-27T12:00:00Z')
    await here.say(focal('opcw'), '/reminder snooze until:"tomorrow morning"')
    await here.turn('2026-12-28T12:00:00Z')

    expect(again()).toHaveLength(1)
  })

  test('of what was said in a room keeps nobody else from hearing theirs', async () => {
    here = await world({ now: '2026-11-26T10:00:00Z' })
    const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
    const interpol = focal('interpol')
    await here.say(secretariat, '/wg bind ETCIP', { place: room })
    await here.say(interpol, '/meeting schedule Plenary wg:ETCIP start:"1 Dec 14:30" confirm:yes')
    await here.say(who, '/reminder add "Tea" at:"30 Nov 16:00"')
    await here.turn('2026-11-30T15:00:00Z')
    const inRoom = await here.say(interpol, '/reminder snooze M1 until:1h', { place: room })
    const own = await here.say(who, '/reminder snooze R1 until:1h')
    await here.database.store.pool.query(
      `update snoozes set notice_id = (select id from notices where person_id is null and rule = 'meeting' limit 1)
       where person_id = (select id from people where email = $1)`,
      [interpol],
    )
    await here.turn('2026-11-30T16:30:00Z')

    expect([inRoom.outcome, own.outcome]).toEqual(['done', 'done'])
    expect(heard(who).at(-1)).toBe('Again, as you asked: Tea')
  })

  test('beyond the end of what it asks for is refused, since nothing would come', async () => {
    here = await world()
    await here.say(
      secretariat,
      '/meeting poll open Next wg:ETCIP slots:"14 Dec 10:00; 15 Dec 10:00" until:"4 Dec 18:00"',
    )
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-04')
    await here.turn('2026-12-03T15:00:00Z')
    for (const what of ['P1', 'N1']) {
      const late = await here.say(who, `/reminder snooze ${what} until:"7 Dec 10:00"`)
      expect(late.outcome).toBe('refused')
      expect(late.text).toContain('By then it will be over')
      expect((await here.say(who, `/reminder snooze ${what} until:"in 3 hours"`)).outcome).toBe('done')
    }
  })
})
