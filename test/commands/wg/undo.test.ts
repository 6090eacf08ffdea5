import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('/wg undo without a number', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)

  test('says what it needs where there is nothing of one’s own to take back', async () => {
    const reply = await say('/wg undo')

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('You have changed no terms of a group that could be taken back.')
    expect(reply.text).toContain('/wg undo D12')
  })

  test('takes the last change of one’s own back, then the one before it, and nobody else’s', async () => {
    await say('/wg join ETCIP entity:IOM')
    await say('/wg join RMME entity:IOM')
    await say('/wg join ETCIP entity:OPCW', focal('interpol'))

    const first = await say('/wg undo')
    expect(first.text).toContain('a change of the terms of RMME')
    const second = await say('/wg undo')
    expect(second.text).toContain('a change of the terms of ETCIP')
    const group = (await say('/wg show ETCIP')).text
    expect(group).not.toMatch(/Members: .*\bIOM\b/)
    expect(group).toMatch(/Members: .*\bOPCW\b/)
    expect((await say('/wg undo')).outcome).toBe('refused')
  })
})

describe('a chair appointed for a while', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  test('is said to leave the group without one, where nobody is on record to follow', async () => {
    const reply = await here.say(secretariat, '/wg appoint ETCIP chair WHO from:2027-01-01 to:2027-03-31')
    expect(reply.text).toContain('Nobody is on record as chair from 1 Apr 2027.')

    await here.say(secretariat, '/wg appoint ETCIP chair UNDP from:2027-04-01')
    const between = await here.say(secretariat, '/wg appoint ETCIP chair IOM from:2027-02-01')
    expect(between.text).toContain('IOM is chair of ETCIP from 1 Feb 2027 to 31 Mar 2027.')
    expect(between.text).toContain('UNDP is on record as chair from 1 Apr 2027.')
    expect(between.text).not.toContain('Nobody')
  })
})

describe('an undo by its button', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T09:00:00Z' })
  })
  afterAll(() => here.end())

  test('takes the rhythm back that a chair gave their own group, and nothing that others gave it', async () => {
    const set = await here.say(focal('interpol'), '/wg cadence ETCIP monthly')
    const undone = await press(here, focal('interpol'), buttonNamed(set, 'Undo'))
    expect(undone.outcome).toBe('done')
    expect((await here.say(focal('interpol'), '/wg cadence ETCIP')).text).toContain('ETCIP meets quarterly.')

    const theirs = await here.say(secretariat, '/wg cadence ETCIP monthly')
    const refused = await press(here, focal('interpol'), buttonNamed(theirs, 'Undo'))
    expect(refused.text).toContain('Only the secretariat changes entities and working groups.')
  })

  test('of a seat tells whoever loses it, and whoever holds it again', async () => {
    await here.say(secretariat, '/directory add person "Di Po" di@unodc.example UNODC')
    await here.say(secretariat, '/directory nominate "Di Po" wg:BMLE as:principal')
    const line = '/directory nominate "UNODC focal point" wg:BMLE as:principal from:2027-01-01'
    const seated = await here.say(secretariat, line)
    const from = here.delivered.length
    const undone = await press(here, secretariat, buttonNamed(seated, 'Undo'))
    expect(undone.text).toContain('UNODC focal point and Di Po are told.')
    expect(here.delivered.slice(from).map(({ to, text }) => [to, text.split('\n')[0]])).toEqual([
      [focal('unodc'), 'You do not hold the principal seat of UNODC in BMLE after all: it was taken back.'],
      ['di@unodc.example', 'You hold the principal seat of UNODC in BMLE again, as before.'],
    ])
  })
})

test('a seat is given and taken at once, however many terms of the group are over', async () => {
  const here = await world()
  await here.database.store.pool.query(`
    insert into roles (group_id, role, entity_id, during, created_at)
    select (select id from working_groups where acronym = 'ETCIP'), 'member', (select id from entities where acronym = 'IOM'),
      daterange(date '1990-01-01' + n, date '1990-01-02' + n), now() from generate_series(1, 4000) n`)
  const before = process.cpuUsage()
  const joined = await here.say(secretariat, '/wg join ETCIP entity:OPCW')
  const undone = await here.say(secretariat, '/wg undo')
  const { user, system } = process.cpuUsage(before)
  await here.end()

  expect([joined.outcome, undone.outcome]).toEqual(['done', 'done'])
  // In microseconds; to compare each term with each other one would take several seconds.
  expect(user + system).toBeLessThan(1_500_000)
})
