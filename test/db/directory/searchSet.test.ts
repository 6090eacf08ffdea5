import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { searchDirectory } from '../../../db/directory/find/search.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'
import { people } from './searchSet/people.ts'
import { tuned } from './searchSet/tuned.ts'
import { unseen } from './searchSet/unseen.ts'

const kinds = ['people', 'entities', 'groups'] as const

describe('the search set', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    for (const { name, email, entity, title, station, country, languages } of people) {
      await database.store.pool.query(
        `insert into people (name, email, entity_id, title, station, country, languages)
         values ($1, $2, (select id from entities where acronym = $3), $4, $5, $6, $7)`,
        [name, email, entity, title, station, country, languages],
      )
    }
  })
  afterAll(() => database.drop())

  async function missed(set: typeof tuned, among: number): Promise<readonly string[]> {
    const wrong: string[] = []
    for (const [query, wanted] of set) {
      const hits = await searchDirectory(database.store.kysely, { query, kinds, limit: 10 })
      const found = hits.slice(0, among).map(({ label }) => label)
      if (!found.includes(wanted)) wrong.push(`${query} → ${wanted}, not ${found.join(', ') || 'nothing'}`)
    }
    return wrong
  }

  test('finds first what each query of the set means', async () => {
    expect(await missed(tuned, 1)).toEqual([])
  })

  test('finds first nine in ten of what it was not made with, and 95 % among the first three', async () => {
    const first = await missed(unseen, 1)
    const three = await missed(unseen, 3)

    expect(first.length / unseen.length, first.join('\n')).toBeLessThanOrEqual(0.1)
    expect(three.length / unseen.length, three.join('\n')).toBeLessThanOrEqual(0.05)
  })
})
