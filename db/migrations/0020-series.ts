/** Series of meetings; each meeting of one is a meeting like any other. */
export const series = `
create table meeting_series (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  title text not null check (title <> ''),
  kind text not null check (kind in ('regular', 'in-focus', 'committee', 'briefing')),
  minutes int not null check (minutes > 0),
  place text,
  link text,
  organizer_id int not null references people,
  -- The value of an RRULE without COUNT and UNTIL, and how a sentence says it.
  rule text not null check (rule <> ''),
  said text not null,
  first_day date not null,
  -- On the wall clock of the zone, on both sides of a change of the clocks.
  wall_hour int not null check (wall_hour between 0 and 23),
  wall_minute int not null check (wall_minute between 0 and 59),
  zone text not null,
  until_day date,
  times int check (times > 0),
  except_days text[] not null default '{}',
  -- How many days after the days of the rule its meetings take place, once the rest was moved.
  day_shift int not null default 0,
  -- The meetings up to this day of the rule exist.
  made_until date not null,
  -- From this day of the rule on there are no more: the rest was cancelled, or goes on as another series.
  ended_from date,
  created_at timestamptz not null,
  check (num_nonnulls(until_day, times) = 1)
);
create index meeting_series_made on meeting_series (made_until) where ended_from is null;

alter table meetings
  add column series_id int references meeting_series,
  -- The day of the rule: it names the meeting in its series for good, whatever it is moved to.
  add column series_day date,
  add constraint meetings_once_in_series unique (series_id, series_day);
`
