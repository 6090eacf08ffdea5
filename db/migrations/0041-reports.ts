/** Work plans of working groups, their progress reports by heading, and until when the reports of a year are wanted. */
export const reports = `
create table work_items (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  year int not null,
  what text not null check (what <> ''),
  -- Who does it.
  entity_id int references entities,
  due_on date,
  status text not null check (status in ('planned', 'under way', 'done', 'dropped')),
  removed boolean not null default false,
  added_by int not null references people,
  added_at timestamptz not null
);
create index work_items_group on work_items (group_id, year);

create table report_parts (
  id int generated always as identity primary key,
  group_id int not null references working_groups,
  year int not null,
  heading text not null check (heading <> ''),
  -- Empty where there is nothing to report.
  body text not null,
  removed boolean not null default false,
  unique (group_id, year, heading)
);
create index report_parts_year on report_parts (year);

create table report_years (
  year int primary key,
  due_on date not null,
  set_by int not null references people,
  set_at timestamptz not null
);
`
