/** An issue is edited together: notes, an order, what nobody has to report, what was merged, held over and cleared. */
export const newsletterEditing = `
-- The secretariat's own words before a section; those with no section open the issue.
create table newsletter_notes (
  newsletter_id int not null references newsletters,
  section text not null default '',
  text text not null check (text <> ''),
  written_by int not null references people,
  written_at timestamptz not null,
  primary key (newsletter_id, section)
);

-- Which items of a section come first, by their numbers; the others follow by their days.
create table newsletter_orders (
  newsletter_id int not null references newsletters,
  section text not null,
  items text[] not null,
  ordered_by int not null references people,
  ordered_at timestamptz not null,
  primary key (newsletter_id, section)
);

-- Items of the year's issues that an annual issue leaves out.
create table newsletter_omissions (
  newsletter_id int not null references newsletters,
  item text not null,
  omitted_by int not null references people,
  omitted_at timestamptz not null,
  primary key (newsletter_id, item)
);

-- Entities that have nothing to report for an issue.
create table newsletter_passes (
  newsletter_id int not null references newsletters,
  entity_id int not null references entities,
  passed_by int not null references people,
  passed_at timestamptz not null,
  primary key (newsletter_id, entity_id)
);

-- Links under which a draft can be read for a while; only a digest of the link's secret is kept.
create table newsletter_previews (
  digest text primary key,
  newsletter_id int not null references newsletters,
  made_by int not null references people,
  expires_at timestamptz not null
);

-- Who gets published issues by mail. The token takes them off the list.
create table newsletter_subscribers (
  id int generated always as identity primary key,
  email text not null check (email = lower(email) and email <> ''),
  name text check (name <> ''),
  token text not null unique,
  added_by int not null references people,
  added_at timestamptz not null,
  left_at timestamptz
);
create unique index newsletter_subscribers_email on newsletter_subscribers (email);

-- Titles, order and labels of the plan where they differ from the standing ones.
create table newsletter_plan (
  id boolean primary key default true check (id),
  content jsonb not null,
  changed_by int not null references people,
  changed_at timestamptz not null
);

alter table updates drop constraint updates_status_check;
alter table updates add constraint updates_status_check
  check (status in ('proposed', 'accepted', 'returned', 'withdrawn', 'merged')),
  add column merged_into int references updates,
  -- Set on what waits for the next issue, whatever its date says.
  add column held_over boolean not null default false,
  add constraint updates_merged_into check ((status = 'merged') = (merged_into is not null));
create index updates_merged_into on updates (merged_into) where merged_into is not null;

-- Words that are printed in bold.
alter table update_versions add column bold text[] not null default '{}';

-- Entities whose coordinator clears what their people post before the secretariat takes it, and the same for groups.
create table clearing_entities (
  entity_id int primary key references entities,
  set_by int not null references people,
  set_at timestamptz not null
);
create table clearing_groups (
  group_id int primary key references working_groups,
  set_by int not null references people,
  set_at timestamptz not null
);

-- Who cleared which version; a later version is cleared anew.
create table update_clearances (
  update_id int not null,
  version int not null,
  kind text not null check (kind in ('entity', 'group')),
  cleared_by int not null references people,
  cleared_at timestamptz not null,
  primary key (update_id, version, kind),
  foreign key (update_id, version) references update_versions (update_id, version)
);

-- What the section of an update was told by, and where it stands in the end: what the store learns from.
create table section_lessons (
  update_id int primary key references updates,
  section text not null,
  features text[] not null,
  learned_at timestamptz not null
);
create table section_models (
  id boolean primary key default true check (id),
  weights jsonb not null,
  lessons int not null,
  learned_at timestamptz not null
);
`
