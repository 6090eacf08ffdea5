/** Addresses at which people publish when they are busy, and the times read there: nothing else of their calendars. */
export const busyTimes = `
create table busy_addresses (
  person_id int primary key references people on delete cascade,
  -- The address itself, sealed where there is a key: whoever knows it may read the calendar.
  address text not null,
  host text not null,
  set_at timestamptz not null,
  next_at timestamptz not null,
  -- When it was read last; null as long as it never was.
  read_at timestamptz,
  fault text,
  failing_since timestamptz,
  failures int not null default 0
);
create index busy_addresses_next on busy_addresses (next_at);

create table busy_times (
  person_id int not null references busy_addresses on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (person_id, starts_at)
);
`
