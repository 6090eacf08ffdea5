import { sql } from 'kysely'

import type { Period } from '../../src/core/time/period.ts'
import type { Db } from '../store/db.ts'

export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly previous: number | null
}

/**
 * The Compact in numbers at the end of a period, each with its value on the eve of the period: counted from
 * the store where the store knows it, else as last recorded.
 */
export async function figuresFor(db: Db, period: Period): Promise<readonly Figure[]> {
  const result = await sql<Figure>`
    with days as (
      select ${period.to}::date as last, ${period.from}::date as first, ${period.from}::date - 1 as eve,
        ${period.from}::date - (${period.to}::date - ${period.from}::date + 1) as before
    ), counted as (
      select 1 as place, 'entities' as key, 'Compact entities' as label,
        (select count(*) from entities e, days d where e.kind in ('member', 'observer')
          and (e.joined is null or e.joined <= d.last) and (e.retired is null or e.retired > d.last)) as value,
        (select count(*) from entities e, days d where e.kind in ('member', 'observer')
          and (e.joined is null or e.joined <= d.eve) and (e.retired is null or e.retired > d.eve)) as previous
      union all
      select 2, 'workingGroups', 'Working groups', (select count(*) from working_groups), null
      union all
      select 3, 'meetingsHeld', 'Working-group meetings in the period',
        (select count(*) from meetings m, days d where m.status = 'held'
          and (m.starts_at at time zone m.zone)::date between d.first and d.last),
        (select count(*) from meetings m, days d where m.status = 'held'
          and (m.starts_at at time zone m.zone)::date between d.before and d.eve)
    ), recorded as (
      select distinct on (f.key) f.key, f.label, f.value,
        (select g.value from figures g, days d where g.key = f.key and g.as_of <= d.eve order by g.as_of desc limit 1) as previous
      from figures f, days d where f.as_of <= d.last order by f.key, f.as_of desc
    )
    select key, label, value, previous from (
      select place, key, label, value, previous from counted
      union all
      select 10, key, label, value, previous from recorded
    ) all_figures order by place, label`.execute(db)
  return result.rows
}
