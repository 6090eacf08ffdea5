import { groupCard } from '../../../db/directory/groups.ts'
import { believedTerms } from '../../../db/directory/terms/believed.ts'
import { copiedSample } from '../copied.ts'
import { percentile } from '../figures.ts'
import { percentileLine, timesOf } from '../spread.ts'
import { type Line, line } from '../table.ts'

const asked = 400
const warmUp = 100
const today = '2026-11-01'
const longAgo = '2018-02-01'

/** Who was a member on a day of ten years ago, against who is one today: as many then as now. */
export async function benchMembership(server: string): Promise<readonly Line[]> {
  const { store } = await copiedSample(server, 'membership')
  try {
    await store.pool.query('delete from roles')
    // Half a year each, for ten years, and one that lasts.
    await store.pool.query(
      `insert into roles (group_id, role, entity_id, during, created_at)
       select g.id, 'member', e.id, daterange(d::date, case when d < '2026-07-01' then (d + interval '6 months')::date end), d
       from (select id from working_groups order by id limit 6) g, (select id from entities order by id limit 30) e,
         generate_series(timestamp '2016-07-01', '2026-07-01', interval '6 months') d`,
    )
    await store.pool.query('vacuum analyze')
    const { rows } = await store.pool.query<{ id: number }>(
      'select distinct group_id as id from roles order by id',
    )
    const known = new Date('2020-01-01T00:00:00Z')
    const acts = {
      now: (id: number) => groupCard(store.kysely, id, today),
      past: (id: number) => groupCard(store.kysely, id, longAgo),
      believed: (id: number) => believedTerms(store.kysely, { subject: 'group', id, on: longAgo, known }),
    }
    const times = { now: [] as number[], past: [] as number[], believed: [] as number[] }
    for (let index = 0; index < asked + warmUp; index += 1) {
      const id = rows[index % rows.length]?.id ?? 0
      for (const name of ['now', 'past', 'believed'] as const) {
        const [ms = 0] = await timesOf([() => acts[name](id)], 0)
        if (index >= warmUp) times[name].push(ms)
      }
    }
    return [
      percentileLine('membership: today', times.now, 0.5),
      percentileLine('membership: as of 2018, ten years of history', times.past, 0.5),
      line(
        'membership: as of 2018 against today, p50',
        percentile(times.past, 0.5) / percentile(times.now, 0.5),
        '',
        { at: 1.1, better: 'less' },
      ),
      percentileLine('membership: as of 2018 as it was known in 2020', times.believed, 0.5),
    ]
  } finally {
    await store.close()
  }
}
