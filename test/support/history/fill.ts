import type pg from 'pg'

import { meetingsOver } from './meetings.ts'
import { recordsOver } from './records.ts'

/** Records of each kind that are over, so many each, as years of work leave them behind. */
export async function fillHistory(pool: pg.Pool, now: string, past: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Nobody reacts to what is entered here.
    await client.query('set local session_replication_role to replica')
    await client.query(groups)
    await client.query(people)
    await client.query(
      `create temp table past on commit drop as
       select n, g.id as group_id, p.id as person_id, p.entity_id,
         $1::timestamptz - n * interval '4 hours' - interval '2 days' as at
       from generate_series(1, $2::int) n join g on g.nr = n % g.number join p on p.nr = n % p.number`,
      [now, past],
    )
    for (const [table, columns] of Object.entries({ ...meetingsOver, ...recordsOver })) {
      const numbered = Object.hasOwn(columns, 'id')
      await client.query(
        `insert into ${table} (${Object.keys(columns).join(', ')}) ${numbered ? 'overriding system value' : ''}
         select ${Object.values(columns).join(', ')} from past`,
      )
      if (numbered) {
        await client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, past + 1])
      }
    }
    await client.query('commit')
  } finally {
    client.release()
  }
  await pool.query('vacuum analyze')
}

const groups = `create temp table g on commit drop as
  select id, row_number() over (order by id) - 1 as nr, count(*) over () as number from working_groups`

const people = `create temp table p on commit drop as
  select id, entity_id, row_number() over (order by id) - 1 as nr, count(*) over () as number
  from people where entity_id is not null`
