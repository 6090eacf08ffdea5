import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asRecords, records } from '../../../db/store/records.ts'
import { type Params, statement, variants } from '../../../db/store/statement.ts'
import { recordStatements } from '../../bench/recorded.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

describe('a statement', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('is composed once and gets other values each time', async () => {
    let composed = 0
    const find = statement((db, given: Params<{ acronym: string }>) => {
      composed += 1
      return db.selectFrom('entities').select('acronym').where('acronym', '=', given.acronym)
    })
    const { kysely } = database.store

    expect(await find(kysely, { acronym: 'WHO' })).toEqual([{ acronym: 'WHO' }])
    expect(await find(kysely, { acronym: 'CTED' })).toEqual([{ acronym: 'CTED' }])
    expect(await find(kysely, { acronym: "' or true --" })).toEqual([])
    expect(composed).toBe(1)
  })

  test('belongs to the transaction that it is run in', async () => {
    const rename = statement((db, given: Params<{ name: string }>) =>
      db.updateTable('people').set({ title: given.name }).returning('id'),
    )
    const count = statement((db, given: Params<{ name: string }>) =>
      db.selectFrom('people').select('id').where('title', '=', given.name),
    )
    const { kysely } = database.store
    const given = { name: 'Somebody else' }
    const undone = kysely.transaction().execute(async (trx) => {
      expect((await rename(trx, given)).length).toBeGreaterThan(0)
      throw new Error('undone')
    })

    await expect(undone).rejects.toThrow('undone')
    expect(await count(kysely, given)).toEqual([])
  })

  test('writes its constants out, so that the planner sees which partial index fits', async () => {
    const waiting = statement((db, given: Params<{ before: Date }>) =>
      db
        .selectFrom('reminders')
        .select('id')
        .where('status', '=', "it's waiting" as 'waiting')
        .where('at', '<', given.before),
    )
    const { store, statements } = recordStatements(database.store)
    await waiting(store.kysely, { before: new Date(0) })

    expect(statements).toEqual([
      {
        text: `select "id" from "reminders" where "status" = 'it''s waiting' and "at" < $1`,
        values: [new Date(0)],
      },
    ])
  })

  test('takes a value that is missing for null', async () => {
    const echo = statement((db, given: Params<{ word?: string }>) =>
      db.selectNoFrom(sql<boolean>`${given.word}::text is null`.as('isNull')),
    )

    expect(await echo(database.store.kysely, {})).toEqual([{ isNull: true }])
    expect(await echo(database.store.kysely, { word: 'x' })).toEqual([{ isNull: false }])
  })

  test('has one text for any number of rows', async () => {
    interface Row {
      readonly groupId: number | null
      readonly note: string
    }
    const echo = statement((db, given: Params<{ rows: string }>) =>
      db
        .selectFrom(records<Row>(given.rows, { groupId: 'int', note: 'text' }))
        .select(['n.groupId', 'n.note']),
    )
    const rows: readonly Row[] = [
      { groupId: 1, note: '"quoted", O\'Neill' },
      { groupId: null, note: '' },
    ]

    expect(await echo(database.store.kysely, { rows: asRecords(rows) })).toEqual(rows)
    expect(await echo(database.store.kysely, { rows: asRecords([]) })).toEqual([])
  })

  test('of a shape is made once for each shape', () => {
    const made: number[] = []
    const shaped = variants(({ count }: { readonly count: number }) => {
      made.push(count)
      return { count }
    })

    expect([shaped({ count: 1 }), shaped({ count: 2 }), shaped({ count: 1 })]).toEqual([
      { count: 1 },
      { count: 2 },
      { count: 1 },
    ])
    expect(made).toEqual([1, 2])
  })
})
