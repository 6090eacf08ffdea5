import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { groupHistory } from '../../../db/directory/groups.ts'
import { appointInTurn } from '../../../db/directory/terms/succession.ts'
import { addDays } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { newGroup } from './newGroup.ts'

const now = new Date('2026-11-21T12:00:00Z')

interface Turn {
  readonly entityId: number
  readonly from: string
  readonly to?: string
}

describe('a chair that rotates', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  /** The terms of a new group after these appointments, in this order. */
  async function entered(turns: readonly Turn[]): Promise<readonly string[]> {
    const groupId = await newGroup(database)
    const { kysely } = database.store
    for (const turn of turns) {
      await kysely
        .transaction()
        .execute((trx) => appointInTurn(trx, { groupId, role: 'chair', ...turn, createdBy: null }, now))
    }
    const terms = await groupHistory(kysely, groupId)
    return terms.map(({ entity, role, from, until }) => `${entity} ${role} ${from} ${until}`).toSorted()
  }

  test('is the same in the end, in whatever order the turns ahead are entered', async () => {
    // A turn lasts until the next, ends by itself the day before it, or a while earlier.
    const length = fc.constantFrom('open' as const, 'whole' as const, 'short' as const)
    const rotation = fc
      .array(fc.record({ length, days: fc.integer({ min: 2, max: 90 }) }), { minLength: 2, maxLength: 5 })
      .chain((turns) =>
        fc.record({
          turns: fc.constant(turns),
          order: fc.shuffledSubarray([...turns.keys()], { minLength: turns.length }),
        }),
      )
    await fc.assert(
      fc.asyncProperty(rotation, async ({ turns, order }) => {
        const inOffice = { entityId: 1, from: '2026-01-01' }
        const planned: Turn[] = []
        let from = '2027-01-01'
        for (const [at, { length, days }] of turns.entries()) {
          const next = addDays(from, days)
          const to = length === 'open' ? undefined : addDays(next, length === 'whole' ? -1 : -2)
          planned.push({ entityId: 2 + at, from, ...(to ? { to } : {}) })
          from = next
        }
        const shuffled = order.flatMap((at) => planned[at] ?? [])

        expect(await entered([inOffice, ...shuffled])).toEqual(await entered([inOffice, ...planned]))
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test('keeps whoever chaired a member from their last day on, also where they chair again later', async () => {
    const turns = [
      { entityId: 1, from: '2026-01-01' },
      { entityId: 2, from: '2027-07-01' },
      { entityId: 3, from: '2027-04-01' },
      { entityId: 2, from: '2027-01-01' },
    ]
    const { rows } = await database.store.pool.query('select acronym from entities where id <= 3 order by id')
    const [one, two, three] = rows.map(({ acronym }) => acronym)

    expect(await entered(turns)).toEqual(
      [
        `${one} chair 2026-01-01 2027-01-01`,
        `${one} member 2027-01-01 null`,
        `${two} chair 2027-01-01 2027-04-01`,
        `${two} member 2027-04-01 null`,
        `${two} chair 2027-07-01 null`,
        `${three} chair 2027-04-01 2027-07-01`,
        `${three} member 2027-07-01 null`,
      ].toSorted(),
    )
  })

  test('names whoever stands in the way of a last day that is given', async () => {
    const { rows } = await database.store.pool.query('select acronym from entities where id = 2')
    const crossing = entered([
      { entityId: 2, from: '2027-04-01' },
      { entityId: 3, from: '2027-01-01', to: '2027-04-30' },
    ])

    await expect(crossing).rejects.toThrow(`${rows[0].acronym} is chair of`)
    await expect(crossing).rejects.toThrow('the last day is 31 Mar 2027 at the latest')
  })
})
