import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('seats in working groups', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Ana Nominee" email:ana@who.example entity:WHO')
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)
  const toldTo = (to: string, text: string) =>
    here.delivered.filter((one) => one.to === to && one.text.includes(text))

  test('a seat for which nobody is named is listed, empty ones first and those that are alike on one line', async () => {
    await say('/directory add entity EMPTY name:"Entity without people" kind:observer')
    await say('/wg join ETCIP entity:EMPTY')
    const listed = await say('/directory vacancies wg:ETCIP')

    expect(listed.text.split('\n')[1]).toContain('ETCIP, principal, nobody stands for it: EMPTY')
    expect(listed.text).toMatch(/^- ETCIP, principal, its focal point attends, unnamed: .+, .+, .+$/m)
    expect((await say('/directory vacancies wg:ETCIP entity:WHO')).text).toContain('WHO')
  })

  test('a coordinator nominates, the secretariat confirms by a button, and both are told', async () => {
    const nominated = await say('/directory nominate ana@who.example wg:BMLE as:principal', focal('who'))
    const number = /N\d+/.exec(nominated.text)?.[0] ?? ''
    expect(toldTo(secretariat, `${number}: WHO focal point nominates Ana Nominee`)).toHaveLength(1)
    expect(
      (await say('/directory nominate ana@who.example wg:BMLE as:principal', focal('who'))).outcome,
    ).toBe('refused')
    expect((await say('/directory vacancies wg:BMLE entity:WHO')).text).toContain('a nominee waits')
    expect((await say(`/directory nominee confirm ${number}`, focal('who'))).outcome).toBe('refused')

    await here.press(secretariat, 'directory nominee confirm', { nomination: number })
    expect(toldTo('ana@who.example', 'You hold the principal seat of WHO in BMLE')).toHaveLength(1)
    expect(toldTo(focal('who'), 'as you nominated')).toHaveLength(1)
    expect((await say('/directory vacancies wg:BMLE entity:WHO')).text).toContain('has a named holder')
    expect((await say('/directory person ana@who.example')).text).toContain('principal in BMLE')
    expect((await here.press(secretariat, 'directory nominee confirm', { nomination: number })).outcome).toBe(
      'refused',
    )
  })

  test('a confirmation that is taken back lets the nomination wait again, and everybody concerned hears it', async () => {
    const nominated = await say('/directory nominate ana@who.example wg:PCVE as:alternate', focal('who'))
    const number = /N\d+/.exec(nominated.text)?.[0] ?? ''
    const confirmed = await say(`/directory nominee confirm ${number}`)
    const back = await press(here, secretariat, buttonNamed(confirmed, 'Undo'))
    expect(back.text).toContain(`${number} waits for the secretariat again, as before.`)
    expect(toldTo('ana@who.example', `it was taken back. ${number} waits`)).toHaveLength(1)
    expect(toldTo(focal('who'), `took that back. ${number} waits for the secretariat again`)).toHaveLength(1)

    expect((await press(here, secretariat, buttonNamed(back, 'Confirm'))).text).toContain(
      `${number} is confirmed: Ana Nominee`,
    )
  })

  test('nobody nominates for another entity, and a decline says why', async () => {
    expect(
      (await say('/directory nominate ana@who.example wg:ETCIP as:principal', focal('undp'))).outcome,
    ).toBe('refused')
    const nominated = await say('/directory nominate ana@who.example wg:ETCIP as:alternate', focal('who'))
    const number = /N\d+/.exec(nominated.text)?.[0] ?? ''
    await say(`/directory nominee decline ${number} why:"No letter"`)

    expect(toldTo(focal('who'), '“No letter”')).toHaveLength(1)
  })

  test('a successor ends the seat of whoever held it, and an undo gives it back', async () => {
    await here.turn('2026-12-01T12:00:00Z')
    const seated = await say('/directory nominate focal.who@compact.example wg:BMLE as:principal')
    expect((await say('/directory person ana@who.example')).text).not.toContain('principal in BMLE')
    const number = /D\d+/.exec(JSON.stringify(seated.answer.message))?.[0] ?? ''
    expect((await say(`/directory revert ${number}`)).outcome).toBe('done')

    expect((await say('/directory person ana@who.example')).text).toContain('principal in BMLE')
    expect((await say(`/directory person ${focal('who')}`)).text).not.toContain('principal in BMLE')
  })

  test('when a focal point leaves, the coordinator is asked who takes the seat, and an undo gives it back', async () => {
    here.delivered.length = 0
    const retired = await here.press(
      secretariat,
      'directory retire person',
      { person: 'ana@who.example' },
      true,
    )
    const ask = toldTo(focal('who'), 'Ana Nominee no longer represents WHO')
    expect(ask).toHaveLength(1)
    expect(ask[0]?.text).toContain('the principal seat in BMLE is empty')
    expect(ask[0]?.text).toContain('[Nominate for BMLE]')
    expect((await say('/directory vacancies wg:BMLE entity:WHO')).text).toContain('principal')

    const number = /D\d+/.exec(JSON.stringify(retired.answer.message))?.[0] ?? ''
    await say(`/directory revert ${number}`)
    expect((await say('/directory vacancies wg:BMLE entity:WHO')).text).toContain('has a named holder')
  })

  test('whoever changes entities leaves the seats of the old one', async () => {
    await say('/directory edit person ana@who.example entity:IOM')

    expect(toldTo(focal('who'), 'Who takes their place?').length).toBeGreaterThan(1)
    expect((await say('/directory person ana@who.example')).text).not.toContain('principal in BMLE')
  })

  test('two who fill one seat at once leave one holder', async () => {
    const outcomes = await Promise.all([
      say(`/directory nominate ${focal('undp')} wg:ETCIP as:principal`),
      say(`/directory nominate ${focal('undp')} wg:ETCIP as:alternate`),
    ])
    const { rows } = await here.database.store.pool.query(
      `select count(*)::int as held from seats s join people p on p.id = s.person_id where p.email = $1`,
      [focal('undp')],
    )

    expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    expect(rows[0].held).toBe(1)
  })

  test('whoever is named for a seat is invited for their entity, and nobody else of it', async () => {
    const invited = async () => {
      const shown = await here.say(
        focal('interpol'),
        '/meeting schedule "Who comes" wg:ETCIP start:"20 Jan 2027 14:30"',
      )
      const { rows } = await here.database.store.pool.query<{ email: string }>(
        `select p.email from invitations i join people p on p.id = i.person_id
         where i.meeting_id = (select max(id) from meetings) and p.email like '%@who.example' or p.email = '${focal('who')}'
           and i.meeting_id = (select max(id) from meetings) order by 1`,
      )
      expect(shown.outcome).not.toBe('refused')
      return rows.map(({ email }) => email)
    }
    await say('/directory add person "Ben Colleague" email:ben@who.example entity:WHO')
    const everybody = await invited()
    expect(everybody).toContain('ben@who.example')
    expect(everybody).toContain(focal('who'))

    const seated = await say('/directory nominate ben@who.example wg:ETCIP as:principal')
    expect(await invited()).toEqual(['ben@who.example'])
    await say('/directory nominate focal.who@compact.example wg:ETCIP as:alternate')
    expect(await invited()).toEqual(['ben@who.example', focal('who')])
    expect(
      (
        await here.press(secretariat, 'directory revert', {
          change: /D\d+/.exec(JSON.stringify(seated.answer.message))?.[0] ?? '',
        })
      ).outcome,
    ).toBe('done')
    expect(await invited()).toEqual(everybody)
  })
})
