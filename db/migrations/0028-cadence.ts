/** How often each group meets, and the periods in which it decided not to. */
export const cadence = `
alter table working_groups
  add column rhythm text not null default 'quarterly'
    check (rhythm in ('monthly', 'bi-monthly', 'quarterly', 'half-yearly', 'yearly', 'none'));

create table group_pauses (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  -- The period in which it does not meet, both days within.
  first_day date not null,
  last_day date not null,
  reason text,
  decided_by int not null references people,
  decided_at timestamptz not null,
  -- Taken back; the record of it stays.
  withdrawn_at timestamptz,
  check (first_day <= last_day)
);
create unique index group_pauses_once on group_pauses (group_id, first_day, last_day) where withdrawn_at is null;
create index meetings_regular on meetings (group_id, starts_at) where kind = 'regular' and status <> 'cancelled';
`
