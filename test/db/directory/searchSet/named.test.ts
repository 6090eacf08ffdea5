import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { searchDirectory } from '../../../../db/directory/find/search.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'

const kinds = ['people', 'entities', 'groups'] as const

describe('what is found by name beside people', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  const run = (statement: string) => database.store.pool.query(statement)
  const hits = (query: string) => searchDirectory(database.store.kysely, { query, kinds, limit: 10 })
  const labels = async (query: string) => (await hits(query)).map(({ label }) => label)

  test('follows a new name of an entity and a new subject of a group', async () => {
    await run(`update entities set acronym = 'ZQXV', name = 'Zephyr Quorum' where acronym = 'UNESCO'`)
    await run(`update working_groups set subjects = subjects || array['glaciology'] where acronym = 'ETCIP'`)

    expect((await labels('zephyr quorum'))[0]).toBe('ZQXV')
    expect(await labels('unesco')).not.toContain('UNESCO')
    expect(await labels('glaciology')).toEqual(['ETCIP'])
  })

  test('holds who has a role by name alone until somebody on record or nobody has it', async () => {
    const add = `insert into roles (group_id, role, entity_id, holder, during, created_at)
      select g.id, 'co-chair', e.id, 'Quillon Varga-Mbeki', daterange('2020-01-01', null), now()
      from working_groups g, entities e where g.acronym = 'ETCIP' and e.acronym = 'CTED'`
    await run(add)
    const [held] = await hits('quillon varga')
    await run(`update working_groups set acronym = 'NEWNAME' where acronym = 'ETCIP'`)
    const [renamed] = await hits('quillon varga')
    await run(
      `update roles set person_id = (select min(id) from people) where holder = 'Quillon Varga-Mbeki'`,
    )
    const given = await labels('quillon varga')
    await run(
      add.replace('ETCIP', 'NEWNAME').replace('2020-01-01', '2010-01-01').replace('null)', "'2011-01-01')"),
    )
    const again = await labels('quillon varga')
    await run(`delete from roles where holder = 'Quillon Varga-Mbeki'`)

    expect(held).toMatchObject({ kind: 'holder', detail: 'co-chair of ETCIP for CTED' })
    expect(renamed).toMatchObject({ detail: 'co-chair of NEWNAME for CTED' })
    expect(given).not.toContain('Quillon Varga-Mbeki')
    expect(again).toEqual(['Quillon Varga-Mbeki'])
    expect(await labels('quillon varga')).not.toContain('Quillon Varga-Mbeki')
  })

  test('is found on the days on which it is in the directory, and no longer on the day it left', async () => {
    await run(`update entities set joined = '2021-03-01', retired = '2024-06-01' where acronym = 'OPCW'`)
    const on = async (day: string) =>
      (
        await searchDirectory(database.store.kysely, {
          query: 'OPCW',
          kinds: ['entities'],
          limit: 10,
          on: day,
        })
      ).map(({ label }) => label)

    expect(await on('2021-02-28')).not.toContain('OPCW')
    expect(await on('2021-03-01')).toContain('OPCW')
    expect(await on('2024-05-31')).toContain('OPCW')
    expect(await on('2024-06-01')).not.toContain('OPCW')
    expect(await labels('OPCW')).toContain('OPCW')
  })
})
