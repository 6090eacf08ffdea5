import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

/** INTERPOL leads ETCIP, UNODC is vice-chair of BMLE; CTED belongs to both groups. */
const [etcip, bmle] = [focal('interpol'), focal('unodc')]

describe('a joint meeting of several groups', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    for (const [room, group] of [
      ['one', 'ETCIP'],
      ['two', 'BMLE'],
    ] as const)
      await here.say(secretariat, `/wg bind ${group}`, { place: roomOf(room) })
    await here.say(secretariat, '/wg bind ETCIP', { place: roomOf('shared') })
    await here.say(secretariat, '/wg bind BMLE', { place: roomOf('shared') })
  })
  afterAll(() => here.end())

  function roomOf(channel: string) {
    return { platform: 'terminal', tenant: 'local', channel, private: false }
  }

  async function counts(line: string) {
    const { rows } = await here.database.store.pool.query(line)
    return rows[0].n
  }

  test('a chair of one of them schedules it, and everybody of either is invited once', async () => {
    const reply = await here.say(
      etcip,
      '/meeting schedule "Borders" wg:"the ETCIP group & BMLE" start:"12 Jan 14:30" timezone:Europe/Paris',
    )

    expect(reply.text).toContain('Scheduled M1: Borders (ETCIP and BMLE)')
    expect(reply.text).toContain('Those who lead BMLE are told: CTED and WCO.')
    expect(reply.text).not.toContain('Those who lead ETCIP')
    const deliveries = here.delivered.filter(({ text }) =>
      text.startsWith('You are invited: Borders (ETCIP and BMLE)'),
    )
    const names = deliveries.map(({ to }) => to)
    expect(names).toContain(focal('cted'))
    expect(names).toContain(bmle)
    expect(new Set(names).size).toBe(names.length)
    const [only, other, both] = [
      await counts('select count(*)::int as n from invitations where meeting_id = 1 and "as" = \'chair\''),
      await counts('select count(*)::int as n from invitations where meeting_id = 1'),
      await counts('select cardinality(groups) as n from meetings where id = 1'),
    ]
    expect(only).toBeGreaterThan(1)
    expect(other).toBe(names.length)
    expect(both).toBe(2)
  })

  test('it is posted in the rooms of either group, once in a room that both have', () => {
    const rooms = here.announced.filter(({ text }) => text.includes('Borders')).map(({ channel }) => channel)
    expect(rooms.toSorted()).toEqual(['one', 'shared', 'two'])
  })

  test('it stands in the list of each group, and under its own names', async () => {
    for (const group of ['ETCIP', 'BMLE']) {
      const reply = await here.say(focal('cted'), `/meeting list wg:${group} from:2027-01-01 to:2027-01-31`)
      expect(reply.text).toMatch(/M1 .*Borders \(ETCIP and BMLE\)/)
    }
    expect((await here.say(focal('cted'), '/meeting show BMLE')).text).toContain('M1 Borders')
    const other = await here.say(focal('cted'), '/meeting list wg:PCVE from:2027-01-01 to:2027-01-31')
    expect(other.text).not.toContain('Borders')
  })

  test('a chair of either acts, and nobody else', async () => {
    const other = await here.say(bmle, '/meeting edit M1 place:"Room 5"')
    expect(other.outcome).toBe('done')
    const stranger = await here.say(focal('who'), '/meeting edit M1 place:"Room 6"')
    expect(stranger.outcome).toBe('refused')
    expect(stranger.text).toContain('Only the chairs of its working groups and the secretariat')
    const neither = await here.say(
      focal('who'),
      '/meeting schedule Plot wg:"ETCIP, BMLE" start:"13 Jan 10:00"',
    )
    expect(neither.outcome).toBe('refused')
    expect(neither.text).toContain('Only the chairs of ETCIP or BMLE')
  })

  test('a meeting of either group at the same time is a clash', async () => {
    const reply = await here.say(
      secretariat,
      '/meeting schedule "Another" wg:BMLE start:"2027-01-12T15:00" timezone:Europe/Paris',
    )
    expect(reply.text).toContain('M1 Borders')
    expect(reply.text).toContain('the same group')
  })

  test('whoever leaves one of the groups and belongs to the other stays invited', async () => {
    await here.say(secretariat, '/wg leave BMLE entity:INTERPOL')
    await here.turn('2026-11-23T12:00:00Z')
    expect((await here.say(etcip, '/meeting rsvp M1 yes')).outcome).toBe('done')
  })

  test('once held it is a line that names both, counts for each and once in all', async () => {
    await here.turn('2027-01-12T16:00:00Z')
    const held = await here.say(
      bmle,
      '/meeting hold M1 summary:"discussed the protection of borders" attended:"CTED, UNODC"',
    )
    expect(held.text).toContain('ETCIP and BMLE WGs discussed the protection of borders')

    const report = await here.say(secretariat, '/report meetings 2027')
    expect(report.text).toContain('1 meeting held in 2027: 1 regular')
    expect(report.text).toMatch(/ETCIP\D+1/)
    expect(report.text).toMatch(/BMLE\D+1/)
    const progress = await here.say(secretariat, '/report progress BMLE period:2027')
    expect(progress.text).toContain('ETCIP and BMLE WGs discussed the protection of borders')
    const evidence = await here.say(secretariat, '/report evidence period:2027')
    expect(evidence.text).toMatch(/BMLE: meetings[\s\S]*ETCIP: meetings/)
    await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-05')
    const draft = await here.say(secretariat, '/newsletter export format:json')
    const file = draft.answer.message.blocks.find(({ kind }) => kind === 'file')
    expect(
      JSON.parse(file?.kind === 'file' ? file.content : '').sections[1].subsections[0].items,
    ).toMatchObject([
      {
        wg: 'ETCIP',
        groups: ['ETCIP', 'BMLE'],
        text: 'ETCIP and BMLE WGs discussed the protection of borders',
      },
    ])
  })

  test('a series and a poll take several groups too', async () => {
    const series = await here.say(
      secretariat,
      '/meeting schedule "Together" wg:"ETCIP, BMLE" start:"2027-03-02T14:00" repeat:quarterly until:2027-12-31',
    )
    expect(series.text).toContain('Scheduled Together (ETCIP and BMLE)')
    expect(
      await counts(
        "select count(*)::int as n from meetings where title = 'Together' and groups @> (select array_agg(id) from working_groups where acronym in ('ETCIP', 'BMLE'))",
      ),
    ).toBeGreaterThan(1)

    const poll = await here.say(
      bmle,
      '/meeting poll open "Vote together" wg:"BMLE, ETCIP" slots:"2027-02-09T14:00; 2027-02-10T14:00"',
    )
    expect(poll.text).toContain('Opened the poll P1 Vote together (BMLE and ETCIP)')
    await here.say(etcip, '/meeting poll vote P1 slots:1')
    const settled = await here.say(etcip, '/meeting poll settle P1')
    expect(settled.text).toContain('Vote together (BMLE and ETCIP)')
  })

  test('times are suggested for both, and put to a vote of both', async () => {
    const reply = await here.say(bmle, '/meeting suggest "BMLE, ETCIP" between:"15-26 Feb 2027"')
    expect(reply.text).toContain('The best times for BMLE and ETCIP')
    const buttons = reply.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    expect(buttons[0]?.values).toMatchObject({ wg: 'BMLE, ETCIP' })
  })

  test('a name that is no group is answered with those that are, and the others are kept', async () => {
    const reply = await here.say(secretariat, '/meeting schedule "Odd" wg:"ETCIP, BLME" start:"14 Feb 14:00"')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('BLME')
    expect(JSON.stringify(reply.answer.message)).toContain('ETCIP, BMLE')
  })

  test('whoever leads the other group until the day before is told, though others are invited', async () => {
    await here.database.store.pool.query(
      `update roles r set during = daterange(lower(during), '2027-02-01') from working_groups g
       where g.id = r.group_id and g.acronym = 'BMLE' and r.role <> 'member' and r.role <> 'observer' and upper_inf(during)`,
    )
    await here.database.store.pool.query(
      `delete from roles r using working_groups g, entities e
       where g.id = r.group_id and g.acronym = 'ETCIP' and e.id = r.entity_id and e.acronym = 'WCO'`,
    )
    const reply = await here.say(
      etcip,
      '/meeting schedule "Ports" wg:"ETCIP, BMLE" start:"2027-02-16T14:00" repeat:monthly until:2027-04-30',
    )

    expect(reply.text).toContain('Those who lead BMLE are told: CTED and WCO.')
    const deliveries = here.delivered.filter(
      ({ to, text }) => to === focal('wco') && text.includes('Ports') && text.includes('which you lead'),
    )
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]?.text).toContain(
      'INTERPOL focal point scheduled a joint meeting of BMLE, which you lead: Ports',
    )
  })
})
