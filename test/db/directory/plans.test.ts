import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type TestDatabase, testDatabase } from '../../support/database.ts'

/** Many people over ten years, whose terms are tens of thousands. */
const fill = `
  insert into people (name, email, entity_id, since)
  select 'Person ' || n, 'p' || n || '@many.example', (select min(id) from entities) + n % 40, '2016-01-01'
  from generate_series(1, 3000) n;
  insert into term_versions (kind, term_id, group_id, entity_id, person_id, role, during, recorded_at, superseded_at)
  select 'role', n, (select min(id) from working_groups) + n % 8, (select min(id) from entities) + n % 40,
    (select min(id) from people) + n % 3000, 'member',
    daterange(date '2016-01-01' + n % 3650, date '2016-01-01' + n % 3650 + 90),
    timestamptz '2016-01-01' + n % 3650 * interval '1 day', timestamptz '2016-01-01' + (n % 3650 + 30) * interval '1 day'
  from generate_series(1, 24000) n;
  insert into roles (group_id, entity_id, role, created_at, during)
  select (select min(id) from working_groups) + n % 8, (select min(id) from entities) + n / 8 % 40, 'co-chair', now(),
    daterange(date '1950-01-01' + n / 320 * 30, date '1950-01-01' + n / 320 * 30 + 10)
  from generate_series(0, 3199) n on conflict do nothing;
  update people set retired_on = date '1990-01-01' + id % 9000 where id % 3 = 0 and email like 'p%@many.example';
  insert into disclosures (person_id, viewer_id, fields, door, at)
  select (select min(id) from people) + n % 3000, (select min(id) from people), '{email}', 'directory person', now()
  from generate_series(1, 15000) n;
  analyze`

describe('over thousands of people and tens of thousands of terms an index is read for', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    await database.store.pool.query(fill)
  })
  afterAll(() => database.drop())

  test.each([
    [
      'who stood for an entity on a day',
      `select * from posts where entity_id = 3 and during @> date '2020-05-01'`,
      'posts',
    ],
    ['whom a person stood for', `select * from posts where person_id = 77`, 'posts'],
    [
      'what was believed of a person',
      `select * from term_versions where person_id = 77 and superseded_at > '2020-01-01'`,
      'term_versions',
    ],
    [
      'who was shown an address',
      `select * from disclosures where person_id = 77 order by at desc limit 20`,
      'disclosures',
    ],
    [
      'namesakes',
      `select id from people where name_key(name) = name_key('77 person') and retired_on is null`,
      'people',
    ],
    [
      'which roles ended within some days',
      `select id from roles where not upper_inf(during)
       and upper(during) > date '1951-05-01' and upper(during) <= date '1951-05-20' + 1`,
      'roles',
    ],
    [
      'who left the directory within some days',
      `select id from people where retired_on > date '1995-05-01' and retired_on <= date '1995-05-20' + 1`,
      'people',
    ],
    ['a mailbox', `select id from people where email = 'p77@many.example'`, 'people'],
  ])('%s', async (_, query, table) => {
    const { rows } = await database.store.pool.query<{ 'QUERY PLAN': string }>(`explain ${query}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')

    expect(plan).not.toContain(`Seq Scan on ${table}`)
    expect(plan).toMatch(/Index/)
  })
})
