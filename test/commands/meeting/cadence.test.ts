import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const noDate = 'ETCIP has no regular meeting in Q1 2027'

function remindedOf(text: string): readonly string[] {
  return here.delivered.filter((one) => one.text.startsWith(text)).map(({ to }) => to)
}

async function inJanuary(): Promise<void> {
  here = await world({ now: '2027-01-04T12:00:00Z' })
}

describe('a group without a date', () => {
  test('is reminded once, by the middle of the quarter, with three times that can be scheduled by a press', async () => {
    await inJanuary()
    await here.turn('2027-02-12T12:00:00Z')
    expect(remindedOf('ETCIP has no')).toEqual([])
    await here.turn('2027-02-16T12:00:00Z')
    await here.turn('2027-02-17T12:00:00Z')

    expect(remindedOf(noDate)).toEqual([focal('interpol')])
    const delivery = here.delivered.find(({ text }) => text.startsWith(noDate))
    const buttons = delivery?.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )
    expect(buttons?.map(({ label }) => label)).toEqual([
      'Schedule 1',
      'Schedule 2',
      'Schedule 3',
      'Other times',
      'Not this quarter',
    ])
    const [first] = buttons ?? []
    const done = await here.press(focal('interpol'), 'meeting schedule', {
      ...first?.values,
      title: 'First quarterly',
    })
    expect(done.text).toContain('Scheduled M1: First quarterly (ETCIP)')
  })

  test('is offered other hours than another group that the same person leads', async () => {
    await inJanuary()
    await here.database.store.pool.query(
      `update roles r set entity_id = l.entity_id, person_id = l.person_id from roles l, working_groups g, working_groups f
       where l.group_id = f.id and f.acronym = 'ETCIP' and l.role = 'chair' and upper_inf(l.during)
         and r.group_id = g.id and g.acronym = 'PCVE' and r.role = 'chair' and upper_inf(r.during)`,
    )
    await here.turn('2027-02-16T12:00:00Z')
    const offered = here.delivered.flatMap(({ to, text }) =>
      to === focal('interpol') && text.includes('has no regular meeting in Q1 2027')
        ? [[...text.matchAll(/\w{3} \d+ \w{3} 2027, \d\d:\d\d/g)].map(([hour]) => hour)]
        : [],
    )

    expect(offered).toHaveLength(2)
    const [first = [], second = []] = offered
    expect(first).toHaveLength(3)
    expect(second.filter((hour) => first.includes(hour))).toEqual([])
  })

  test('is offered times that are still ahead once its chair is back', async () => {
    await inJanuary()
    await here.say(focal('interpol'), '/profile away "10 Feb 2027 - 26 Feb 2027"')
    await here.turn('2027-02-16T12:00:00Z')
    expect(remindedOf(noDate)).toEqual([])
    await here.turn('2027-03-01T12:00:00Z')
    const delivery = here.delivered.find(({ text }) => text.startsWith(noDate))
    const buttons = delivery?.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )
    const starts = buttons?.flatMap(({ values }) => values?.['start'] ?? []) ?? []
    expect(starts).toHaveLength(3)
    for (const start of starts) expect(new Date(start) > new Date('2027-03-04T00:00:00Z')).toBe(true)
  })

  test('is not reminded while it has one, or once it said that it does not meet', async () => {
    await inJanuary()
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:2027-03-04T14:00Z')
    const reply = await here.say(
      secretariat,
      '/wg cadence PCVE skip:this reason:"its work plan is under way"',
    )
    expect(reply.text).toContain('On record: PCVE does not meet in Q1 2027')
    await here.turn('2027-02-16T12:00:00Z')

    expect(remindedOf('ETCIP has no')).toEqual([])
    expect(remindedOf('PCVE has no')).toEqual([])
  })

  test('is on the list of late groups that the secretariat gets in the last month', async () => {
    await inJanuary()
    await here.say(secretariat, '/meeting schedule Quarterly wg:ETCIP start:2027-03-04T14:00Z')
    await here.turn('2027-02-28T12:00:00Z')
    expect(here.delivered.some(({ text }) => text.includes('working groups have no'))).toBe(false)
    // In New York it is the morning of the first day at 14:00 UTC.
    await here.turn('2027-03-01T13:59:00Z')
    expect(here.delivered.some(({ text }) => text.includes('working groups have no'))).toBe(false)
    await here.turn('2027-03-01T14:00:00Z')
    await here.turn('2027-03-02T12:00:00Z')

    const lists = here.delivered.filter(({ text }) => text.includes('have no regular meeting in Q1 2027'))
    expect(lists.map(({ to }) => to)).toEqual([secretariat])
    expect(lists[0]?.text).toContain('PCVE: chaired by')
    expect(lists[0]?.text).not.toContain('ETCIP')
  })

  test('is told of at nine in the morning also where that is the evening before in UTC', async () => {
    await inJanuary()
    await here.say(secretariat, '/profile timezone Pacific/Auckland')
    await here.say(focal('interpol'), '/profile timezone Pacific/Auckland')
    await here.turn('2027-02-14T19:59:00Z')
    expect(remindedOf(noDate)).toEqual([])
    await here.turn('2027-02-14T20:00:00Z')
    expect(remindedOf(noDate)).toEqual([focal('interpol')])
    await here.turn('2027-02-28T19:59:00Z')
    expect(remindedOf('8 working groups have no')).toEqual([])
    await here.turn('2027-02-28T20:00:00Z')
    expect(remindedOf('8 working groups have no')).toEqual([secretariat])
  })
})

describe('the rhythm of a group', () => {
  test('shows who has a date, and a period left out can be taken back', async () => {
    await inJanuary()
    await here.say(secretariat, '/meeting schedule Quarterly wg:ETCIP start:2027-03-04T14:00Z')
    await here.say(secretariat, '/wg cadence PCVE skip:this reason:"no budget"')
    const board = await here.say(focal('who'), '/wg cadence')
    expect(board.text).toMatch(/ETCIP.*Q1 2027.*M1 on/)
    expect(board.text).toMatch(/PCVE.*does not meet: no budget/)

    const back = await here.say(secretariat, '/wg cadence PCVE skip:none')
    expect(back.text).toContain('PCVE is expected to meet in Q1 2027 again')
    expect((await here.say(secretariat, '/wg cadence PCVE')).text).toContain('no date yet')
    expect((await here.say(secretariat, '/wg cadence PCVE skip:none')).outcome).toBe('refused')
  })

  test('is changed by its chairs alone, and nobody is reminded of a group that keeps none', async () => {
    await inJanuary()
    const refused = await here.say(focal('who'), '/wg cadence ETCIP rhythm:yearly')
    expect(refused.text).toContain('Only the chairs of ETCIP and the secretariat may do this')
    const done = await here.say(focal('interpol'), '/wg cadence ETCIP rhythm:none')
    expect(done.text).toContain('ETCIP meets as it decides')
    await here.turn('2027-02-16T12:00:00Z')
    expect(remindedOf('ETCIP has no')).toEqual([])
  })

  test('cannot be left out in a period in which a meeting is planned', async () => {
    await inJanuary()
    await here.say(secretariat, '/meeting schedule Quarterly wg:ETCIP start:2027-03-04T14:00Z')
    const reply = await here.say(secretariat, '/wg cadence ETCIP skip:this')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('ETCIP has M1 in Q1 2027; cancel it first')
  })
})

describe('the meetings of a year', () => {
  test('are counted by group and kind', async () => {
    here = await world({ now: '2026-11-21T12:00:00Z' })
    for (const line of [
      '/meeting schedule "Third" wg:ETCIP start:2026-09-10T14:00Z held:yes',
      '/meeting schedule "On drones" wg:ETCIP start:2026-09-12T14:00Z kind:in-focus held:yes',
      '/meeting schedule "Fourth" wg:ETCIP start:2026-12-10T14:00Z',
      '/meeting schedule "Last year" wg:ETCIP start:2025-09-10T14:00Z held:yes',
    ])
      await here.say(secretariat, line)
    const reply = await here.say(focal('who'), '/report meetings 2026')
    expect(reply.text).toContain('2 meetings held in 2026: 1 regular, 1 in focus; 1 more on the calendar')
  })
})

describe('a quorum', () => {
  test('is set for a group, shown on its card and counted by entity', async () => {
    here = await world()
    await here.say(secretariat, '/wg edit ETCIP quorum:3')
    expect((await here.say(focal('who'), '/wg show ETCIP')).text).toContain('3 member entities')
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    await here.say(focal('interpol'), '/meeting rsvp M1 yes')
    const reply = await here.say(focal('interpol'), '/meeting attendees M1')
    expect(reply.text).toContain('3 member entities; 2 still missing')
  })
})
