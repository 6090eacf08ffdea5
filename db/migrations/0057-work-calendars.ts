/**
 * Nobody who has set hours of work is reminded of a day on one that they do not work on: neither on their days of rest,
 * nor on the public holidays that they keep.
 */
export const workCalendars = `
create table work_calendars (
  -- A country by its ISO 3166 code, a time zone in the place of its country, or UN for what its staff keeps.
  calendar text primary key,
  working_days int[] not null default '{1,2,3,4,5}',
  -- The last year of which the holidays are known; the next tick looks for those that lack any.
  known_to int not null default 0
);
create table holidays (
  calendar text not null references work_calendars,
  day date not null,
  primary key (calendar, day)
);


create function calendar_used(person int) returns void language sql as $$
  insert into work_calendars (calendar)
    select unnest(array[coalesce(h.country, p.zone), 'UN'])
    from person_hours h join people p on p.id = h.person_id where p.id = person
  on conflict do nothing
$$;
select calendar_used(person_id) from person_hours;

create function hours_set() returns trigger language plpgsql as $$
begin
  perform calendar_used(new.person_id);
  return null;
end $$;
create trigger person_hours_calendar after insert or update of country on person_hours
  for each row execute function hours_set();
create function zone_set() returns trigger language plpgsql as $$
begin
  perform calendar_used(new.id);
  return null;
end $$;
create trigger people_calendar after update of zone on people
  for each row when (old.zone is distinct from new.zone) execute function zone_set();

-- Whether somebody works on a day, by their days of the week and their calendars; both null for who has set no hours.
create function works_on(at_day date, days int[], calendars text[]) returns boolean language sql stable as $$
  select (days is null or cardinality(days) = 0 or extract(isodow from at_day)::int = any(days))
    and (calendars is null or not exists
      (select from holidays h where h.calendar = any(calendars) and h.day = at_day))
$$;

drop function calm_moment(timestamptz, timestamptz, text, int, int, int[]);

-- When something due at a moment is said to somebody: not on a day on which they do not work, not in their quiet
-- hours, and never later than it is of use.
create function calm_moment(
  due timestamptz, ends timestamptz, zone text, quiet_from int, quiet_to int, days int[], calendars text[]
) returns timestamptz language plpgsql stable as $$
declare
  local timestamp := due at time zone zone;
  base timestamptz := due;
  minute int;
  morning timestamp;
  evening timestamp;
begin
  if days is not null or calendars is not null then
    for step in 1..14 loop
      exit when works_on(local::date, days, calendars);
      local := local - interval '1 day';
      -- A local time that stands unchanged is not read back: the clocks may show it twice.
      base := local at time zone zone;
    end loop;
  end if;
  if quiet_from is null or quiet_from = quiet_to then
    return base;
  end if;
  minute := extract(hour from local)::int * 60 + extract(minute from local)::int;
  if quiet_from < quiet_to and (minute < quiet_from or minute >= quiet_to)
    or quiet_from > quiet_to and minute < quiet_from and minute >= quiet_to then
    return base;
  end if;
  morning := local::date + make_interval(mins => quiet_to);
  evening := local::date + make_interval(mins => quiet_from - 1);
  if quiet_from > quiet_to and minute >= quiet_from then
    morning := morning + interval '1 day';
  elsif quiet_from > quiet_to then
    evening := evening - interval '1 day';
  end if;
  if (morning at time zone zone) < ends and works_on(morning::date, days, calendars) then
    return morning at time zone zone;
  end if;
  return evening at time zone zone;
end $$;
`
