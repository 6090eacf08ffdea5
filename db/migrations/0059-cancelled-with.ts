/**
 * With which meeting of its series a meeting was cancelled as the rest: they are restored together, and one that was
 * cancelled by itself is not.
 */
export const cancelledWith = `
alter table meetings add column cancelled_with int references meetings;
update meetings m set cancelled_with = f.id
from (
  select distinct on (o.series_id, o.changed_at) o.id, o.series_id, o.changed_at
  from meetings o
  where o.status = 'cancelled' and o.series_id is not null
  order by o.series_id, o.changed_at, o.series_day
) f
where m.status = 'cancelled' and f.series_id = m.series_id and f.changed_at = m.changed_at;
`
