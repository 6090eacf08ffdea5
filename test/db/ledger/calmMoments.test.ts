import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { calmMoment } from '../../../db/directory/hours/workWeek.ts'
import { testDatabase } from '../../support/database.ts'

test('what is due by day is said at once, as the store itself finds, in every zone and on both sides of a change of the clocks', async () => {
  const database = await testDatabase()
  const ref = (name: string) => sql.ref(name)
  const hours = {
    ...{ zone: ref('zone'), quietFrom: ref('quiet_from'), quietTo: ref('quiet_to') },
    ...{ days: ref('days'), calendars: sql`null::text[]` },
  }
  const { rows } = await sql<{ tried: number; moved: number; other: number; off: number }>`
    select count(*)::int as tried, count(*) filter (where said <> due)::int as moved,
      count(*) filter (where said is distinct from calm_moment(due, due + interval '5 hours', zone, quiet_from, quiet_to, days, null))::int as other,
      count(*) filter (where quiet_from is null and not works_on((said at time zone zone)::date, days, null))::int as off
    from generate_series(timestamptz '2026-10-22 00:00Z', '2026-11-03 00:00Z', '61 minutes') as due
    cross join unnest(array['Europe/Vienna', 'America/New_York', 'Asia/Kathmandu']) as zone
    cross join (values (null, null), (1320, 360), (720, 840), (0, 0), (1380, 60), (1, 0), (0, 1)) as quiet (quiet_from, quiet_to)
    cross join (values (null), (array[1, 2, 3, 4, 5]), (array[1, 2, 3, 4, 7]), (array[3])) as week (days)
    cross join lateral (select ${calmMoment(ref('due'), sql`due + interval '5 hours'`, hours)} as said) as found`.execute(
    database.store.kysely,
  )
  await database.drop()

  expect(rows[0]?.other).toBe(0)
  expect(rows[0]?.off).toBe(0)
  expect(rows[0]?.moved).toBeGreaterThan(1_000)
  expect(rows[0]?.tried).toBeGreaterThan(20_000)
})
