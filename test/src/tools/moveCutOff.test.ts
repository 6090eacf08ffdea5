import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { migrate } from '../../../db/store/migrate.ts'
import { emptyDatabase, type TestDatabase } from '../../support/database.ts'
import { until } from '../../support/runner/until.ts'
import { createMover, type Mover } from './runMove.ts'

describe('a move to a server that is cut off', () => {
  let database: TestDatabase
  let mover: Mover
  let other: pg.Client
  const inFolder = (name: string) => join(mover.folder, name)
  beforeAll(async () => {
    database = await emptyDatabase()
    mover = await createMover()
    other = new pg.Client({ connectionString: database.url })
    await other.connect()
    await mover.bot(undefined, '/meeting schedule "Quarterly" wg:ETCIP start:"10 Dec 15:00" confirm:yes')
  })
  afterAll(async () => {
    await other.end()
    await database.drop()
    await mover.end()
  })

  /** The session of a move that waits for a lock in the midst of its work. */
  async function waiting(): Promise<number> {
    const { rows } = await other.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (!rows[0]) throw new Error('nobody waits')
    return rows[0].pid
  }
  const count = async (table: string) =>
    Number((await other.query(`select count(*) from ${table}`)).rows[0]?.count)

  test('leaves a database of another program as it was', async () => {
    await other.query('create table orders (id int)')
    const { code, err } = await mover.move(database.url)
    expect([code, err]).toEqual([1, expect.stringContaining('tables of another program, such as orders')])
    const { rows } = await other.query(`select relname from pg_class where relname = 'schema_migrations'`)
    expect(rows).toEqual([])
    await other.query('drop table orders')
  })

  test.each(['its program is killed', 'its connection is lost'])(
    'where %s while it copies, has moved nothing',
    async (how) => {
      await migrate(database.store)
      const holder = await database.store.pool.connect()
      await holder.query('begin; lock table people in share mode')
      let kill: (() => void) | undefined
      const ended = mover.move(database.url, (child) => {
        kill = () => void child.kill('SIGKILL')
      })
      const session = await until(waiting)
      if (how.includes('killed')) kill?.()
      else await other.query('select pg_terminate_backend($1)', [session])
      const { err } = await ended
      await holder.query('rollback')
      holder.release()

      expect(await count('people')).toBe(0)
      expect(existsSync(inFolder('store/PG_VERSION'))).toBe(true)
      // Whoever was killed could not say so, and only the next move finds out how far it came.
      if (how.includes('lost')) expect(err).toContain('Nothing was moved')
      expect(existsSync(inFolder('store.moving'))).toBe(how.includes('killed'))
      if (!how.includes('killed')) return
      const elsewhere = await emptyDatabase()
      const refused = await mover.move(elsewhere.url)
      await elsewhere.drop()
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringContaining('was cut off, and everything may'),
      ])
      expect(refused.err).not.toContain('@')
    },
  )

  test('is done by the next one, and one that had come to its end is not done twice', async () => {
    expect((await mover.move(database.url)).out).toMatch(/^Moved [\d,]+ records/)
    const meetings = await count('meetings')
    const { rows } = await other.query<{ said: string }>(
      `select obj_description('schema_migrations'::regclass) as said`,
    )
    renameSync(inFolder('store-moved'), inFolder('store'))
    writeFileSync(inFolder('store.moving'), /[\w-]+$/.exec(rows[0]?.said ?? '')?.[0] ?? '')

    const start = await mover.bot(undefined, '/meeting show M1')
    expect([start.out, start.err]).toEqual(['', expect.stringContaining('Run “npm run move” again')])
    const again = await mover.move(database.url)
    expect([again.err, again.out]).toEqual([
      '',
      expect.stringMatching(/^Everything had been moved by the run/),
    ])
    expect(await count('meetings')).toBe(meetings)
    expect([existsSync(inFolder('store')), existsSync(inFolder('store.moving'))]).toEqual([false, false])
  })
})
