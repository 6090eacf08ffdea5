import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { groupCard, groupHistory } from '../../../db/directory/groups.ts'
import { identify } from '../../../db/directory/identify.ts'
import { appointRole } from '../../../db/directory/roles.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')

describe('terms of office', () => {
  let database: TestDatabase
  let etcip: number
  let interpol: number
  let person: number
  beforeAll(async () => {
    database = await testDatabase()
    const { rows } = await database.store.pool.query(
      `select (select id from working_groups where acronym = 'ETCIP') as etcip, (select id from entities where acronym = 'INTERPOL') as interpol,
        (select id from people where email = 'focal.interpol@compact.example') as person`,
    )
    ;({ etcip, interpol, person } = rows[0])
  })
  afterAll(() => database.drop())

  async function chairs(on: string): Promise<readonly unknown[]> {
    const card = await groupCard(database.store.kysely, etcip, on)
    return (card?.roles ?? []).filter((one) => one.role === 'chair').map((one) => [one.entity, one.holder])
  }

  test.each([
    ['2022-06-30', [['UNICRI', null]]],
    ['2022-07-01', [['OPCW', null]]],
    ['2022-08-15', [['OPCW', null]]],
    ['2022-09-30', [['OPCW', null]]],
    ['2022-12-31', [['INTERPOL', null]]],
    ['2023-01-15', []],
    ['2023-03-01', [['INTERPOL', 'Lauren Daly']]],
  ])('the rotation of ETCIP is on record for %s', async (day, expected) => {
    expect(await chairs(day)).toEqual(expected)
  })

  test('an entity hands its chair over to another of its people, and the old term stays on record', async () => {
    const closed = await database.store.kysely.transaction().execute((trx) =>
      appointRole(
        trx,
        {
          groupId: etcip,
          role: 'chair',
          entityId: interpol,
          personId: person,
          from: '2027-01-01',
          createdBy: null,
        },
        now,
      ),
    )

    expect(closed).toEqual({ closed: [{ entity: 'INTERPOL', role: 'chair', from: null }], until: null })
    expect(await chairs('2026-12-31')).toEqual([['INTERPOL', 'Lauren Daly']])
    expect(await chairs('2027-01-01')).toEqual([['INTERPOL', 'INTERPOL focal point']])
  })

  test('the same chair again is refused and closes nothing', async () => {
    const again = database.store.kysely.transaction().execute((trx) =>
      appointRole(
        trx,
        {
          groupId: etcip,
          role: 'chair',
          entityId: interpol,
          personId: person,
          from: '2027-02-01',
          createdBy: null,
        },
        now,
      ),
    )

    await expect(again).rejects.toThrow('That entity is chair already on these days')
    expect(await chairs('2027-03-01')).toEqual([['INTERPOL', 'INTERPOL focal point']])
  })

  test('a term that ended is still in the history', async () => {
    await database.store.kysely.transaction().execute((trx) =>
      releaseRole(trx, {
        groupId: etcip,
        role: 'chair',
        entityId: interpol,
        until: '2027-06-01',
        today: '2026-11-21',
      }),
    )
    const terms = (await groupHistory(database.store.kysely, etcip)).filter((term) => term.role === 'chair')

    expect(terms.map(({ entity, from, until }) => [entity, from, until])).toEqual([
      ['UNICRI', '2022-01-01', '2022-07-01'],
      ['OPCW', '2022-07-01', '2022-10-01'],
      ['INTERPOL', '2022-10-01', '2023-01-01'],
      ['INTERPOL', '2023-03-01', '2027-01-01'],
      ['INTERPOL', '2027-01-01', '2027-06-01'],
    ])
  })

  test('a role is in office by the calendar of the person, not of the server', async () => {
    const caller = {
      platform: 'slack',
      tenant: 'T',
      account: 'U',
      vouchedEmail: 'focal.icao@compact.example',
    }
    await database.store.pool.query(
      `insert into roles (group_id, role, entity_id, during, created_at)
        select g.id, 'vice-chair', e.id, '[2026-12-01,2026-12-02)', now() from working_groups g, entities e
        where g.acronym = 'Gender' and e.acronym = 'ICAO'`,
    )
    const roles = async (iso: string) =>
      (await identify(database.store.kysely, caller, new Date(iso)))?.roles.filter(
        (one) => one.groupAcronym === 'Gender',
      ).length

    expect(await roles('2026-12-01T03:00:00Z')).toBe(0)
    expect(await roles('2026-12-01T06:00:00Z')).toBe(1)
    expect(await roles('2026-12-02T03:00:00Z')).toBe(1)
  })
})
