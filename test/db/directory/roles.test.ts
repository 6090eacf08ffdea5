import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { appointRole } from '../../../db/directory/roles.ts'
import { releaseRole } from '../../../db/directory/terms/release.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')
const first = '2030-01-01'

describe('roles over time', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('however they are given and ended, a group has at most one chair on a day, and an entity at most one seat', async () => {
    const roles: readonly Role[] = ['chair', 'co-chair', 'vice-chair', 'member', 'observer']
    const step = fc.record({
      act: fc.constantFrom('appoint', 'release'),
      role: fc.constantFrom(...roles),
      entityId: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: 0, max: 40 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { kysely, pool } = database.store
        const { rows } = await pool.query(
          `insert into working_groups (number, acronym, name) select max(number) + 1, 'G' || max(number), 'Group ' || max(number) from working_groups returning id`,
        )
        const groupId = rows[0].id
        for (const { act, role, entityId, day } of steps) {
          const from = addDays(first, day)
          await kysely
            .transaction()
            .execute(async (trx) => {
              if (act === 'appoint')
                await appointRole(trx, { groupId, role, entityId, from, createdBy: null }, now)
              else await releaseRole(trx, { groupId, role, entityId, until: from, today: '2026-11-21' })
            })
            .catch((error: unknown) => expect(error).toBeInstanceOf(UserError))
        }
        const crowded = await sql<{ day: string }>`
          select d::date as day from generate_series(${first}::date, ${first}::date + 60, '1 day') d
          where (select count(*) from roles where group_id = ${groupId} and role = 'chair' and during @> d::date) > 1
            or exists (select 1 from roles where group_id = ${groupId} and role in ('member', 'observer') and during @> d::date
              group by entity_id having count(*) > 1)`.execute(kysely)
        expect(crowded.rows).toEqual([])
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  test.each([
    [
      'the same role twice',
      `('member', 1, '[2030-01-01,2030-02-01)'), ('member', 1, '[2030-01-31,)')`,
      'roles_no_twin',
    ],
    [
      'two chairs',
      `('chair', 1, '[2030-01-01,2030-02-01)'), ('chair', 2, '[2030-01-31,)')`,
      'roles_one_chair',
    ],
    [
      'member and observer',
      `('member', 2, '[2030-01-01,)'), ('observer', 2, '[2030-01-31,)')`,
      'roles_member_or_observer',
    ],
    ['an empty term', `('member', 1, '[2030-01-01,2030-01-01)')`, 'roles_during_check'],
  ])('the database itself refuses %s', async (_, values, constraint) => {
    const insert = `insert into roles (group_id, role, entity_id, during, created_at)
      select 1, v.role, v.entity_id, v.during::daterange, now() from (values ${values}) v(role, entity_id, during)`

    await expect(database.store.pool.query(insert)).rejects.toMatchObject({ constraint })
  })

  test('two appointments of a chair at once leave one', async () => {
    const appoint = (entityId: number) =>
      database.store.kysely
        .transaction()
        .execute((trx) =>
          appointRole(trx, { groupId: 8, role: 'chair', entityId, from: '2031-01-01', createdBy: null }, now),
        )
        .then(() => 'done')
        .catch((error: unknown) => (error instanceof UserError ? 'refused' : 'failed'))
    const results = await Promise.all([appoint(1), appoint(2), appoint(3)])
    const chairs = await database.store.pool.query(
      `select count(*)::int as n from roles where group_id = 8 and role = 'chair' and during @> '2031-01-01'::date`,
    )

    expect(results.filter((one) => one === 'failed')).toEqual([])
    expect(chairs.rows[0].n).toBe(1)
  })
})
