/** How each person wants to be reminded, reminders that repeat or are for a group, snoozes, and rules as the secretariat set them. */
export const reminders = `
create table reminder_settings (
  person_id int primary key references people,
  -- Instead of the rules' own moments before a meeting; null leaves those.
  leads jsonb,
  -- The days of the longest of these leads, so that the search for what is due looks far enough ahead.
  lead_days int not null default 0,
  -- Minutes after midnight by the person's clock; null for the hours of the house, equal ones for none.
  quiet_from int check (quiet_from between 0 and 1439),
  quiet_to int check (quiet_to between 0 and 1439),
  -- When the daily digest comes, in minutes after midnight; null for single messages.
  digest_at int check (digest_at between 0 and 1439),
  -- A platform, or email; null for the account used last.
  via text,
  -- How many reminders a week come as messages of their own; null for all.
  weekly int check (weekly between 0 and 1000),
  set_at timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null))
);

create table rule_settings (
  rule text primary key,
  enabled boolean not null,
  moments jsonb,
  set_by int not null references people,
  set_at timestamptz not null
);

create table unsubscribed (
  person_id int not null references people,
  rule text not null,
  at timestamptz not null,
  primary key (person_id, rule)
);

alter table reminders
  add column group_id int references working_groups,
  add column urgent boolean not null default false,
  -- An RFC 5545 rule; start_on is the day from which it counts, wall_minutes the time by the clock of zone.
  add column rule text,
  add column said text,
  add column start_on date,
  add column wall_minutes int,
  add column until_on date,
  add column times_left int,
  -- What the clocks of the coming night do to its hour.
  add column note text;
create index reminders_group on reminders (group_id, at) where status = 'waiting' and group_id is not null;

alter table notices
  add column rule text,
  add column priority int not null default 1,
  add column waits_for text check (waits_for in ('quiet', 'digest', 'brief')),
  add column folded_until timestamptz,
  drop constraint notices_state_check,
  add constraint notices_state_check
    check (state in ('queued', 'sending', 'sent', 'ambiguous', 'dead', 'folded'));
drop index notices_unsent;
create index notices_unsent on notices (created_at) where state in ('sending', 'ambiguous', 'dead');
create index notices_folded on notices (folded_until) where state = 'folded';
create index notices_room_subject on notices (subject, created_at desc) where person_id is null;

create table snoozes (
  id int generated always as identity primary key,
  notice_id bigint not null references notices,
  person_id int not null references people,
  until timestamptz not null,
  status text not null check (status in ('waiting', 'sent', 'cancelled')),
  created_at timestamptz not null
);
create index snoozes_due on snoozes (until) where status = 'waiting';
create unique index snoozes_one on snoozes (person_id, notice_id) where status = 'waiting';

-- When something due at a moment is said to somebody: not on a day on which they do not work, not in their quiet
-- hours, and never later than it is of use.
create function calm_moment(
  due timestamptz, ends timestamptz, zone text, quiet_from int, quiet_to int, days int[]
) returns timestamptz language plpgsql stable as $$
declare
  local timestamp := due at time zone zone;
  base timestamptz := due;
  minute int;
  morning timestamp;
  evening timestamp;
begin
  if days is not null and cardinality(days) > 0 then
    for step in 1..6 loop
      exit when extract(isodow from local)::int = any(days);
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
  if (morning at time zone zone) < ends
    and (days is null or cardinality(days) = 0 or extract(isodow from morning)::int = any(days)) then
    return morning at time zone zone;
  end if;
  return evening at time zone zone;
end $$;
`
