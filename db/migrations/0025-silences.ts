/** Texts that are adopted unless an entity objects. */
export const silences = `
create table silence_procedures (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  body text not null check (body <> ''),
  closes_at timestamptz not null,
  -- IANA zone in which the deadline was set.
  zone text not null,
  status text not null check (status in ('open', 'broken', 'adopted')),
  opened_by int not null references people,
  opened_at timestamptz not null,
  broken_by int references people,
  broken_entity int references entities,
  broken_reason text,
  decided_at timestamptz
);
create index silence_procedures_open on silence_procedures (closes_at) where status = 'open';
create index silence_procedures_group on silence_procedures (group_id, id desc);
`
