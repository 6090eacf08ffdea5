/** Private addresses at which calendars are read. */
export const calendarFeeds = `
create table calendar_feeds (
  id int generated always as identity primary key,
  -- The token itself stands in the address alone.
  token_hash text not null unique,
  person_id int not null references people on delete cascade,
  scope text not null check (scope in ('mine', 'group', 'all')),
  group_id int references working_groups,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check ((scope = 'group') = (group_id is not null))
);
create unique index calendar_feeds_live on calendar_feeds (person_id, scope, (coalesce(group_id, 0))) where revoked_at is null;
`
