import { afterAll, beforeAll, describe, expect, test } from 'vitest'

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
