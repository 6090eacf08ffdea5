import { afterEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

function heard(by: string): string[] {
  return here.delivered.filter((one) => one.to === by).map((one) => one.text.split('\n')[0] ?? '')
}

describe('a repeating reminder', () => {
  test('comes by its rhythm at the same hour on both sides of a change of the clocks', async () => {
    here = await world({ now: '2026-10-20T12:00:00Z' })
    const added = await here.say(who, '/reminder add "Report" at:"Thursday 09:00" repeat:weekly')
    expect(added.text).toContain('It comes again every week')
    await here.turn('2026-10-22T07:00:00Z')
    // The clocks of Zurich go back on 25 October.
    await here.turn('2026-10-29T07:59:00Z')
    expect(heard(who)).toHaveLength(1)
    await here.turn('2026-10-29T08:00:00Z')

    expect(heard(who)).toHaveLength(2)
    expect((await here.say(who, '/reminder list')).text).toContain('Thu 5 Nov 2026, 09:00')
  })

  test('comes once after an outage, said to be late, and goes on from there', async () => {
    here = await world()
    await here.say(who, '/reminder add "Stand-up" at:"tomorrow 09:00" repeat:daily')
    await here.turn('2026-11-25T12:00:00Z')
    expect(heard(who)).toHaveLength(1)
    expect(heard(who)[0]).toContain('late')
    await here.turn('2026-11-26T08:00:00Z')

    expect(heard(who)).toHaveLength(2)
    expect(heard(who)[1]).not.toContain('late')
  })

  test('ends after its last time', async () => {
    here = await world()
    await here.say(who, '/reminder add "Twice" at:"tomorrow 09:00" repeat:"daily, 2 times"')
    for (const day of ['22', '23', '24', '25']) await here.turn(`2026-11-${day}T08:00:00Z`)

    expect(heard(who)).toHaveLength(2)
    expect((await here.say(who, '/reminder list')).text).toContain('no reminders ahead')
  })

  test('says that its hour is skipped in the night of the change, and comes as much later', async () => {
    here = await world({ now: '2027-03-20T12:00:00Z' })
    await here.say(who, '/reminder add "Backup" at:"2027-03-27 02:30" repeat:daily')
    await here.turn('2027-03-27T01:30:00Z')
    await here.turn('2027-03-28T01:29:00Z')
    expect(heard(who)).toHaveLength(1)
    await here.turn('2027-03-28T01:30:00Z')

    expect(heard(who)).toHaveLength(2)
    expect(here.delivered.at(-1)?.text).toContain('The clocks skip 02:30 that night')
  })

  test('comes once in the hour that exists twice', async () => {
    here = await world({ now: '2026-10-20T12:00:00Z' })
    await here.say(who, '/reminder add "Backup" at:"2026-10-24 02:30" repeat:daily')
    await here.turn('2026-10-24T00:30:00Z')
    await here.turn('2026-10-25T00:30:00Z')
    await here.turn('2026-10-25T01:30:00Z')

    expect(heard(who)).toHaveLength(2)
  })

  test('of the 31st comes on the last day of a shorter month', async () => {
    here = await world({ now: '2027-01-20T12:00:00Z' })
    await here.say(who, '/reminder add "Month’s end" at:"2027-01-31 09:00" repeat:monthly')
    await here.turn('2027-01-31T08:00:00Z')

    expect((await here.say(who, '/reminder list')).text).toContain('Sun 28 Feb 2027, 09:00')
  })
})

describe('cancelling and changing', () => {
  test('is offered while a reminder comes again, and not by its last one', async () => {
    here = await world()
    await here.say(who, '/reminder add Tea at:"tomorrow 09:00"')
    await here.say(who, '/reminder add Cake at:"tomorrow 09:00" repeat:"daily 2 times"')
    await here.turn('2026-11-22T08:00:00Z')
    await here.turn('2026-11-23T08:00:00Z')

    const own = here.delivered.filter(({ text }) => text.startsWith('Reminder:'))
    const why = own.map(({ text }) => /Why you: .+/.exec(text)?.[0])
    expect(why).toEqual([
      'Why you: you are the one who set it. It comes once.',
      'Why you: you are the one who set it. /reminder cancel R2 ends it.',
      'Why you: you are the one who set it. It was the last one.',
    ])
  })

  test('can be undone: it is just as it was', async () => {
    here = await world()
    await here.say(who, '/reminder add "Report" at:"tomorrow 09:00" repeat:"every Monday"')
    const before = (await here.say(who, '/reminder list')).text
    await here.say(who, '/reminder cancel R1')
    expect((await here.say(who, '/reminder restore R1')).outcome).toBe('done')

    expect((await here.say(who, '/reminder list')).text).toBe(before)
  })

  test('are for nobody else', async () => {
    here = await world()
    await here.say(who, '/reminder add "Mine" at:"tomorrow 09:00"')

    for (const line of ['/reminder cancel R1', '/reminder restore R1', '/reminder edit R1 text:Theirs'])
      expect((await here.say(focal('ipu'), line)).text).toContain('You have no reminder R1')
  })

  test('a changed time holds, and its undo brings the old one back', async () => {
    here = await world()
    await here.say(who, '/reminder add "Call" at:"tomorrow 09:00"')
    const changed = await here.say(who, '/reminder edit R1 at:"tomorrow 11:00"')
    expect(changed.text).toContain('11:00')
    const undo = changed.answer.message.blocks.flatMap((one) =>
      one.kind === 'buttons' ? one.buttons : [],
    )[0]
    await here.press(who, undo?.command ?? '', undo?.values ?? {})
    await here.turn('2026-11-22T08:00:00Z')

    expect(heard(who)).toHaveLength(1)
  })
})

describe('a reminder for a group', () => {
  test('is set by its chair alone, and comes to its members where it has no room', async () => {
    here = await world()
    expect(
      (await here.say(who, '/reminder add "Send drafts" at:"tomorrow 09:00" for:wg wg:ETCIP')).outcome,
    ).toBe('refused')
    const set = await here.say(
      focal('interpol'),
      '/reminder add "Send drafts" at:"tomorrow 09:00" for:wg wg:ETCIP',
    )
    expect(set.outcome).toBe('done')
    expect(set.text).toContain('ETCIP')
    expect((await here.say(who, '/reminder list')).text).toContain('for ETCIP, set by INTERPOL focal point')
    await here.turn('2026-11-23T12:00:00Z')

    expect(heard(who)).toHaveLength(1)
    expect(heard(focal('unaoc'))).toEqual([])
  })

  test('wakes none of its members who named no hour, but its urgent one does', async () => {
    here = await world()
    const at = 'at:"tomorrow 09:00" wg:ETCIP confirm:yes'
    await here.say(focal('interpol'), `/reminder add "Send drafts" ${at}`)
    await here.say(focal('interpol'), `/reminder add "The line is open" ${at} urgent:yes`)
    await here.turn('2026-11-22T08:00:00Z')
    expect(heard(focal('interpol')).filter((text) => text.startsWith('Reminder:'))).toHaveLength(2)
    expect(heard(focal('cted'))).toEqual([expect.stringContaining('The line is open')])
    await here.turn('2026-11-22T11:00:00Z')

    expect(heard(focal('cted')).filter((text) => text.startsWith('Reminder:'))).toEqual([
      expect.stringContaining('The line is open'),
      expect.stringContaining('Send drafts, Sun 22 Nov 2026, 03:00 (America/New_York)'),
    ])
  })

  test('goes to every bound room once, and to nobody in person', async () => {
    here = await world()
    const room = { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false }
    await here.say(focal('interpol'), '/wg bind ETCIP', { place: room })
    await here.say(focal('interpol'), '/reminder add "Send drafts" at:"tomorrow 09:00" for:wg', {
      place: room,
    })
    await here.turn('2026-11-22T09:00:00Z')
    await here.turn('2026-11-22T10:00:00Z')

    expect(here.announced.map(({ channel }) => channel)).toEqual(['#etcip'])
    expect(here.delivered.filter(({ text }) => text.includes('Send drafts'))).toEqual([])
  })

  test('asks first where many would be written to in person', async () => {
    here = await world({ askAbove: 5 })
    const asked = await here.say(
      focal('interpol'),
      '/reminder add "Send drafts" at:"tomorrow 09:00" for:wg wg:ETCIP',
    )

    expect(asked.outcome).toBe('asked')
  })
})
