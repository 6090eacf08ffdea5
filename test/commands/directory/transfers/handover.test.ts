import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('handing over', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    const people = [
      ['Old Hand', 'old@x.example', 'INTERPOL'],
      ['New Hand', 'new@x.example', 'INTERPOL'],
      ['Third Hand', 'third@x.example', 'INTERPOL'],
    ]
    for (const [name, email, entity] of people) {
      await here.say(secretariat, `/directory add person "${name}" email:${email} entity:${entity}`)
    }
    await here.say(secretariat, '/wg appoint ETCIP role:chair entity:INTERPOL person:old@x.example')
    await here.say(secretariat, '/directory nominate old@x.example wg:BMLE as:principal')
    await here.say('old@x.example', '/reminder add "call the secretariat" at:"10 Dec 2026 10:00"')
    await here.say('old@x.example', '/meeting schedule "Planning" wg:ETCIP start:"15 Dec 2026 10:00"')
  })
  afterAll(() => here.end())
  const say = (line: string, who = secretariat) => here.say(who, line)
  const toldTo = (to: string, text: string) =>
    here.delivered.filter((one) => one.to === to && one.text.includes(text))

  test('is shown first, and changes nothing until it is confirmed', async () => {
    const asked = await say('/directory handover old@x.example to:new@x.example')

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('chair of ETCIP (INTERPOL)')
    expect(asked.text).toContain('the principal seat of INTERPOL in BMLE')
    expect(asked.text).toContain('1 meeting organized')
    expect(asked.text).toContain('1 reminder')
    expect((await say('/wg show ETCIP')).text).toContain('INTERPOL (Old Hand)')
  })

  test('moves all in one step, tells both, and can be taken back', async () => {
    await here.turn('2026-12-01T12:00:00Z')
    const done = await here.press(
      secretariat,
      'directory handover',
      { what: 'old@x.example', to: 'new@x.example' },
      true,
    )
    expect((await say('/wg show ETCIP')).text).toContain('INTERPOL (New Hand)')
    expect((await say('/wg show ETCIP on:2026-11-30')).text).toContain('INTERPOL (Old Hand)')
    expect((await say('/directory person new@x.example')).text).toContain('principal in BMLE')
    expect(toldTo('new@x.example', 'You have taken over from Old Hand')).toHaveLength(1)
    expect(toldTo('old@x.example', 'New Hand has taken over from you')).toHaveLength(1)
    expect((await say('/reminder list', 'new@x.example')).text).toContain('call the secretariat')

    const number = /D\d+/.exec(JSON.stringify(done.answer.message))?.[0] ?? ''
    expect((await say('/directory audit')).text).toMatch(/handover: Old Hand, P\d+ → New Hand, P\d+/)
    expect((await say(`/directory revert ${number}`)).outcome).toBe('done')
    expect((await say('/wg show ETCIP')).text).toContain('INTERPOL (Old Hand)')
    expect((await say('/directory person old@x.example')).text).toContain('principal in BMLE')
    expect((await say('/reminder list', 'old@x.example')).text).toContain('call the secretariat')
    expect(toldTo('old@x.example', 'has taken the handover')).toHaveLength(1)
  })

  test('a coordinator hands over among their own people, without private reminders, and can take it back', async () => {
    const asked = await say('/directory handover old@x.example to:new@x.example', focal('interpol'))
    expect(asked.text).toContain('chair of ETCIP (INTERPOL)')
    expect(asked.text).not.toContain('reminder')
    const done = await here.press(
      focal('interpol'),
      'directory handover',
      { what: 'old@x.example', to: 'new@x.example' },
      true,
    )
    expect((await say('/reminder list', 'new@x.example')).text).not.toContain('call the secretariat')
    const number = /D\d+/.exec(JSON.stringify(done.answer.message))?.[0] ?? ''
    expect((await say(`/directory revert ${number}`, focal('who'))).outcome).toBe('refused')
    expect((await say(`/directory revert ${number}`, focal('interpol'))).outcome).toBe('done')
    expect((await say('/wg show ETCIP')).text).toContain('INTERPOL (Old Hand)')
  })

  test('of one role on a day ahead is done by itself on that day, once', async () => {
    here.delivered.length = 0
    const ordered = await here.press(
      secretariat,
      'directory handover',
      { what: 'ETCIP chair', to: 'third@x.example', on: '2026-12-10' },
      true,
    )
    expect(ordered.text).toContain(
      'On 10 Dec 2026 Third Hand takes over as chair of ETCIP from Old Hand (INTERPOL)',
    )
    expect(toldTo('third@x.example', 'On 10 Dec 2026 you take over')).toHaveLength(1)
    expect((await say('/wg show ETCIP on:2026-12-10')).text).toContain('Old Hand')
    await here.turn('2026-12-10T15:00:00Z')
    await here.turn('2026-12-10T15:30:00Z')

    expect((await say('/wg show ETCIP')).text).toContain('INTERPOL (Third Hand)')
    expect((await say('/wg show ETCIP on:2026-12-09')).text).toContain('INTERPOL (Old Hand)')
    expect(
      toldTo('third@x.example', 'You have taken over as chair of ETCIP from Old Hand (INTERPOL)'),
    ).toHaveLength(1)
    expect(toldTo('old@x.example', 'has taken over from you as chair of ETCIP')).toHaveLength(1)
    expect(
      (await say('/meeting schedule "Now mine" wg:ETCIP start:"20 Dec 2026 10:00"', 'third@x.example'))
        .outcome,
    ).toBe('done')
  })

  test('of one role takes along what its holder has in hand for the group, and nothing else', async () => {
    await say('/wg appoint ETCIP role:vice-chair entity:WHO person:focal.who@compact.example')
    const who = focal('who')
    for (const group of ['ETCIP', 'RMME']) {
      await say(`/meeting schedule "${group} drafting" wg:${group} start:"18 Dec 2026 10:00"`)
    }
    const { pool } = here.database.store
    await pool.query(
      `insert into action_items (meeting_id, what, owner_person, status, created_by, created_at, changed_at)
       select m.id, 'Draft ' || m.title, p.id, 'open', p.id, now(), now() from meetings m, people p
       where m.title like '% drafting' and p.email = $1`,
      [who],
    )
    const order = { what: 'ETCIP vice-chair', to: 'new@x.example' }
    const asked = await here.press(secretariat, 'directory handover', order)
    expect(asked.text).toContain('as vice-chair of ETCIP from WHO focal point (WHO):')
    expect(asked.text).toContain('1 open action')
    expect(asked.text).not.toContain('invitation')

    const done = await here.press(secretariat, 'directory handover', order, true)
    const owned = async () =>
      (
        await pool.query(
          `select a.what, p.email from action_items a join people p on p.id = a.owner_person order by a.what`,
        )
      ).rows
    expect(await owned()).toEqual([
      { what: 'Draft ETCIP drafting', email: 'new@x.example' },
      { what: 'Draft RMME drafting', email: who },
    ])
    const number = /D\d+/.exec(JSON.stringify(done.answer.message))?.[0] ?? ''
    await say(`/directory revert ${number}`)
    expect((await owned()).map(({ email }) => email)).toEqual([who, who])
  })

  test('what cannot be done on its day is given up and said to whoever ordered it', async () => {
    here.delivered.length = 0
    await here.press(
      secretariat,
      'directory handover',
      { what: 'ETCIP chair', to: 'new@x.example', on: '2026-12-20' },
      true,
    )
    await here.press(
      secretariat,
      'wg release',
      { wg: 'ETCIP', role: 'chair', entity: 'INTERPOL', on: '2026-12-15' },
      true,
    )
    await here.turn('2026-12-21T15:00:00Z')
    await here.turn('2026-12-21T15:30:00Z')

    expect(toldTo(secretariat, 'could not be done')).toHaveLength(1)
  })

  test('is refused for what is not one’s own to give, and where there is nothing in hand', async () => {
    expect((await say('/directory handover "ETCIP chair" to:new@x.example', focal('interpol'))).outcome).toBe(
      'refused',
    )
    expect((await say('/directory handover old@x.example to:new@x.example', focal('who'))).outcome).toBe(
      'refused',
    )
    expect((await say('/directory handover "Gender chair" to:new@x.example on:2026-11-01')).outcome).toBe(
      'refused',
    )
    await say('/directory add person "Empty Hand" email:empty@x.example entity:IOM')
    expect((await say('/directory handover empty@x.example to:new@x.example')).text).toContain(
      'nothing in hand',
    )
  })

  test('a term that ends is announced a month ahead to its holder and the secretariat, once', async () => {
    await say('/wg appoint RMME role:vice-chair entity:WHO from:2026-12-01 to:2027-01-31')
    here.delivered.length = 0
    await here.turn('2026-12-30T15:00:00Z')
    expect(toldTo(secretariat, 'The term of WHO')).toHaveLength(0)
    await here.turn('2027-01-04T15:00:00Z')
    await here.turn('2027-01-05T15:00:00Z')

    expect(toldTo(secretariat, 'The term of WHO as vice-chair of RMME ends on 31 Jan 2027')).toHaveLength(1)
    expect(toldTo(focal('who'), 'Nobody is on record to follow')).toHaveLength(1)

    // What the notice offers can be done: the role goes on in other hands from the day after.
    await say('/directory add person "Next Vice" email:next@x.example entity:IOM')
    const offered = { what: 'RMME vice-chair', to: 'next@x.example', on: '2027-02-01' }
    const handed = await here.press(secretariat, 'directory handover', offered, true)
    expect(handed.outcome, handed.text).toBe('done')
    await here.turn('2027-02-01T15:00:00Z')
    const group = (await say('/wg show RMME')).text
    expect(group).not.toContain('WHO (')
    expect(group).toContain('Vice-chairs: IOM (Next Vice)')
    expect((await say('/wg history RMME')).text).toContain('since 1 Feb 2027: IOM (Next Vice), vice-chair')
  })
})
