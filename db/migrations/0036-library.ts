/** The thematic library, and the changes of records that are kept so that each can be taken back. */
export const library = `
-- What was changed in a record of the library, a work plan, a report, a recommendation or a project: only the columns
-- that differ. What is added was removed before and is not after.
create table record_changes (
  kind text not null check (kind in ('library', 'work-item', 'report-part', 'recommendation', 'project')),
  record_id int not null,
  -- Counts the changes of the record from 1.
  number int not null,
  before json not null,
  after json not null,
  -- Why, in the words of whoever changed it.
  note text,
  -- The number of the change that it takes back.
  reverts int,
  changed_by int not null references people,
  changed_at timestamptz not null,
  primary key (kind, record_id, number)
);

create table library_items (
  id int generated always as identity primary key,
  title text not null check (title <> ''),
  link text not null,
  -- The address without what tells no pages apart, so that the same page is noticed.
  link_key text not null,
  kind text not null check (kind in ('publication', 'report', 'guide', 'tool', 'training', 'other')),
  -- Who issued it.
  entity_id int references entities,
  group_id int references working_groups,
  published_from date,
  published_to date,
  topics text[] not null default '{}',
  -- What it is for, in a sentence.
  purpose text,
  -- Whether the secretariat prints it as a publication; null while it has not said.
  in_newsletter boolean,
  -- The first day on which it is not recommended any more.
  retired_on date,
  removed boolean not null default false,
  added_by int not null references people,
  added_at timestamptz not null,
  search text generated always as (
    fold(title || ' ' || joined_names(topics) || ' ' || coalesce(purpose, '') || ' ' || kind)) stored,
  check (num_nulls(published_from, published_to) in (0, 2))
);
create index library_items_search on library_items using gin (search gin_trgm_ops);
create index library_items_link on library_items (link_key);
create index library_items_group on library_items (group_id);
create index library_items_entity on library_items (entity_id);
create index library_items_added on library_items (added_at);
`
