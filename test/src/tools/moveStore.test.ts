import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { tablesOf } from '../../../db/store/moving/tables.ts'
import { emptyDatabase, type TestDatabase } from '../../support/database.ts'
import { createMover, type Mover } from './runMove.ts'

describe('an operator moves the embedded store to a server', () => {
  let database: TestDatabase
  let mover: Mover
  let folder: string
  beforeAll(async () => {
    database = await emptyDatabase()
    mover = await createMover()
    folder = mover.folder
  })
  afterAll(async () => {
    await database.drop()
    await mover.end()
  })

  const bot: Mover['bot'] = (...given) => mover.bot(...given)
  const move = () => mover.move(database.url)

  test('with every record, number and waiting letter, and puts the old store out of reach', async () => {
    await bot(
      undefined,
      '/newsletter open November-December closes:2027-01-08',
      '/update post "UNODC trained 40 👩‍👩‍👧 judges in Amman, Jordan (16-18 Nov), عمّان"',
      '/update accept U1',
      '/meeting schedule "Quarterly meeting" wg:ETCIP start:"10 Dec 15:00" confirm:yes',
      '/newsletter subscribers add reader@elsewhere.example',
    )

    await waitingLetter(folder)

    const moved = await move()

    expect(moved.err).toBe('')
    expect(moved.out).toMatch(
      /^Moved [\d,]+ records, and 1 delivery that still waited\.\nThe old store stands in .*store-moved, where no start finds it/,
    )
    expect(existsSync(join(folder, 'store'))).toBe(false)
    const old = await openDatabase({ dataDir: join(folder, 'store-moved') })
    try {
      expect(await everyRow(database.store)).toEqual(await everyRow(old))
      expect(await letters(database.store)).toEqual([{ data: { to: 'late@elsewhere.example' } }])
    } finally {
      await old.close()
    }
  })

  test('and the bot goes on there, with the next number and with triggers that work', async () => {
    const { out } = await bot(
      database.url,
      '/update show U1',
      '/update post "UNODC met in Vienna, Austria (20 Nov)"',
      '/directory edit entity UNODC name:"Office of Moved Records"',
      '/directory find moved records',
    )

    expect(out).toContain('👩‍👩‍👧')
    expect(out).toContain('Posted U2')
    expect(out).toMatch(/match for “moved records”:\n {2}• UNODC/)
  })

  test('never over records that are there, and says where there is nothing to move', async () => {
    expect(await move()).toMatchObject({ code: 1, err: expect.stringContaining('There is no store in') })
    await bot(undefined, '/help')

    const refused = await move()

    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('holds records already') })
    expect(existsSync(join(folder, 'store'))).toBe(true)
    expect((await mover.move(undefined)).err).toContain('DATABASE_URL is not set')
    expect((await bot(undefined, '/directory find UNODC')).out).toContain('UNODC')
  })
})

/** A letter that is due in some years, so that nobody sends it meanwhile. */
async function waitingLetter(folder: string): Promise<void> {
  const store = await openDatabase({ dataDir: join(folder, 'store') })
  try {
    await store.pool.query(
      `insert into pgboss.job (name, data, start_after) values ('mail', '{"to": "late@elsewhere.example"}', '2040-01-01')`,
    )
  } finally {
    await store.close()
  }
}

async function letters({ pool }: Store): Promise<readonly unknown[]> {
  return (await pool.query(`select data from pgboss.job where name = 'mail' and state = 'created'`)).rows
}

/** All rows of all tables as texts, in no order. */
async function everyRow({ pool }: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = await pool.connect()
  try {
    const rows: Record<string, readonly string[]> = {}
    for (const { name } of await tablesOf(client)) {
      const found = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t order by 1`,
      )
      rows[name] = found.rows.map(({ row }) => row)
    }
    return rows
  } finally {
    client.release()
  }
}
