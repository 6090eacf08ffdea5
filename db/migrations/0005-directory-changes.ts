/** Changes to the directory's records are kept with what stood there before, and groups and phones are added. */
export const directoryChanges = `
alter table people add column phone text check (phone <> '');
alter table working_groups add column retired date;

-- What was changed in a record: only the columns that differ, before and after. Nothing in it is ever changed, so
-- what was believed on a day stays answerable. An added record has no before.
create table directory_changes (
  id int generated always as identity primary key,
  kind text not null check (kind in ('entity', 'person', 'group')),
  record_id int not null,
  before jsonb,
  after jsonb not null,
  -- Where the change comes from: a nomination letter, a meeting's decision, a published newsletter.
  source text,
  -- The change that this one takes back.
  reverts int references directory_changes,
  recorded_by int references people,
  recorded_at timestamptz not null
);
create index directory_changes_record on directory_changes (kind, record_id, id desc);
create unique index directory_changes_reverts on directory_changes (reverts) where reverts is not null;
`
