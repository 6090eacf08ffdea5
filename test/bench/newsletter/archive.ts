import type pg from 'pg'

/** Issues of the archive, each of two months. */
const issues = 120

/**
 * An archive of that many accepted updates over twenty years, and an open issue of `open` more.
 */
export async function fillArchive(pool: pg.Pool, archive: number, open: number): Promise<void> {
  const client = await pool.connect()
  try {
    // So many rows take longer than a command may.
    await client.query('set statement_timeout = 0')
    await fill(client, archive, open)
    await client.query('reset statement_timeout')
  } finally {
    client.release()
  }
}

async function fill(pool: pg.PoolClient, archive: number, open: number): Promise<void> {
  await pool.query('update newsletters set status = $1 where status = $2', ['published', 'open'])
  const { rows: who } = await pool.query<{ id: number }>('select id from people order by id limit 1')
  const author = who[0]?.id
  await pool.query(
    `insert into newsletters (number, kind, period_from, period_to, closes_at, status, opened_by, opened_at)
     select 1000 + n, 'bi-monthly', m, (m + interval '2 months')::date - 1, m + interval '2 months',
       case when n = 0 then 'open' else 'published' end, $1, m
     from (select n, (date '2050-11-01' - make_interval(months => 2 * n))::date m from generate_series(0, $2::int) n) months`,
    [author, issues],
  )
  await pool.query('begin')
  await pool.query(
    `with made as (
       insert into updates (author_id, entity_id, newsletter_id, status, version, posted_at)
       select $1, all_of.ids[1 + i % 40], n.id, 'accepted', 1, n.period_from + make_interval(days => (i % 58)::int, secs => i)
       from generate_series(1, $2::int) i
       join newsletters n on n.number = case when i <= $3 then 1000 else 1001 + i % $4 end
       cross join (select array_agg(id) as ids from entities) all_of
       returning id, entity_id, posted_at
     )
     insert into update_versions (update_id, version, text, original_text, section, printed_date, date_form, start_on,
       end_on, precision, entities, edited_by, edited_at)
     select m.id, 1, t.text, t.text,
       (array['what-is-new', 'high-level-events', 'member-states', 'multi-agency', 'publications', 'regional'])[1 + m.id % 6],
       to_char(m.posted_at, 'DD Mon'), 'day', m.posted_at::date, m.posted_at::date, 'day', array[e.acronym], $1, m.posted_at
     from made m join entities e on e.id = m.entity_id
     cross join lateral (select e.acronym || ' held a ' || (array['workshop', 'training', 'seminar', 'briefing', 'launch'])[1 + m.id % 5]
       || ' on ' || (array['border security', 'prison management', 'aviation', 'financing', 'digital evidence', 'victims', 'maritime routes'])[1 + m.id % 7]
       || ' for ' || (array['judges', 'police officers', 'teachers', 'prosecutors', 'customs officers'])[1 + m.id % 3]
       || ' of region ' || m.id % 97 || ', round ' || m.id as text) t`,
    [author, archive + open, open, issues],
  )
  await pool.query('commit')
  await pool.query('vacuum analyze')
}
