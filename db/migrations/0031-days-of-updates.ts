/** Updates are found by the days of which they tell, however long the archive is. */
export const daysOfUpdates = `
create index update_versions_days on update_versions using gist (daterange(start_on, coalesce(end_on, start_on), '[]'))
  where start_on is not null;
`
