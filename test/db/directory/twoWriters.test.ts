import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { type ModelTerm, mayNotStandTogether } from './modelTerms.ts'
import { newGroup } from './newGroup.ts'

describe('two writers at once', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  const query = async (text: string) => (await database.store.pool.query(text)).rows

  test('of two terms that may not stand together only one is stored, else both are', async () => {
    const term = fc.record({
      role: fc.constantFrom<Role>('chair', 'member', 'observer'),
      entityId: fc.integer({ min: 1, max: 2 }),
      from: fc.nat(12),
      length: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(term, term, async (...pair) => {
        const groupId = await newGroup(database)
        const [one, other] = pair.map(
          ({ length, ...rest }): ModelTerm => ({
            ...rest,
            until: length === undefined ? Infinity : rest.from + length,
          }),
        )
        if (!one || !other) throw new Error('there are two')
        const stored = await atOnce(insertOf(groupId, one), insertOf(groupId, other))

        expect(stored).toEqual(mayNotStandTogether(one, other) ? [true, false] : [true, true])
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('one seat is not filled twice, and nobody stands for one entity twice', async () => {
    const groupId = await newGroup(database)
    const [free] = await query(
      `select p.id, e.id as entity from people p, entities e
        where not exists (select from posts o where o.person_id = p.id and o.entity_id = e.id) limit 1`,
    )
    const seat = (person: number, during: string) =>
      `insert into seats (group_id, entity_id, seat, person_id, during, recorded_at)
        values (${groupId}, 1, 'principal', ${person}, '${during}', now())`
    const post = (during: string) =>
      `insert into posts (person_id, entity_id, during, recorded_at)
        values (${free.id}, ${free.entity}, '${during}', now())`

    expect(await atOnce(seat(1, '[2030-01-01,)'), seat(2, '[2030-02-01,2030-03-01)'))).toEqual([true, false])
    expect(await atOnce(post('[2030-01-01,2030-02-02)'), post('[2030-02-01,)'))).toEqual([true, false])
  })

  /** Both write before either commits, each over a connection of its own; whether each was stored. */
  async function atOnce(one: string, other: string): Promise<readonly boolean[]> {
    const [a, b] = await Promise.all([database.store.pool.connect(), database.store.pool.connect()])
    try {
      await Promise.all([a.query('begin'), b.query('begin')])
      await a.query(one)
      // It waits for the other's end where the two may not stand together.
      const second = settled(b, other)
      await a.query('commit')
      const stored = await second
      await b.query(stored ? 'commit' : 'rollback')
      return [true, stored]
    } finally {
      a.release()
      b.release()
    }
  }
})

const first = '2030-01-01'

function insertOf(groupId: number, { role, entityId, from, until }: ModelTerm): string {
  const end = until === Infinity ? '' : addDays(first, until)
  return `insert into roles (group_id, role, entity_id, during, created_at)
    values (${groupId}, '${role}', ${entityId}, '[${addDays(first, from)},${end})', now())`
}

async function settled(client: pg.PoolClient, text: string): Promise<boolean> {
  try {
    await client.query(text)
    return true
  } catch (error) {
    // An exclusion constraint says that terms would overlap.
    expect(error).toMatchObject({ code: '23P01' })
    return false
  }
}
