import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type TestDatabase, testDatabase } from '../../../support/database.ts'

describe('a word but for one key', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  /** Those of the words of which the typed one is a slip, and whether the index meets them. */
  async function slips(typed: string, words: readonly string[]): Promise<readonly string[]> {
    const { rows } = await database.store.pool.query<{ word: string }>(
      'select word from unnest($2::text[]) word where but_one(word) && but_one($1) and is_slip($1, word)',
      [typed, words],
    )
    return rows.map(({ word }) => word)
  }

  test.each(['senben', 'юнеско', 'الطيب'])(
    '%s is found with letters swapped, left out, too many or wrong',
    async (word) => {
      const [first = '', second = ''] = word
      const end = word.slice(-1)
      const near = [
        second + first + word.slice(2),
        word.slice(0, -2) + end + word.slice(-2, -1),
        word.slice(1),
        word.slice(0, -1),
        `${first}${word}`,
        `${word}x`,
        `x${word.slice(1)}`,
        `${word.slice(0, 2)}x${word.slice(3)}`,
      ]
      const far = [
        `${word}xy`,
        word.slice(2),
        `x${word.slice(1, -1)}y`,
        `${word.slice(1)}x`,
        [...word].reverse().join(''),
      ]

      expect(await slips(word, [...near, ...far])).toEqual(near)
    },
  )

  test('of three letters is one with two of them swapped', async () => {
    expect(await slips('imo', ['mio', 'iom', 'imf', 'im', 'imos', 'omi'])).toEqual(['mio', 'iom'])
  })

  test('there is none of a word of two letters or of more than sixteen', async () => {
    expect(await slips('un', ['nu', 'una'])).toEqual([])
    expect(await slips('x'.repeat(17), ['x'.repeat(16)])).toEqual([])
  })
})
